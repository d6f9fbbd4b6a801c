"""Wrong states cannot be made."""

from __future__ import annotations

import math

import pytest

from tahqiq.errors import InvalidValue
from tahqiq.model.claim import Figure
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.text import Exclusion, Span, Text
from tahqiq.model.when import When

TEXT = Text("قُتل 12 شخصا", title_end=0)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 0), (5, 4), (0, 13), (13, 14)])
def test_a_span_cannot_point_outside_its_text(start: int, end: int) -> None:
    with pytest.raises(InvalidValue, match="lies outside a text of 12"):
        Span(TEXT, start, end)


def test_a_span_proves_its_words() -> None:
    assert Span(TEXT, 5, 7).quote == "12"


@pytest.mark.parametrize(
    ("low", "high", "approximator"),
    [
        (None, None, Approximator.EXACT),
        (5, 3, Approximator.RANGE),
        (3, 5, Approximator.EXACT),
        (3, 3, Approximator.MORE_THAN),
        (3, None, Approximator.AT_MOST),
        (3, None, Approximator.RANGE),
        (None, 9, Approximator.VAGUE),
        (math.nan, math.nan, Approximator.EXACT),
        (math.inf, None, Approximator.AT_LEAST),
        (10**400, 10**400, Approximator.EXACT),
    ],
)
def test_an_impossible_quantity_cannot_be_made(
    low: float | None, high: float | None, approximator: Approximator
) -> None:
    with pytest.raises(InvalidValue):
        Quantity(low, high, approximator)


MEETS = [
    (Quantity(180, 180), Quantity(1200, 1200), False),
    (Quantity(180, 180), Quantity(400, None, Approximator.MORE_THAN), False),
    (Quantity(1200, 1200), Quantity(400, None, Approximator.MORE_THAN), True),
    (Quantity(None, 10, Approximator.AT_MOST), Quantity(5, 20, Approximator.RANGE), True),
    (Quantity(20, None, Approximator.VAGUE), Quantity(None, 19, Approximator.LESS_THAN), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), MEETS)
def test_intervals_meet_where_one_value_could_satisfy_both(one: Quantity, other: Quantity, expected: bool) -> None:
    assert expected == one.meets(other)
    assert expected == other.meets(one)


@pytest.mark.parametrize(
    "value", ["2026-01-21", "2024-07", "2018-04-11T14:30", "2011/2018", "2018-W15", "T14:00", "201X"]
)
def test_dates_are_edtf(value: str) -> None:
    assert value == When(value).value


@pytest.mark.parametrize("value", ["", "yesterday", "21-01-2026", "2026/01/21", "2026-1-1"])
def test_a_date_that_is_not_edtf_cannot_be_made(value: str) -> None:
    with pytest.raises(InvalidValue):
        When(value)


def test_a_date_says_what_it_is_relative_by_where_it_has_no_value() -> None:
    assert When(None, relative="-P1D").value is None
    with pytest.raises(InvalidValue):
        When(None)


def test_an_exclusion_and_a_headline_lie_inside_the_text() -> None:
    with pytest.raises(InvalidValue):
        Text("قصير", excluded=(Exclusion(2, 9, "furniture"),))
    with pytest.raises(InvalidValue):
        Text("قصير", title_end=5)


def test_a_figure_has_a_predicate_of_the_list_or_says_other() -> None:
    span = Span(TEXT, 5, 7)
    assert Figure(span, Quantity(12, 12), "rule", predicate="other:recaptured").predicate == "other:recaptured"
    with pytest.raises(InvalidValue):
        Figure(span, Quantity(12, 12), "rule", predicate="vanished")
