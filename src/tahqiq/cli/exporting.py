"""`tahqiq export`: tables and documents in interchange formats."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt, OfStory, Policy
from tahqiq.documents import FORMATS, Scope
from tahqiq.errors import InvalidValue, UnknownName
from tahqiq.export import table_file
from tahqiq.exported import INTERCHANGE, Wanted, story_named
from tahqiq.ledger.opening import open_ledger


class ExportFormat(StrEnum):
    """How a ledger is written: the first four are tables, the others whole documents."""

    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    WEB_ANNOTATION = "web-annotation"
    SCHEMA_ORG = "schema-org"
    GED = "ged"
    ATOM = "atom"
    FTM = "ftm"
    SQLITE = "sqlite"
    PDF = "pdf"


def export(
    ledger: LedgerAt,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A folder; one file per table is written into it.", metavar="DIR")
    ],
    form: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="The format of each file; docs/exports.md tells of each.")
    ] = ExportFormat.CSV,
    table: Annotated[
        list[str] | None,
        typer.Option("--table", help="Only this table; may be given again. For csv, jsonl, json and parquet."),
    ] = None,
    story: OfStory = None,
    policy: Policy = "interval",
    predicate: Annotated[
        str, typer.Option("--predicate", help="What the events of `ged` count.", metavar="WORD")
    ] = Scope().predicate,
) -> None:
    """Write figures, statements, dates, measures, relations, framing and versions, one file each.

    Columns are named alike in every format. The others write what
    their names say instead of tables: documents of one story, or of all.

    Examples:

      tahqiq export --ledger story --format parquet -o tables/

      tahqiq export --ledger story --format geojson --story ID -o map/
    """
    tables = _tables(table, form, story)
    with open_ledger(ledger, create=False) as kept:
        wiring.reconciled(kept, policy)
        if story is not None:
            story_named(kept, story)
        output.mkdir(parents=True, exist_ok=True)
        if form.value in FORMATS:
            for document in FORMATS[form.value]:
                document.write(kept, Scope(story, policy, predicate), output / document.file)
                print(output / document.file)
            return
        for name in tables:
            path = output / f"{name}.{form.value}"
            written = INTERCHANGE[name]
            table_file.write(written.rows(kept, Wanted(story=story)), written.kind, form.value, path)
            print(path)


def _tables(asked: list[str] | None, form: ExportFormat, story: str | None) -> tuple[str, ...]:
    """The tables to write, those of one story where it is named; what is left out is said on standard error.

    UnknownName for a table that there is not, InvalidValue for a format without tables or a table without stories.
    """
    if asked and form.value in FORMATS:
        raise InvalidValue(f"{form} has no tables to choose from: leave --table out")
    for name in asked or ():
        if name not in INTERCHANGE:
            raise UnknownName("table", name, tuple(INTERCHANGE))
    wanted = tuple(dict.fromkeys(asked or INTERCHANGE))
    whole = [name for name in wanted if story is not None and "story" not in INTERCHANGE[name].narrowed_by]
    if whole and asked:
        raise InvalidValue(f"{', '.join(whole)} is of the whole ledger: leave --story out")
    if whole and form.value not in FORMATS:
        print(f"left out, being of the whole ledger: {', '.join(whole)}", file=sys.stderr)
    return tuple(name for name in wanted if name not in whole)
