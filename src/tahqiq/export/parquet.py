"""Parquet: tidy rows in typed columns, for data frames."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tahqiq.export.frames import frame
from tahqiq.export.rows import ExportRow


def write(rows: Iterable[ExportRow], kind: type[ExportRow], to: Path) -> None:
    """Write one file of rows of a kind, zstd-compressed; an empty one still has its columns."""
    frame(rows, kind).write_parquet(to, compression="zstd")
