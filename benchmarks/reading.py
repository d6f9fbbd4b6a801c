"""Reports per second of the extractor on one core, and of the readers that can be installed, on the same texts."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from benchmarks.corpus import texts
from tahqiq.extract.reading import extract, parse_dates, parse_numbers
from tahqiq.model.text import Text
from tahqiq.wiring import prepare_worker

REPORTS = 2000
PEER_REPORTS = 40  # peers are slow: fewer reports, the same ones first
DAY = dt.date(2018, 5, 1)


def run() -> None:
    """Print one line per reader."""
    ours = texts(REPORTS)
    prepare_worker()
    for words in ours[-20:]:
        extract(Text(words), DAY)  # word lists and the gazetteer load once
    _line("tahqiq extract (everything)", ours, lambda words: extract(Text(words), DAY))
    _line("tahqiq parse numbers", ours, parse_numbers)
    _line("tahqiq parse dates", ours, lambda words: parse_dates(words, DAY))
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed (./run bench installs it)")
        return
    base = dt.datetime.combine(DAY, dt.time())
    settings = {"RELATIVE_BASE": base}
    _line("dateparser search_dates (dates only)", ours[:PEER_REPORTS], lambda w: search_dates(w, ["ar"], settings))


def _line(name: str, words: list[str], read: Callable[[str], object]) -> None:
    start = time.perf_counter()
    for text in words:
        read(text)
    spent = time.perf_counter() - start
    size = sum(map(len, words)) / 1e6
    print(f"{name:40} {len(words):6} reports {len(words) / spent:10.1f} reports/s {size / spent:8.3f} M characters/s")
