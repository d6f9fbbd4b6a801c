"""Charts: nothing hides anything else, scales are honest, and every dot leads to its row."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.export.page.chart.drawing import draw
from tahqiq.export.page.chart.placing import Box, dot_box, label_box, place_label, spread
from tahqiq.export.page.chart.scale import TimeScale, time_ticks, value_scale
from tahqiq.export.page.chart.spec import NARROW, WIDE, Chart, Link, Point, Size
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.source import SourceKind
from tests.export.page.tree import parse

FRAME = Box(0, 0, 700, 300)
NUMBERS = st.one_of(st.integers(0, 10**9), st.floats(-1e6, 1e12, allow_nan=False))


def point(key: int, number: Number, when: dt.date | None = None) -> Point:
    return Point(key, Quantity(number, number), f"{number:,}", "جهة", when, SourceKind.PERSON, f"#m1-p{key}")


@pytest.mark.parametrize(
    ("values", "is_log"),
    [([180, 1200], False), ([20, 2001], True), ([20, 2000], False), ([0, 5000], False), ([-1, 10**6], False)],
)
def test_the_scale_is_logarithmic_only_past_two_powers_of_ten(values: list[Number], is_log: bool) -> None:
    assert is_log == value_scale(values, 300, 0).is_log


@pytest.mark.parametrize(("values", "starts"), [([180, 1200], 0), ([0, 3], 0), ([7, 7], 0), ([1000, 1010], 980)])
def test_a_linear_scale_starts_at_zero_unless_all_lie_close(values: list[Number], starts: float) -> None:
    assert starts == value_scale(values, 300, 0).low


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_values_stand_inside_the_plot_in_order(values: list[Number]) -> None:
    scale = value_scale(values, 300, 20)
    heights = [scale.height(v) for v in sorted(values)]
    assert sorted(heights, reverse=True) == heights
    assert all(20 <= h <= 300 for h in heights)
    assert len(scale.ticks()) <= 8


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 300)), max_size=30))
def test_dots_never_cover_each_other(places: list[tuple[float, float]]) -> None:
    boxes = [dot_box(*p) for p in spread(places, FRAME)]
    core = [Box(b.left + 5, b.top + 5, b.right - 5, b.bottom - 5) for b in boxes]
    assert not any(a.meets(b) for n, a in enumerate(core) for b in core[:n])


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 300)), max_size=30))
def test_labels_never_overlap_and_stay_inside(places: list[tuple[float, float]]) -> None:
    taken: list[Box] = []
    for place in places:
        label = place_label(("1,200", "قيادة الجيش"), place, taken, FRAME)
        if label is not None:
            room = label_box(label)
            assert FRAME.holds(room)
            assert not any(room.meets(other) for other in taken)
            taken.append(room)


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [("2018-04-11", "2018-04-13", "day"), ("2018-01-03", "2018-05-28", "month"), ("2014-02-01", "2026-01-30", "year"),
     ("2018-04-11", "2018-04-11", "day"), ("0001-01-01", "9999-12-31", "year")],
)  # fmt: skip
def test_ticks_are_round_dates_inside_the_scale(first: str, last: str, grain: str) -> None:
    scale = TimeScale(dt.date.fromisoformat(first), dt.date.fromisoformat(last), 0, 700)
    ticks = time_ticks(scale, 6)
    assert {grain} == {t.grain for t in ticks}
    assert all(scale.first <= t.date <= scale.last for t in ticks)
    assert 1 <= len(ticks) <= 6


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_dot_is_a_link_with_its_value(size: Size) -> None:
    day = dt.date(2026, 1, 26)
    points = (point(1, 1200, day), point(2, 180, dt.date(2026, 1, 28)), point(3, 400))
    tree = parse(draw(Chart("c", points, (Link(1, 2, is_contradiction=True),), (180, 1200)), size))
    dots = tree.all("a", "dot")
    assert ["#m1-p1", "#m1-p2", "#m1-p3"] == [d.attributes["href"] for d in dots]
    assert "1,200 · جهة · 2026-01-26" == dots[0].all("title")[0].words()
    assert 1 == len(tree.all("line", "clash"))
    assert 1 == len(tree.all("rect", "band"))


def test_an_open_side_is_an_arrow_and_a_closed_one_a_bar() -> None:
    held = (Quantity(400, None, Approximator.MORE_THAN), Quantity(15, 20, Approximator.RANGE), Quantity(5, 5))
    points = tuple(Point(n, q, "", "", None, SourceKind.WITNESS, f"#m1-p{n}") for n, q in enumerate(held, 1))
    tree = parse(draw(Chart("c", points), WIDE))
    assert (1, 1) == (len(tree.all("path", "open")), len(tree.all("path", "reach")))
