import datetime as dt

import pytest

from tahqiq.model.when import When
from tahqiq.reconcile.moments import DAY, bounds, hours, single_day

NEW_YEAR = hours(dt.datetime(2026, 1, 1))


def test_a_date_is_taken_at_noon():
    assert hours(dt.datetime(2026, 1, 1, 12)) == hours(dt.date(2026, 1, 1))


def test_zones_are_one_scale():
    there = dt.datetime(2026, 1, 1, 4, tzinfo=dt.timezone(dt.timedelta(hours=4)))
    assert NEW_YEAR == hours(there)


SPANS = [
    # value           first and last, in days from 1 January 2026
    ("2026-01-01", 0, 1),
    ("2026-01-01T14:30", 0, 1),
    ("2026-01", 0, 31),
    ("2026", 0, 365),
    ("2026-01-01/2026-01-03", 0, 3),
    ("2026-01/..", 0, None),
    ("2026~", 0, 365),
    ("2026-21", None, None),  # a season
    ("T14:00", None, None),
    ("2026-13-40", None, None),
]


@pytest.mark.parametrize(("value", "first", "last"), SPANS)
def test_bounds(value, first, last):
    found = tuple(None if edge is None else (edge - NEW_YEAR) / DAY for edge in bounds(When(value)))
    assert (first, last) == found


def test_a_relative_date_has_no_bounds():
    assert (None, None) == bounds(When(None, relative="-P1D"))


def test_single_day():
    assert dt.date(2026, 1, 2) == single_day(When("2026-01-02T10:00"))
    assert None is single_day(When("2026-01"))
    assert None is single_day(None)
