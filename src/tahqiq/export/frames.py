"""Tidy rows as a data frame of typed columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, fields
from itertools import islice

import polars as pl

from tahqiq.export.rows import ExportRow

_PAGE = 10_000

# Column types by the annotation of the row's field; a number that may be whole or not is a float throughout.
_TYPES: dict[str, type[pl.DataType]] = {
    "str": pl.String,
    "str | None": pl.String,
    "int": pl.Int64,
    "int | None": pl.Int64,
    "float": pl.Float64,
    "float | None": pl.Float64,
    "Number | None": pl.Float64,
}


def frame(rows: Iterable[ExportRow], kind: type[ExportRow]) -> pl.DataFrame:
    """Rows of a kind as a frame; an empty one still has its columns.

    `low`, `best` and `high` are 64-bit floats: whole numbers above 2**53 lose their last digits.
    """
    schema = {column.name: _TYPES[str(column.type)] for column in fields(kind)}
    floats = [i for i, column in enumerate(schema.values()) if column is pl.Float64]
    remaining, frames = iter(rows), [pl.DataFrame(schema=schema)]
    while page := list(islice(remaining, _PAGE)):
        frames.append(pl.DataFrame([_typed(row, floats) for row in page], schema=schema, orient="row"))
    return pl.concat(frames)


def _typed(row: ExportRow, floats: list[int]) -> list[object]:
    cells = list(astuple(row))
    for i in floats:
        cells[i] = None if cells[i] is None else float(cells[i])
    return cells
