"""Near-copies found among newspaper reports of four days, against pairs measured by eight-word shingles."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tahqiq.model.claim import Claims
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.text import Text
from tahqiq.reconcile.copies import find_copies
from tests.gate.floors import Check, Floors

PART = "copies"
REPORTS = "corpus/duplicates-2015-dev.jsonl.gz"
PAIRS = "corpus/duplicates-2015-dev-pairs.jsonl"
_SURE = 0.8  # Jaccard likeness that must be found
_LIKE, _CONTAINED = 0.3, 0.5  # what a reported pair must at least have

Pair = frozenset[str]


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Recall of sure pairs, precision of all pairs of one kind; skipped without the corpus."""
    if not (shared / REPORTS).exists():
        print(f"{PART} skipped: {REPORTS} is not here")
        return
    with gzip.open(shared / REPORTS, "rt", encoding="utf-8") as file:
        reads = sorted(
            map(_read, map(json.loads, file)), key=lambda read: (str(read.report.metadata.published), read.report.id)
        )
    copied = find_copies(reads)
    found = _pairs({read.report.id: copied.get(read.report.id, read.report).id for read in reads})
    with (shared / PAIRS).open(encoding="utf-8") as file:
        measured = [json.loads(line) for line in file]
    sure = {_pair(row) for row in measured if row["jaccard8"] >= _SURE}
    alike = {_pair(row) for row in measured if row["jaccard8"] >= _LIKE or row["containment8"] >= _CONTAINED}
    bounds = wanted.get(PART, {})
    yield Check(PART, "sure pairs found", len(found & sure) / len(sure), bounds.get("sure pairs found", 0.0))
    yield Check(PART, "found pairs alike", len(found & alike) / len(found), bounds.get("found pairs alike", 0.0))


def _read(row: Mapping[str, str]) -> ReadReport:
    text = Text(f"{row['title']}\n\n{row['text']}", len(row["title"]), language="ar")
    published = dt.datetime.fromisoformat(row["date"]) if row.get("date") else None
    metadata = Metadata(outlet=row["outlet"], title=row["title"], published=published, language="ar")
    return ReadReport(Report(row["id"], "0" * 64, REPORTS, text, metadata), Claims(text))


def _pair(row: Mapping[str, str]) -> Pair:
    return frozenset((row["a"], row["b"]))


def _pairs(first_of: Mapping[str, str]) -> set[Pair]:
    """All pairs of reports that are copies of one first report, which is one of them."""
    kinds: dict[str, list[str]] = {}
    for report, first in first_of.items():
        kinds.setdefault(first, []).append(report)
    return {frozenset(pair) for kind in kinds.values() for pair in itertools.combinations(kind, 2)}
