"""Scales: from values to heights and from dates to places across, with their ticks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tahqiq.model.quantity import Number

_DECADES_FOR_LOG = 2
_SMALLEST = 1e-200  # floats below it have no logarithm to count with, and nothing that is measured is so small
_STEPS_IN_DAYS = (1, 2, 7, 14)
_STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values from `low` to `high` onto heights from `bottom` to `top` (SVG: down is more)."""

    low: float
    high: float
    bottom: float
    top: float
    is_log: bool

    def height(self, value: Number) -> float:
        """The y of a value; beyond the scale it is held at the edge."""
        low, high, at = (self._on_axis(v) for v in (self.low, self.high, value))
        part = min(max((at - low) / (high - low), 0.0), 1.0)
        return self.bottom - part * (self.bottom - self.top)

    def ticks(self) -> list[float]:
        """Round values inside the scale, at most seven."""
        return _log_ticks(self.low, self.high) if self.is_log else _linear_ticks(self.low, self.high)

    def _on_axis(self, value: float) -> float:
        return math.log10(max(value, self.low)) if self.is_log else float(value)


def value_scale(values: Iterable[Number], bottom: float, top: float) -> ValueScale:
    """The scale that holds `values` (one or more).

    Logarithmic where all are above zero and they span more than two powers of ten; from zero otherwise, unless they
    lie close together far from zero (differences then matter and zero would flatten them).
    """
    listed = sorted(0.0 if abs(v) < _SMALLEST else float(v) for v in values)
    low, high = listed[0], listed[-1]
    if low > 0 and high / low > 10**_DECADES_FOR_LOG:
        return ValueScale(10 ** math.floor(math.log10(low)), high * 1.6, bottom, top, is_log=True)
    is_close = low > 0 and high > low and (high - low) < 0.15 * high
    floor = low - 2 * (high - low) if is_close else min(0.0, low * 1.1)
    ceiling = high + (high - floor) * 0.18 if high > floor else floor + 1
    return ValueScale(floor, ceiling, bottom, top, is_log=False)


def _linear_ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / 5
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
    step = max(step, 1.0) if high - low >= 4 else step
    first = math.ceil(low / step)
    return [n * step for n in range(first, math.floor(high / step) + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low)), math.floor(math.log10(high))
    every = max(1, math.ceil((last - first + 1) / 7))
    return [float(10**power) for power in range(first, last + 1, every) if low <= 10**power <= high]


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Dates from `first` to `last` across from `left` to `right`; one single date stands in the middle."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def across(self, date: dt.date) -> float:
        """The x of a date."""
        days = (self.last - self.first).days
        if days == 0:
            return (self.left + self.right) / 2
        return self.left + (date - self.first).days / days * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A date on the axis and how much of it to write: "day", "month" or "year"."""

    date: dt.date
    grain: str


def time_ticks(scale: TimeScale, most: int) -> list[TimeTick]:
    """Up to about `most` round dates on the scale; the ends themselves where it is too short for round ones."""
    days = (scale.last - scale.first).days
    for step in _STEPS_IN_DAYS:
        if days // step + 1 <= most:
            return [TimeTick(scale.first + dt.timedelta(n), "day") for n in range(0, days + 1, step)]
    for months in (m for m in _STEPS_IN_MONTHS if days / 31 / m <= most):
        starts = _month_starts(scale.first, scale.last, months)
        if 2 <= len(starts) <= most:
            return [TimeTick(d, "month" if months < 12 else "year") for d in starts]
    return [TimeTick(d, "month") for d in (scale.first, scale.last)]


def _month_starts(first: dt.date, last: dt.date, every: int) -> Sequence[dt.date]:
    start = first.year * 12 + first.month - 1
    end = last.year * 12 + last.month - 1
    start = -(-start // every) * every if start % every else start
    starts = [dt.date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1, every)]
    return [d for d in starts if first <= d <= last]
