"""Figures grouped into measures and positions related, over the reports of four annotated events.

Measured twice: on those reports alone, and among a thousand others of the same weeks, where the events must also come
out as stories of their own.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tahqiq import open_ledger
from tests.gate import copies
from tests.gate.floors import Check, Floors

Row = dict[str, str]
Found = dict[str, dict[str, float]]

OTHERS = 1000
_KEPT = ("id", "title", "text", "published", "outlet", "url")


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Ingest the reports into a ledger, list its measures, and score them; then near-copies of another corpus."""
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as file:
        events = [json.loads(line) for line in file]
    others = nearest(events, shared / "corpus" / "news-2018.jsonl.gz")
    event_of = {row["id"]: row["event"] for row in events}
    for part, rows in (("measures", events), ("among 1,000", [*events, *others])):
        with tempfile.TemporaryDirectory() as folder:
            found, stories = _measured(rows, shared, Path(folder))
        yield from _scores(part, found, wanted)
        yield _floored(part, "stories B-cubed F1", b_cubed(event_of, stories), wanted)
    yield from copies.checks(shared, wanted)


def nearest(events: Sequence[Row], corpus: Path) -> list[Row]:
    """The 1,000 other reports of the corpus published closest to one of the events, by hours, then by id."""
    times: dict[str, list[float]] = {}
    for row in events:
        times.setdefault(row["event"], []).append(_hours(row))
    spans = [(min(told), max(told)) for told in times.values()]
    ids = {row["id"] for row in events}
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        others = [row for row in map(json.loads, file) if row["id"] not in ids and row.get("published")]

    def far(row: Row) -> tuple[float, str]:
        told = _hours(row)
        return min(max(0.0, first - told, told - last) for first, last in spans), row["id"]

    return sorted(others, key=far)[:OTHERS]


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """B-cubed F1 of a grouping against the true one, over the items of `gold` (item → its group)."""
    precision = recall = 0.0
    for one in gold:
        together = {other for other in gold if found[other] == found[one]}
        true = {other for other in gold if gold[other] == gold[one]}
        precision += len(together & true) / len(together) / len(gold)
        recall += len(together & true) / len(true) / len(gold)
    return 2 * precision * recall / (precision + recall)


def _hours(row: Row) -> float:
    moment = dt.datetime.fromisoformat(row["published"])
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp() / 3600


def _scores(part: str, found: Found, wanted: Floors) -> Iterator[Check]:
    updates, contradictions = found["update"], found["contradiction"]
    measured = {
        "grouping": found["grouping"]["f1"],
        "updates right": updates["right"] / updates["gold"],
        "contradictions called": contradictions["right"] / max(1, contradictions["reachable"]),
    }
    for name, value in measured.items():
        yield _floored(part, name, value, wanted)
    alarms = wanted["ceilings"]["false alarms"]
    yield Check(part, "false alarms", found["false alarms"]["called"], alarms, is_ceiling=True)


def _floored(part: str, name: str, value: float, wanted: Floors) -> Check:
    return Check(part, name, value, wanted.get(part, {}).get(name, 0.0))


def _measured(rows: Sequence[Row], shared: Path, folder: Path) -> tuple[Found, dict[str, str]]:
    """The scorer's answer, and each report's story."""
    given, ledger, written = folder / "rows.jsonl", folder / "ledger", folder / "measures.jsonl"
    with given.open("w", encoding="utf-8") as to:
        for row in rows:
            to.write(json.dumps({k: row[k] for k in _KEPT if row.get(k)}, ensure_ascii=False) + "\n")
    program = [sys.executable, "-m", "tahqiq"]
    subprocess.run([*program, "ingest", str(given), "--ledger", str(ledger)], check=True, capture_output=True)
    with written.open("w", encoding="utf-8") as to:
        listing = [*program, "measures", "--ledger", str(ledger), "--format", "jsonl"]
        subprocess.run(listing, check=True, stdout=to)
    scorer = [sys.executable, str(shared / "tools" / "score_measures.py"), str(shared / "gold" / "dev_events.json")]
    answer = subprocess.run([*scorer, str(written), "--json"], capture_output=True, text=True, check=True).stdout
    with open_ledger(ledger) as kept:
        stories = {report: story.id for story in kept.stories() for report in story.reports}
    return json.loads(answer), stories
