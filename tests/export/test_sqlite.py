"""The file opens, its keys hold, its reports are searched, and its metadata name every column that is there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tahqiq.export import sqlite
from tahqiq.export.tidy import (
    date_row,
    figure_row,
    measure_rows,
    position_rows,
    relation_rows,
    report_row,
    statement_row,
    story_row,
)
from tahqiq.model.measure import Estimate, Status, Story
from tests.factories import amnesty, measure, reported

READ, _ = amnesty()
CLAIMS, REPORT = READ.claims, READ.report
ESTIMATES = tuple(Estimate(policy, 400, 400, 1200, Status.CONTESTED, "r", (0,)) for policy in ("interval", "lowest"))
WHOLE = replace(measure("m", [reported(READ, 0), reported(READ, 2)], "s"), estimates=ESTIMATES)
PART = replace(measure("part", [reported(READ, 1)], "s"), part_of="m")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "tahqiq.db"
    path.write_text("something else", "utf-8")
    rows = {
        "stories": [story_row(Story("s", "العفو", ("amnesty",), "one report"))],
        "reports": [report_row(REPORT, "s")],
        "figures": [figure_row(f"f{n}", REPORT, figure) for n, figure in enumerate(CLAIMS.figures)],
        "statements": [statement_row(f"s{n}", REPORT, said) for n, said in enumerate(CLAIMS.statements)],
        "dates": [date_row("d", REPORT, CLAIMS.dates[0])],
        "measures": [*measure_rows(PART), *measure_rows(WHOLE)],
        "positions": position_rows(WHOLE),
        "relations": relation_rows(WHOLE),
    }
    sqlite.write(rows, [("amnesty", REPORT.text.raw), ("of another story", "x")], path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def columns(opened: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in opened.execute(f'PRAGMA table_info("{table}")')]


def test_every_row_is_there_and_every_key_leads_somewhere(opened: sqlite3.Connection) -> None:
    counted = {table: opened.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in sqlite.TABLES}
    assert {"stories": 1, "reports": 1, "figures": 3, "statements": 2, "dates": 1, "measures": 2, "estimates": 2,
            "positions": 2, "relations": 1} == counted  # fmt: skip
    assert [] == opened.execute("PRAGMA foreign_key_check").fetchall()
    assert [("ok",)] == opened.execute("PRAGMA integrity_check").fetchall()
    assert [("reports", "report")] == [row[2:5:2] for row in opened.execute("PRAGMA foreign_key_list(figures)")]


def test_a_span_of_a_figure_is_found_in_the_words_of_its_report(opened: sqlite3.Connection) -> None:
    joined = 'SELECT quote, substr(text, start + 1, "end" - start) FROM figures JOIN reports USING (report)'
    assert 3 == len([1 for quote, words in opened.execute(joined) if quote == words])


def test_reports_are_searched_by_their_words(opened: sqlite3.Connection) -> None:
    found = "SELECT report FROM reports WHERE rowid IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?)"
    assert [("amnesty",)] == opened.execute(found, ["معتقل"]).fetchall()
    assert [] == opened.execute(found, ["فيضان"]).fetchall()


def test_the_metadata_name_every_column_and_facets_are_columns(opened: sqlite3.Connection) -> None:
    told = json.loads(sqlite.metadata())
    assert {"title", "description", "license", "about"} <= told.keys()
    tables = told["databases"]["tahqiq"]["tables"]
    assert list(sqlite.TABLES) == list(tables)
    for name, table in tables.items():
        assert columns(opened, name) == list(table["columns"])
        assert set(table["facets"]) <= set(table["columns"])
        assert all(table["columns"].values())
