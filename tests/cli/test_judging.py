"""Judging from the command line: each decision, the list of them, and reviewed reports as annotation rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tahqiq.cli import command_line
from tahqiq.errors import TahqiqError
from tests.cli.test_commands import tahqiq

WORDS = (
    "العفو يخرج المئات\n\n"
    "قال الجيش العراقي إن 1,200 معتقل خرجوا من سجن الرقة في 26 يناير 2026. "
    "وقالت وزارة الداخلية إن 900 معتقل أفرج عنهم.\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger of one report."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "amnesty", "text": WORDS, "published": "2026-01-27"}) + "\n", "utf-8")
    where = str(tmp_path / "story")
    tahqiq("ingest", str(rows), "--ledger", where)
    return where


def refused(*arguments: str) -> str:
    """Run a command that is to fail; what it says."""
    done = CliRunner().invoke(command_line(arguments), list(arguments))
    assert isinstance(done.exception, TahqiqError), done.output
    return str(done.exception)


def listed(ledger: str, *options: str, command: str = "judgements") -> list[dict]:
    """The rows of a listing."""
    return json.loads(tahqiq(command, "--ledger", ledger, "--format", "json", *options))


def figure(ledger: str, low: int) -> str:
    """The beginning of the id of the figure of that number."""
    return next(row["id"] for row in listed(ledger, command="figures") if row["low"] == low)[:12]


def test_a_figure_is_corrected_and_the_measure_follows(ledger: str) -> None:
    one = figure(ledger, 1200)
    said = tahqiq(
        *("judge", "correct", one, "--ledger", ledger, "--by", "sara", "--why", "a typing error"),
        *("--value", ">=1,250", "--predicate", "released", "--source", "وزارة الداخلية", "--source-kind", "government"),
    )
    assert said.startswith("1: sara: correct figure")
    row = next(row for row in listed(ledger, command="figures") if row["judged"])
    assert (1250, None, "at_least", "وزارة الداخلية", "correct") == tuple(
        row[key] for key in ("low", "high", "approx", "source", "judged")
    )
    found = [json.loads(line) for line in tahqiq("measures", "--ledger", ledger, "--format", "jsonl").splitlines()]
    assert [1250] == [f["low"] for m in found for f in m["figures"] if f["corrected"]]
    assert "sound" in tahqiq("verify", "--ledger", ledger)


def test_decisions_are_listed_with_what_stands(ledger: str) -> None:
    one = figure(ledger, 900)
    tahqiq("judge", "reject", one, "--ledger", ledger, "--by", "sara")
    rejected = listed(ledger)[0]["id"]
    tahqiq("judge", "undo", rejected[:12], "--ledger", ledger, "--by", "huda")
    tahqiq("judge", "grade", "الجيش العراقي", "--grade", "b", "--ledger", ledger, "--by", "huda")
    tahqiq("judge", "note", "amnesty", "--why", "يُسأل المراسل", "--ledger", ledger, "--by", "huda")
    rows = listed(ledger)
    assert ["reject", "undo", "grade", "note"] == [row["kind"] for row in rows]
    assert ["undone", "stands", "stands", "stands"] == [row["state"] for row in rows]
    assert ["B", "report"] == [rows[2]["after"], rows[3]["target_kind"]]
    assert 3 == len(listed(ledger, "--by", "huda"))
    assert [rows[0]] == listed(ledger, "--kind", "reject", "--target", rows[0]["target"])
    assert "undone" in tahqiq("judgements", "--ledger", ledger)
    assert "accept, reject" in refused("judgements", "--ledger", ledger, "--kind", "praise")


WRONG = [
    # arguments                                                        what the answer names
    (("reject", "no-such-claim"), "no-such-claim"),
    (("undo", "ffffff"), "ffffff"),
    (("correct", "{figure}"), "after"),
    (("correct", "{figure}", "--value", "many"), "value"),
    (("correct", "{figure}", "--place", "المريخ"), "place"),
    (("correct", "{figure}", "--predicate", "freed"), "predicate"),
    (("correct", "{figure}", "--source", "لجنة من بعيد"), "source"),
    (("correct", "{figure}", "--when", "soon"), "when"),
    (("correct", "amnesty", "--value", "3"), "kind"),
    (("grade", "{figure}", "--grade", "B"), "grade"),
    (("note", "{figure}"), "why"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_what_cannot_be_kept_is_told_by_name(ledger: str, arguments: tuple[str, ...], named: str) -> None:
    one = figure(ledger, 1200)
    typed = [argument.format(figure=one) for argument in arguments]
    assert named in refused("judge", *typed, "--ledger", ledger, "--by", "sara")
    assert [] == listed(ledger)


def test_reviewed_reports_become_annotation_rows(ledger: str) -> None:
    assert "" == tahqiq("judgements", "--ledger", ledger, "--annotations")
    tahqiq("judge", "correct", figure(ledger, 1200), "--value", "1250", "--ledger", ledger, "--by", "sara")
    tahqiq("judge", "reject", figure(ledger, 900), "--ledger", ledger, "--by", "sara")
    tahqiq("judge", "accept", "amnesty", "--ledger", ledger, "--by", "huda")
    row = json.loads(tahqiq("judgements", "--ledger", ledger, "--annotations"))
    assert ("amnesty", "huda, sara", WORDS) == (row["id"], row["annotator"], row["text"])
    assert [200, 1250] == [f["low"] for f in row["figures"]]
    for spans, quotes in (
        ("span", "text"),
        ("content", "content_text"),
        ("cue", "cue_text"),
        ("mention", "mention_text"),
    ):
        for claim in (*row["figures"], *row["statements"], *row["dates"]):
            if claim.get(spans):
                start, end = claim[spans]
                assert claim[quotes] == WORDS[start:end]
