"""The codes of the GED codebook, as far as words and gazetteer bear them out."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import fields, replace

import pytest

from tahqiq.export import ged
from tahqiq.export.ged_dates import EventDays, event_days
from tahqiq.export.ged_row import GedRow
from tahqiq.model.measure import Estimate, Status
from tahqiq.model.place import Place
from tahqiq.model.when import When
from tests.factories import amnesty, measure, metadata, reported, span, toll

PRECISIONS = [
    # first        last          date_prec
    ("2026-01-05", "2026-01-05", 1),
    ("2026-01-05", "2026-01-06", 2),
    ("2026-01-05", "2026-01-10", 2),
    ("2026-01-05", "2026-01-11", 3),
    ("2026-01-01", "2026-01-31", 4),
    ("2025-12-20", "2026-02-01", 5),
    ("2026-01-01", "2026-12-31", 5),
]

PLACES = [
    # name           key             where_prec
    ("العراق", "IQ", 6),
    ("محافظة حلب", "added:aleppo", 4),
    ("محافظة حلب", "geonames:170063", 4),
    ("حلب", "geonames:170063", 1),
    ("سجن الرقة", "added:raqqa", 1),
    ("نينوى", "added:nineveh", None),
    ("وادي السنديان", None, None),
]


@pytest.mark.parametrize(("first", "last", "code"), PRECISIONS)
def test_days_have_the_codebooks_precision(first: str, last: str, code: int) -> None:
    assert code == EventDays(dt.date.fromisoformat(first), dt.date.fromisoformat(last)).precision


@pytest.mark.parametrize(("name", "key", "code"), PLACES)
def test_places_have_the_codebooks_precision_or_none(name: str, key: str | None, code: int | None) -> None:
    read, _ = amnesty()
    country = "IQ" if key == "IQ" else "SY"
    assert code == ged.where_precision(Place(name, span(read.report.text, "سجن الرقة"), key, country))


def deaths(*tolls: int):
    """A measure of these tolls of one flood, with an estimate, and its reports by id."""
    reads = [
        toll(f"r{n}", dead, metadata(f"صحيفة {n}; الثانية", dt.date(2026, 3, 10 + n)))[0]
        for n, dead in enumerate(tolls)
    ]
    estimate = Estimate("low-best-high", min(tolls), tolls[0], max(tolls), Status.CONTESTED, "rule", (0,))
    counted = replace(measure("m", [reported(read) for read in reads]), estimates=(estimate,))
    return counted, {read.report.id: read for read in reads}


def test_a_measure_of_deaths_is_a_row_with_its_sources() -> None:
    (row,) = ged.rows([deaths(37, 52)[0]], deaths(37, 52)[1])
    assert (37, 37, 52, 2) == (row.low, row.best, row.high, row.number_of_sources)
    assert "صحيفة 0, الثانية;صحيفة 1, الثانية" == row.source_office
    assert "2026-03-10;2026-03-11" == row.source_date
    assert (None, None) == (row.date_start, row.where_prec)


def test_the_day_that_most_figures_give_is_the_events() -> None:
    counted, reports = deaths(37, 52, 52)
    days = [When("2026-03-09"), When("2026-03-10"), When("2026-03-10")]
    figures = tuple(
        replace(f, figure=replace(f.figure, when=when)) for f, when in zip(counted.figures, days, strict=True)
    )
    day = dt.date(2026, 3, 10)
    assert EventDays(day, day) == event_days(replace(counted, figures=figures), reports)
    month = tuple(replace(f, figure=replace(f.figure, when=When("2026-02"))) for f in counted.figures)
    assert EventDays(dt.date(2026, 2, 1), dt.date(2026, 2, 28)) == event_days(replace(counted, figures=month), reports)


def test_what_is_no_count_of_deaths_is_no_event() -> None:
    counted, reports = deaths(37)
    assert [] == list(ged.rows([replace(counted, predicate="wounded"), replace(counted, estimates=())], reports))
    assert 1 == len(list(ged.rows([replace(counted, predicate="wounded")], reports, "wounded")))


def test_the_table_has_the_codebooks_columns_first() -> None:
    out = io.StringIO(newline="")
    ged.write(ged.rows([deaths(37)[0]], deaths(37)[1]), out)
    header, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [column.name for column in fields(GedRow)] == header
    assert header[-8:] == [name for name in header if name.startswith("tahqiq_")]
    assert len(header) == len(row)
