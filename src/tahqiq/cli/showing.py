"""How rows reach standard output: a table for people, JSON, JSONL or CSV for programs."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from tahqiq.export import csv, json, jsonl
from tahqiq.export.rows import ExportRow

_MOST_IN_A_TABLE = 500
_WIDE_ENOUGH = 160
_SHORT_ID = 10  # of 64: enough to tell a million claims apart, short enough to type


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="A table for people; the others for programs.")]


def show(
    rows: Iterable[ExportRow],
    kind: type[ExportRow],
    columns: Sequence[str] | Mapping[str, str],
    form: Format,
) -> None:
    """Write rows; a table has only `columns`, the other formats every one.

    Where `columns` are a mapping it gives the headings of the table; otherwise these are their names.
    """
    if form is Format.TABLE:
        _table(rows, columns if isinstance(columns, Mapping) else {name: name.replace("_", " ") for name in columns})
    elif form is Format.CSV:
        csv.write(rows, kind, sys.stdout)
    elif form is Format.JSON:
        json.write(rows, sys.stdout)
    else:
        jsonl.write(rows, sys.stdout)


def _table(rows: Iterable[ExportRow], columns: Mapping[str, str]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    remaining = iter(rows)
    for row in islice(remaining, _MOST_IN_A_TABLE):
        table.add_row(*(_cell(_shown(row, column)) for column in columns))
    console = Console(width=None if sys.stdout.isatty() else _WIDE_ENOUGH)
    console.print(table if table.row_count else "nothing found")
    left = sum(1 for _ in remaining)
    if left:
        console.print(f"… and {left:,} more (all of them: --format csv)")


def _shown(row: ExportRow, column: str) -> object:
    """What a table shows of a column: of an id its beginning, which commands take for the whole."""
    value: object = getattr(row, column)
    return str(value)[:_SHORT_ID] if column == "id" else value


def _cell(value: object) -> Line:
    """A cell as plain text: never markup, no control or direction characters (terminals order text themselves)."""
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        return Line(f"{value:,}", justify="right")
    return Line(displayable("" if value is None else str(value)))


def displayable(words: str) -> str:
    """`words` without control and direction characters, which a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in words if unicodedata.category(c) != "Cf")
