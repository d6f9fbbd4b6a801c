"""Texts to measure on: real reports where they are at hand, else the bundled examples many times over."""

from __future__ import annotations

import gzip
import json
from itertools import cycle, islice
from pathlib import Path

from tahqiq.library import read

CORPUS = Path("../shared/corpus/news-2018.jsonl.gz")


def texts(count: int) -> list[str]:
    """`count` report texts."""
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as rows:
            return [json.loads(row)["text"] for row in islice(rows, count)]
    folders = [folder for folder in Path("examples").iterdir() if folder.is_dir()]
    return list(islice(cycle([r.report.text.raw for r in read(*folders, rejected=[])]), count))
