"""The same rows in every format: what is written can be read, and nothing in it can run."""

from __future__ import annotations

import csv as standard_csv
import io
import json as standard_json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from tahqiq.export import csv, json, jsonl, parquet
from tahqiq.export.csv import harmless
from tahqiq.export.rows import (
    DateRow,
    FigureRow,
    MeasureRow,
    PositionRow,
    RelationRow,
    ReportRow,
    StatementRow,
    StoryRow,
)
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
from tahqiq.model.measure import Story
from tests.factories import amnesty, measure, reported

READ, _ = amnesty()
FIGURES = [figure_row("f", READ.report, figure) for figure in READ.claims.figures]
MEASURE = measure("m", [reported(READ, 0), reported(READ, 2)])

TABLES = [
    (FigureRow, FIGURES),
    (StatementRow, [statement_row("s", READ.report, s) for s in READ.claims.statements]),
    (DateRow, [date_row("d", READ.report, d) for d in READ.claims.dates]),
    (MeasureRow, list(measure_rows(MEASURE))),
    (PositionRow, list(position_rows(MEASURE))),
    (RelationRow, list(relation_rows(MEASURE))),
    (ReportRow, [report_row(READ.report, None)]),
    (StoryRow, [story_row(Story("s", "العفو", ("amnesty",), "one report"))]),
]


@pytest.mark.parametrize(("kind", "rows"), TABLES)
def test_every_table_says_the_same_in_every_format(kind, rows, tmp_path: Path) -> None:
    as_json, as_lines, as_csv, path = io.StringIO(), io.StringIO(), io.StringIO(newline=""), tmp_path / "t.parquet"
    json.write(rows, as_json)
    jsonl.write(rows, as_lines)
    csv.write(rows, kind, as_csv)
    parquet.write(rows, kind, path)
    expected = standard_json.loads(as_json.getvalue())
    assert expected == [standard_json.loads(line) for line in as_lines.getvalue().splitlines()]
    assert expected == pl.read_parquet(path).to_dicts()
    cells = standard_csv.DictReader(io.StringIO(as_csv.getvalue(), newline=""))
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in expected] == list(cells)


def test_a_relation_row_tells_both_sides_and_the_reason() -> None:
    (row,) = relation_rows(MEASURE)
    assert ("contradiction", 1200, 400, None) == (row.relation, row.a_low, row.b_low, row.b_high)
    assert ("1,200", "أكثر من 400", "They cannot both hold.") == (row.a_quote, row.b_quote, row.reason)


def test_tables_without_rows_have_their_columns(tmp_path: Path) -> None:
    as_json, as_csv = io.StringIO(), io.StringIO(newline="")
    json.write([], as_json)
    csv.write([], DateRow, as_csv)
    parquet.write([], DateRow, tmp_path / "t.parquet")
    assert "[]\n" == as_json.getvalue()
    assert 1 == len(as_csv.getvalue().splitlines())
    assert as_csv.getvalue().strip().split(",") == pl.read_parquet(tmp_path / "t.parquet").columns


HARMFUL = [
    '=HYPERLINK("http://x.example")',
    "+1+1",
    "-1+1",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "   =1",
    "\u00a0=1",
    "\u200f=1",
    "\u2067\u202b =1",
    "\ufeff=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "\tplain",
    "'=1",
    "''＝1",
    "-١٢",
    "1\n=2".replace("1", "", 1),
]
HARMLESS = ["", "1,200", "-5", "-5.25", "1+1", "قتل 12", "a=b", "2026-01-27", " نص", "\u200fنص", "'قتل", "…"]


@pytest.mark.parametrize("cell", HARMFUL)
def test_a_cell_that_would_start_a_formula_is_text(cell: str) -> None:
    assert f"'{cell}" == harmless(cell)


def test_dropping_one_apostrophe_before_a_start_of_a_formula_gives_every_text_back() -> None:
    for cell in (*HARMFUL, *(c for c in HARMLESS if c)):
        written = str(harmless(cell))
        is_marked = written.startswith("'") and harmless(written[1:]) == written
        assert cell == (written[1:] if is_marked else written)


@pytest.mark.parametrize("cell", [*HARMLESS, -5, -5.25, 0, None])
def test_other_cells_stay_as_they_are(cell: str | float | None) -> None:
    assert cell == harmless(cell)


def test_quotes_of_reports_come_through_csv_with_line_breaks_and_marks() -> None:
    odd = replace(FIGURES[0], quote='قال "نعم"،\r\nثم, سكت')
    out = io.StringIO(newline="")
    csv.write([odd], FigureRow, out)
    (row,) = standard_csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert odd.quote == row["quote"]


def test_json_that_is_not_unicode_text_is_escaped() -> None:
    odd = replace(FIGURES[0], quote="\ud800")
    line = json.line(odd)
    assert "\\ud800" in line
    assert "\ud800" == standard_json.loads(line)["quote"]
