"""Figures grouped into measures and positions related, over the reports of four annotated events."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.gate.floors import Check, Floors, compared


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Ingest the reports into a ledger, list its measures, and score them."""
    with tempfile.TemporaryDirectory() as folder:
        found = _measures(shared, Path(folder))
    together = found["grouping"]["f1"]
    updates, contradictions = found["update"], found["contradiction"]
    measured = {
        "grouping": together,
        "updates right": updates["right"] / updates["gold"],
        "contradictions called": contradictions["right"] / max(1, contradictions["reachable"]),
    }
    yield from compared("measures", measured, wanted)
    alarms = wanted["ceilings"]["false alarms"]
    yield Check("measures", "false alarms", found["false alarms"]["called"], alarms, is_ceiling=True)


def _measures(shared: Path, folder: Path) -> dict[str, dict[str, float]]:
    rows = folder / "rows.jsonl"
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as gold, rows.open("w", encoding="utf-8") as to:
        for row in map(json.loads, gold):
            kept = {k: row[k] for k in ("id", "text", "published", "outlet", "url") if row.get(k)}
            to.write(json.dumps(kept, ensure_ascii=False) + "\n")
    ledger = str(folder / "ledger")
    program = [sys.executable, "-m", "tahqiq"]
    subprocess.run([*program, "ingest", str(rows), "--ledger", ledger], check=True, capture_output=True)
    written = folder / "measures.jsonl"
    with written.open("w", encoding="utf-8") as to:
        subprocess.run([*program, "measures", "--ledger", ledger, "--format", "jsonl"], check=True, stdout=to)
    scorer = [sys.executable, str(shared / "tools" / "score_measures.py"), str(shared / "gold" / "dev_events.json")]
    answer = subprocess.run([*scorer, str(written), "--json"], capture_output=True, text=True, check=True).stdout
    found: dict[str, dict[str, float]] = json.loads(answer)
    return found
