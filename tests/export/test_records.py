"""Records say what the interchange contract promises, and nothing is lost on the way back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from tahqiq.errors import InvalidValue
from tahqiq.export.measures import measure_from, measure_record
from tahqiq.export.rebuild import date_from, day_from, figure_from, statement_from
from tahqiq.export.records import date_record, figure_record, record, statement_record
from tahqiq.model.measure import Estimate, Status
from tests.factories import amnesty, amnesty_claims, measure, reported, text

FIGURE_KEYS = (
    "span text low high approx unit counted counted_span predicate place when source source_kind via stance"
    " part_of rule"
)
STATEMENT_KEYS = "content content_text cue cue_text mention source source_kind mode act via"


def test_a_report_record_has_the_promised_keys() -> None:
    found = record(amnesty()[0])
    assert ["id", "language", "published", "figures", "statements", "dates"] == list(found)
    assert set(FIGURE_KEYS.split()) <= set(found["figures"][0])
    assert set(STATEMENT_KEYS.split()) <= set(found["statements"][0])
    assert {"span", "text", "value", "calendar"} <= set(found["dates"][0])
    assert ("amnesty", "ar", "2026-01-27") == (found["id"], found["language"], found["published"])


def test_a_figure_record_says_what_the_figure_holds() -> None:
    whole, part, other = (figure_record(f) for f in amnesty_claims().figures)
    assert ([55, 60], "1,200", 1200, 1200, "exact") == tuple(
        whole[k] for k in ("span", "text", "low", "high", "approx")
    )
    assert ("سجن الرقة", "2026-01-26", "الجيش العراقي", "government") == tuple(
        whole[k] for k in ("place", "when", "source", "source_kind")
    )
    assert [55, 60] == part["part_of"]
    assert (400, None, "more_than") == (other["low"], other["high"], other["approx"])
    assert (["وكالة الفرات للأنباء"], "anonymous", None) == (other["via"], other["source_kind"], other["when"])


def test_claims_come_back_from_their_records_through_json() -> None:
    claims = amnesty_claims()
    through = [json.loads(json.dumps(figure_record(f))) for f in claims.figures]
    assert list(claims.figures) == [figure_from(r, claims.text) for r in through]
    assert list(claims.statements) == [statement_from(statement_record(s), claims.text) for s in claims.statements]
    assert list(claims.dates) == [date_from(date_record(d), claims.text) for d in claims.dates]


def test_a_record_whose_words_are_not_in_the_text_is_refused() -> None:
    claims = amnesty_claims()
    other = text(claims.text.raw.replace("1,200", "1,300"))
    with pytest.raises(InvalidValue):
        figure_from(figure_record(claims.figures[0]), other)
    with pytest.raises(InvalidValue):
        statement_from(statement_record(claims.statements[0]), other)
    with pytest.raises(InvalidValue):
        date_from(date_record(claims.dates[0]), text("قصير"))


DAYS = [
    None,
    dt.date(2026, 1, 27),
    dt.datetime(2026, 1, 27, 0, 0),
    dt.datetime(2026, 1, 27, 9, 30, 5, tzinfo=dt.timezone(dt.timedelta(hours=3))),
]


@pytest.mark.parametrize("day", DAYS)
def test_days_and_moments_stay_apart(day: dt.date | None) -> None:
    assert day == day_from(None if day is None else day.isoformat())
    assert type(day) is type(day_from(None if day is None else day.isoformat()))


def test_a_measure_comes_back_from_its_record() -> None:
    read, _ = amnesty()
    figures = [reported(read, 0), reported(read, 2)]
    estimate = Estimate("interval", 400, None, 1200, Status.CONTESTED, "intervals never meet", (0, 1))
    expected = dataclasses.replace(measure("m", figures), estimates=(estimate,), part_of="whole")
    assert expected == measure_from(json.loads(json.dumps(measure_record(expected))), figures)


def test_a_measure_record_has_the_promised_keys() -> None:
    found = measure_record(measure("m", [reported(amnesty()[0], 0), reported(amnesty()[0], 2)]))
    keys = "id story predicate counted place description part_of formerly figures positions relations estimates"
    assert {*keys.split(), "description_ar"} == set(found)
    assert ("amnesty", [55, 60], 1200) == tuple(found["figures"][0][k] for k in ("report", "span", "low"))
    assert [0] == found["positions"][0]["figures"]
    assert {"a": 0, "b": 1, "relation": "contradiction"}.items() <= found["relations"][0].items()
