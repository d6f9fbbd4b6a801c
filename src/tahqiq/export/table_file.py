"""A table as a file, in one of four formats that hold the same columns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tahqiq.export import csv, json, jsonl, parquet
from tahqiq.export.rows import ExportRow

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
"""The formats by their file's ending."""


def write(rows: Iterable[ExportRow], kind: type[ExportRow], ending: str, path: Path) -> None:
    """Write rows of a kind into a file; `ending` is one of `MEDIA_TYPES`."""
    if ending == "parquet":
        parquet.write(rows, kind, path)
        return
    with path.open("w", encoding="utf-8", newline="") as to:
        if ending == "csv":
            csv.write(rows, kind, to)
        elif ending == "json":
            json.write(rows, to)
        else:
            jsonl.write(rows, to)
