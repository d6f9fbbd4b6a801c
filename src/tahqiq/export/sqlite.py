"""One SQLite file of the tidy rows for Datasette: foreign keys, indexes, full text of reports, and its metadata.

Measures and their estimates are two tables here, so that every row has one key that others can refer to.
"""

from __future__ import annotations

import json
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import astuple, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from tahqiq.export.rows import (
    DateRow,
    ExportRow,
    FigureRow,
    MeasureRow,
    PositionRow,
    RelationRow,
    ReportRow,
    StatementRow,
    StoryRow,
)

MEDIA_TYPE = "application/vnd.sqlite3"
DATABASE = "tahqiq"

_MEASURE = ("measure", "story", "predicate", "counted", "unit", "place", "description", "description_ar", "part_of",
            "figures", "positions")  # fmt: skip
_ESTIMATE = ("measure", "policy", "low", "best", "high", "status", "rule")
_TYPES = {"str": "TEXT", "int": "INTEGER", "float": "REAL", "Number": "NUMERIC"}
_REPORT, _STORY, _OF_MEASURE = ("report", "reports"), ("story", "stories"), ("measure", "measures")


class Table(NamedTuple):
    """A table: the rows it is made from, its columns, its key, where it refers to, what to index, what to count by."""

    kind: type[ExportRow]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()
    indexes: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """Each column with its SQLite type."""
        typed = {column.name: _TYPES[str(column.type).partition(" ")[0]] for column in fields(self.kind)}
        return {name: typed[name] for name in self.only or typed}


TABLES: dict[str, Table] = {
    "stories": Table(StoryRow, ("story",)),
    "reports": Table(ReportRow, ("report",), (_STORY,), ("outlet", "published"), ("outlet", "language", "story")),
    "figures": Table(
        FigureRow,
        ("id",),
        (_REPORT,),
        ("predicate", "source", "place"),
        ("predicate", "source_kind", "country", "stance"),
    ),
    "statements": Table(StatementRow, ("id",), (_REPORT,), ("source", "act"), ("source_kind", "act", "mode")),
    "dates": Table(DateRow, ("id",), (_REPORT,), ("value",), ("calendar",)),
    "measures": Table(
        MeasureRow, ("measure",), (_STORY, ("part_of", "measures")), ("predicate",), ("predicate", "unit"), _MEASURE
    ),
    "estimates": Table(MeasureRow, ("measure", "policy"), (_OF_MEASURE,), (), ("policy", "status"), _ESTIMATE),
    "positions": Table(PositionRow, (), (_OF_MEASURE, _STORY, _REPORT), ("origin",), ("origin_kind", "contradicted")),
    "relations": Table(
        RelationRow, (), (_OF_MEASURE, _STORY, ("a_report", "reports"), ("b_report", "reports")), (), ("relation",)
    ),
}
"""Every table by name, those that are referred to before those that refer."""

_TEXT = "text"


def write(rows: Mapping[str, Iterable[ExportRow]], texts: Iterable[tuple[str, str]], path: Path) -> None:
    """Write the database; `rows` are those of each table but `estimates`, which are made from those of `measures`.

    `texts` are ids of reports with their words; those of other reports are passed over. A file that is there already is
    replaced.
    """
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        for name, table in TABLES.items():
            connection.execute(_create(name, table))
        for name, given in rows.items():
            for row in given:
                _insert(connection, name, row)
        connection.executemany("UPDATE reports SET text = ? WHERE report = ?", ((text, id) for id, text in texts))
        connection.execute("CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, content='reports')")
        connection.execute("INSERT INTO reports_fts(reports_fts) VALUES ('rebuild')")
        for name, table in TABLES.items():
            for column in (*table.indexes, *(column for column, _ in table.refers)):
                connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}"("{column}")')
        connection.commit()


def metadata() -> str:
    """Datasette's metadata.json: what its tables and every column hold, what to count by, whose words they are."""
    described = {name: _described(name, table) for name, table in TABLES.items()}
    told = {
        "title": "Tahqiq: a ledger of claims",
        "description": "Who said what, how many, when and where, through whom, and in which exact words.",
        "license": "Words of reports belong to their publishers; coordinates: GeoNames (CC BY 4.0)",
        "about": "Numbers are in the unit of their row; dates are ISO 8601 or EDTF; coordinates WGS 84 degrees.",
        "databases": {DATABASE: {"tables": described}},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def columns_of(name: str) -> Iterator[str]:
    """The columns of a table; a report has its words too."""
    yield from TABLES[name].columns
    if name == "reports":
        yield _TEXT


def _described(name: str, table: Table) -> Mapping[str, object]:
    words = _words()
    told = {column: words.get(name, {}).get(column) or words["common"][column] for column in columns_of(name)}
    return {"columns": told, "facets": list(table.facets)} | ({"fts_table": "reports_fts"} if name == "reports" else {})


def _create(name: str, table: Table) -> str:
    parts = [f'"{column}" {kind}' for column, kind in table.columns.items()]
    parts += ['"text" TEXT'] if name == "reports" else []
    parts += [f"PRIMARY KEY ({', '.join(table.key)})"] if table.key else []
    parts += [f'FOREIGN KEY ("{column}") REFERENCES "{to}"("{TABLES[to].key[0]}")' for column, to in table.refers]
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _insert(connection: sqlite3.Connection, name: str, row: ExportRow) -> None:
    if isinstance(row, MeasureRow):
        _put(connection, "measures", row)
        if row.policy is not None:
            _put(connection, "estimates", row)
    else:
        _put(connection, name, row)


def _put(connection: sqlite3.Connection, name: str, row: ExportRow) -> None:
    columns = TABLES[name].columns
    cells = dict(zip((column.name for column in fields(row)), astuple(row), strict=True))
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    values = [cells[column] for column in columns]
    connection.execute(f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({marks})', values)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("columns.toml").read_text("utf-8"))
