"""Seconds and memory of ingesting a whole corpus into a ledger, then of its measures and of one story's page."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import CORPUS

_PROGRAM = [sys.executable, "-m", "tahqiq"]


def run() -> None:
    """Print seconds for each command, and the largest memory of any of its processes."""
    if not CORPUS.exists():
        print("skipped: the corpus is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger, page = str(Path(folder) / "ledger"), str(Path(folder) / "page.html")
        _timed("ingest", ["ingest", str(CORPUS), "--ledger", ledger])
        _timed("ingest again", ["ingest", str(CORPUS), "--ledger", ledger])
        _timed("measures", ["measures", "--ledger", ledger, "--format", "csv"])
        _timed("report", ["report", "--ledger", ledger, "-o", page])
        _timed("search", ["search", "معتقل", "--ledger", ledger])
        _timed("verify", ["verify", "--ledger", ledger])


def _timed(name: str, arguments: list[str]) -> None:
    start = time.perf_counter()
    done = subprocess.run([*_PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    spent = time.perf_counter() - start
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:14} exit {done.returncode}  {spent:8.1f} s   largest process so far {largest:7.0f} MB", flush=True)
