"""`tahqiq export`: whole tables in interchange formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt
from tahqiq.export import csv, json, jsonl, parquet
from tahqiq.export.framing import framing_rows
from tahqiq.export.rows import (
    DateRow,
    ExportRow,
    FigureRow,
    FramingRow,
    MeasureRow,
    RelationRow,
    StatementRow,
    VersionRow,
)
from tahqiq.export.tidy import date_row, figure_row, measure_rows, relation_rows, statement_row
from tahqiq.export.versions import version_rows
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.store import Ledger


class ExportFormat(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"


class Exported(NamedTuple):
    """A table that can be exported: the type of its rows, and where they come from."""

    kind: type[ExportRow]
    rows: Callable[[Ledger], Iterable[ExportRow]]


_TABLES = {
    "figures": Exported(FigureRow, lambda kept: (figure_row(h.id, h.report, h.claim) for h in kept.figures())),
    "statements": Exported(
        StatementRow, lambda kept: (statement_row(h.id, h.report, h.claim) for h in kept.statements())
    ),
    "dates": Exported(DateRow, lambda kept: (date_row(h.id, h.report, h.claim) for h in kept.dates())),
    "measures": Exported(
        MeasureRow, lambda kept: (r for m in wiring.reconciled(kept).measures() for r in measure_rows(m))
    ),
    "relations": Exported(
        RelationRow, lambda kept: (r for m in wiring.reconciled(kept).measures() for r in relation_rows(m))
    ),
    "framing": Exported(FramingRow, lambda kept: framing_rows(wiring.framings(kept))),
    "versions": Exported(VersionRow, lambda kept: version_rows(wiring.edits(kept))),
}


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
        for name, table in _TABLES.items():
            path = output / f"{name}.{form.value}"
            _write(table.rows(kept), table.kind, form, path)
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
