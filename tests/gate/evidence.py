"""Nothing fails, and every span holds its words, over thousands of real reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tahqiq import wiring
from tahqiq.config import Settings
from tahqiq.export.records import record
from tahqiq.model.report import ReadReport, Rejected
from tests.gate.floors import Check, Floors

CORPUS = "corpus/news-2018.jsonl.gz"


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Read the whole corpus; count reports, failures and spans whose words are not those that were claimed."""
    bounds = wanted["evidence"]
    reports = rejected = wrong = 0
    for outcome in wiring.read([str(shared / CORPUS)], sys.stdin.buffer, Settings.read(os.environ)):
        if isinstance(outcome, Rejected):
            rejected += 1
            continue
        reports += 1
        wrong += _wrong_spans(outcome)
    yield Check("evidence", "reports read", reports, bounds["reports read"])
    yield Check("evidence", "reports rejected", rejected, 0, is_ceiling=True)
    yield Check("evidence", "spans without their words", wrong, 0, is_ceiling=True)


def _wrong_spans(read: ReadReport) -> int:
    """How many claimed words are not at their span in the Text, taken from the written record as users get it."""
    raw, written = read.report.text.raw, record(read)
    quotes = [(f["span"], f["text"]) for f in written["figures"]]
    quotes += [(d["span"], d["text"]) for d in written["dates"]]
    quotes += [(s["content"], s["content_text"]) for s in written["statements"]]
    quotes += [(s["cue"], s["cue_text"]) for s in written["statements"] if s["cue"] is not None]
    return sum(not words.strip() or raw[start:end] != words for (start, end), words in quotes)
