"""`tahqiq export`: whole tables in interchange formats."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt
from tahqiq.export import csv, json, jsonl, parquet
from tahqiq.export.rows import ExportRow
from tahqiq.exported import EVERYTHING, INTERCHANGE
from tahqiq.ledger.opening import open_ledger


class ExportFormat(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"


def export(
    ledger: LedgerAt,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A folder; one file per table is written into it.", metavar="DIR")
    ],
    form: Annotated[ExportFormat, typer.Option("--format", "-f", help="The format of each file.")] = ExportFormat.CSV,
) -> None:
    """Write figures, statements, dates, measures, relations, framing and versions, one file each.

    Columns are named alike in every format.

    Example: tahqiq export --ledger story --format parquet -o tables/
    """
    output.mkdir(parents=True, exist_ok=True)
    with open_ledger(ledger, create=False) as kept:
        wiring.reconciled(kept)
        for name, table in INTERCHANGE.items():
            path = output / f"{name}.{form.value}"
            _write(table.rows(kept, EVERYTHING), table.kind, form, path)
            print(path)


def _write(rows: Iterable[ExportRow], kind: type[ExportRow], form: ExportFormat, path: Path) -> None:
    if form is ExportFormat.PARQUET:
        parquet.write(rows, kind, path)
        return
    with path.open("w", encoding="utf-8", newline="") as to:
        if form is ExportFormat.CSV:
            csv.write(rows, kind, to)
        elif form is ExportFormat.JSON:
            json.write(rows, to)
        else:
            jsonl.write(rows, to)
