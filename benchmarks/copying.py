"""Reports a minute in which near-copies are found, on one core."""

from __future__ import annotations

import time

from benchmarks.corpus import texts
from tahqiq.model.claim import Claims
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.text import Text
from tahqiq.reconcile.copies import find_copies

_REPORTS = 5000


def run() -> None:
    """Print how many reports a minute are held against all others."""
    bodies = [Text(raw, language="ar") for raw in texts(_REPORTS)]
    reads = [ReadReport(Report(str(n), "0" * 64, "", t, Metadata()), Claims(t)) for n, t in enumerate(bodies)]
    start = time.perf_counter()
    copied = find_copies(reads)
    minutes = (time.perf_counter() - start) / 60
    speed = f"{len(reads) / minutes:10,.0f} reports/min"
    print(f"find_copies   {len(reads)} reports, {len(copied)} copies   {speed}", flush=True)
