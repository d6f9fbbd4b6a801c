"""A chart laid out: scales, the frame for dots and labels, and the place of every dot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tahqiq.export.page.chart.placing import Box, spread
from tahqiq.export.page.chart.scale import TimeScale, ValueScale, value_scale
from tahqiq.export.page.chart.spec import Chart, Point, Size
from tahqiq.export.page.wording import digits
from tahqiq.model.quantity import Number, Quantity

_LANE = 84.0
_HEAD, _FOOT = 28.0, 40.0
_DIGIT = 7.2
_FAN = 105.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything that drawing needs to know about places, in CSS pixels from the top left corner.

    `lane` is the x of the dots without a date (None: all have one); `places` the dots' by key.
    """

    chart: Chart
    size: Size
    frame: Box
    values: ValueScale
    times: TimeScale | None
    lane: float | None
    places: dict[int, tuple[float, float]]


def lay_out(chart: Chart, size: Size) -> Plot:
    """Scales and places for a chart of one point or more."""
    bottom = size.height - _FOOT
    values = value_scale(bounds(p.held for p in chart.points), bottom, _HEAD)
    gutter = 12 + _DIGIT * max(len(digits(tick)) for tick in values.ticks() or [0])
    frame = Box(gutter, 4.0, size.width - 4.0, bottom - 3)
    times = _times(chart, frame, size)
    lane = _lane(chart, frame, times)
    return Plot(chart, size, frame, values, times, lane, _places(chart, frame, (values, times, lane)))


def middle(held: Quantity, is_log: bool) -> Number:
    """Where the dot of a quantity stands: the stated number, or the middle of its two bounds on the scale."""
    if held.low is None or held.high is None:
        return held.low if held.low is not None else held.high or 0
    if is_log and held.low > 0:
        return math.sqrt(held.low * held.high)
    return (held.low + held.high) / 2


def bounds(quantities: Iterable[Quantity]) -> list[Number]:
    """Every stated low and high."""
    return [bound for q in quantities for bound in (q.low, q.high) if bound is not None]


def _times(chart: Chart, frame: Box, size: Size) -> TimeScale | None:
    dates = [p.when for p in chart.points if p.when is not None]
    if not dates:
        return None
    lane = _LANE if len(dates) < len(chart.points) else 0
    tail = 24 if size.is_narrow else 64
    first, last = chart.days or (min(dates), max(dates))
    return TimeScale(first, last, frame.left + 26, frame.right - tail - lane)


def _lane(chart: Chart, frame: Box, times: TimeScale | None) -> float | None:
    if all(p.when is not None for p in chart.points):
        return None
    return (frame.left + frame.right) / 2 if times is None else frame.right - _LANE / 2


def _places(
    chart: Chart, frame: Box, scales: tuple[ValueScale, TimeScale | None, float | None]
) -> dict[int, tuple[float, float]]:
    values, times, lane = scales
    room = Box(frame.left + 14, frame.top, frame.right - 12, frame.bottom)
    across = {p.key: lane if p.when is None or times is None else times.across(p.when) for p in chart.points}
    fanned = _fanned(chart.points, {key: x or 0.0 for key, x in across.items()}, room)
    wanted = [(fanned[p.key], values.height(middle(p.held, values.is_log))) for p in chart.points]
    return {p.key: place for p, place in zip(chart.points, spread(wanted, room), strict=True)}


def _fanned(points: Sequence[Point], across: dict[int, float], room: Box) -> dict[int, float]:
    """Dots of one day side by side, lowest first, as far apart as half the way to the neighbouring days allows."""
    days: dict[float, list[Point]] = {}
    for point in points:
        days.setdefault(across[point.key], []).append(point)
    places = {}
    for x, group in days.items():
        free = 2 * min(abs(x - other) / 2 for other in (*days, 2 * room.left - x, 2 * room.right - x) if other != x)
        step = min(_FAN, free / len(group))
        for n, point in enumerate(sorted(group, key=lambda p: middle(p.held, is_log=False))):
            places[point.key] = x + (n - (len(group) - 1) / 2) * step
    return places
