"""Comparing quantities: on one scale, near enough to be one count, told apart beyond doubt."""

from __future__ import annotations

import math

from tahqiq.model.quantity import Approximator, Number, Quantity

_ROUNDING = 0.02
_ABOVE_FLOOR = 0.15
_ABOUT = 0.05
_VAGUE_FLOOR = 0.5
_SMALL = 5
_REACH = 20
_VAGUE_REACH = 200
_PLANNED_REACH = 200


def dimension(unit: str) -> str:
    """The scale a unit belongs to: fractions and percentages share one."""
    return "percent" if unit == "fraction" else unit


def on_scale(quantity: Quantity) -> Quantity:
    """`quantity` in its dimension (a quarter is 25 percent)."""
    if quantity.unit != "fraction":
        return quantity
    low, high = (None if bound is None else bound * 100 for bound in (quantity.low, quantity.high))
    return Quantity(low, high, quantity.approximator, "percent")


def is_open(quantity: Quantity) -> bool:
    """Whether one side is left open."""
    return quantity.low is None or quantity.high is None


def size(quantity: Quantity) -> Number:
    """One number to stand for the quantity: its low, or its high where the low is open."""
    if quantity.low is not None:
        return quantity.low
    assert quantity.high is not None, "a quantity has at least one end"
    return quantity.high


def hull(quantity: Quantity, slack: float = _ABOUT) -> tuple[float, float]:
    """The stretch of values that the words allow: "about" gives 5 % (or `slack`) to either side, an open side infinity.

    The low of vague words is a convention ("hundreds" is 200), so half of it still fits them.
    """
    low = -math.inf if quantity.low is None else float(quantity.low)
    high = math.inf if quantity.high is None else float(quantity.high)
    if quantity.approximator is Approximator.ABOUT:
        return low - abs(low) * slack, high + abs(high) * slack
    if quantity.approximator is Approximator.VAGUE:
        return low * _VAGUE_FLOOR, high
    return low, high


def meet(a: Quantity, b: Quantity, slack: float = _ABOUT) -> bool:
    """Whether one value could satisfy both, rounding included."""
    (a_low, a_high), (b_low, b_high) = hull(on_scale(a), slack), hull(on_scale(b), slack)
    return max(a_low, b_low) <= min(a_high, b_high)


def are_near(a: Quantity, b: Quantity) -> bool:
    """Whether the words may well report one count: equal within rounding, or a number just above a stated minimum.

    Vague words ("tens") are near to nothing.
    """
    a, b = on_scale(a), on_scale(b)
    if Approximator.VAGUE in (a.approximator, b.approximator):
        return False
    if is_open(a) != is_open(b):
        floor, point = (a, b) if is_open(a) else (b, a)
        return meet(a, b) and _apart(size(floor), size(point)) <= _ABOVE_FLOOR
    slack = _ABOUT if Approximator.ABOUT in (a.approximator, b.approximator) else _ROUNDING
    return _apart(size(a), size(b)) <= slack


def is_distinctive(quantity: Quantity, digits: int = 2) -> bool:
    """Whether a number is unlikely to be met by chance: above 20, with that many digits before its zeros."""
    if quantity.approximator is Approximator.VAGUE or not float(size(quantity)).is_integer():
        return False
    return size(quantity) > _REACH and len(str(int(size(quantity))).rstrip("0")) >= digits


def are_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities state one number in one unit, however hedged."""
    return dimension(a.unit) == dimension(b.unit) and size(on_scale(a)) == size(on_scale(b))


def same_values(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have the same ends, however hedged."""
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def are_in_reach(smaller: Quantity, larger: Quantity) -> bool:
    """Whether two counts are of one order of size: within a factor of 20, or 200 above vague words."""
    reach = _VAGUE_REACH if smaller.approximator is Approximator.VAGUE else _REACH
    return float(size(on_scale(larger))) <= reach * max(float(size(on_scale(smaller))), _SMALL)


def is_within_plan(done: Quantity, planned: Quantity) -> bool:
    """Whether a plan may be of what was done: no more than 200 times as much."""
    return float(size(on_scale(planned))) <= _PLANNED_REACH * max(float(size(on_scale(done))), _SMALL)


def _apart(a: Number, b: Number) -> float:
    return abs(a - b) / max(abs(a), abs(b), 1)
