"""Comma-separated values (RFC 4180) that no spreadsheet can be made to run."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import astuple, fields
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Cell = str | int | float | None

_STARTS_FORMULA = frozenset("=+-@")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def write(rows: Iterable[DataclassInstance], kind: type[DataclassInstance], to: TextIO) -> None:
    """Write a header and one line per row; `to` must be open with newline="".

    Cells of text that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV injection").
    Numbers are written as numbers, what is unknown as an empty cell.
    """
    writer = csv.writer(to)
    writer.writerow(column.name for column in fields(kind))
    for row in rows:
        writer.writerow(harmless(cell) for cell in astuple(row))


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that would start a formula; plain numbers stay as they are.

    Text that has apostrophes of its own before such a start gets one more, so that dropping one always gives the text.
    """
    if not isinstance(cell, str) or _PLAIN_NUMBER.fullmatch(cell) or not _is_formula(cell.lstrip("'")):
        return cell
    return f"'{cell}"


def _is_formula(cell: str) -> bool:
    """Whether the first character that shows, in its plain-width form, starts a formula; a tab or return alone does."""
    for char in cell:
        if char in "\t\r\n":
            return True
        if unicodedata.category(char)[0] not in "ZC":
            return unicodedata.normalize("NFKC", char)[0] in _STARTS_FORMULA
    return False
