"""How long a search takes over 100,000 reports and their claims: those of the corpus, again and again."""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import CORPUS
from benchmarks.percentiles import percentile
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.ledger.index import directory_of, document_of, entries, opened
from tahqiq.ledger.recall import current_pages, read_reports
from tahqiq.ledger.search import Kind, Search, Sort, Wanted

_SEED = 6
_HEAP_BYTES = 256_000_000
_FIELDS = ("", "", "", "published:2018-05", "by:anonymous", "حدث:القتلى", "-مجلس", "المكان:دمشق")


def run(arguments: Sequence[str] = ()) -> None:
    """Print the milliseconds of searches of each kind, facets and snippets among them."""
    parser = argparse.ArgumentParser(prog="./run bench search")
    parser.add_argument("--ledger", help="a ledger's directory, whose index is left alone; without it one is made")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=300)
    given = parser.parse_args(arguments)
    if given.ledger is None and not CORPUS.exists():
        print("skipped: the corpus is not here; name a ledger with --ledger")
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = given.ledger or _ingested(folder)
        with open_ledger(kept, create=False) as ledger:
            ledger.home = Path(folder)
            start = time.perf_counter()
            held = _filled(ledger, given.reports)
            print(f"index of {held:,} reports written in {time.perf_counter() - start:.0f} s")
            _measure(ledger, given.queries)


def _ingested(folder: str) -> str:
    ledger = str(Path(folder) / "ledger")
    command = [sys.executable, "-m", "tahqiq", "ingest", str(CORPUS), "--ledger", ledger]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return ledger


def _filled(ledger: Ledger, wanted: int) -> int:
    """Index every report and its claims as often as it takes; a copy has all that the first has."""
    copies = -(-wanted // ledger.counts().reports)
    writer = opened(ledger).writer(_HEAP_BYTES, 1)
    written, newest = 0, 0
    for page in current_pages(ledger.engine):
        with ledger.engine.connect() as connection:
            reads = read_reports(connection, page)
        for reading, read in zip(page, reads, strict=True):
            documents = [document_of(entry) for entry in entries(read, reading.key)]
            for _ in range(copies):
                for document in documents:
                    writer.add_document(document)
        written, newest = written + copies * len(page), page[-1].key
    writer.commit()
    writer.wait_merging_threads()
    (directory_of(ledger) / "through").write_text(str(newest), "ascii")
    return written


def _measure(ledger: Ledger, queries: int) -> None:
    chance = random.Random(_SEED)
    words = [title.split() for report in ledger.reports() if (title := report.metadata.title)]
    search = Search(ledger)
    search.find("كلمة", Wanted())
    print(f"{'milliseconds':12} {'asked':>6} {'p50':>7} {'p95':>7} {'p99':>7} {'worst':>7}")
    for kind in Kind:
        seconds = []
        for _ in range(queries // len(Kind)):
            title = chance.choice(words)
            at = chance.randrange(len(title))
            asked = " ".join((*title[at : at + chance.randint(1, 2)], chance.choice(_FIELDS)))
            start = time.perf_counter()
            search.find(asked, Wanted(kind, chance.choice(list(Sort)), facets=True))
            seconds.append(time.perf_counter() - start)
        shown = " ".join(f"{percentile(seconds, q) * 1000:7.0f}" for q in (0.5, 0.95, 0.99, 1))
        print(f"{kind.value:12} {len(seconds):6} {shown}")
