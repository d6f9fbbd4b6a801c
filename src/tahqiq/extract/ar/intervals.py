"""The interval that a number means under its hedges, in full units."""

from __future__ import annotations

from fractions import Fraction

from tahqiq.extract.ar.numerals import Sense
from tahqiq.extract.ar.ranges import Extent
from tahqiq.extract.ar.units import Unit
from tahqiq.model.quantity import Approximator, Number, Quantity


def interval(core: Extent, unit: Unit | None, hedges: tuple[Approximator, ...]) -> Quantity:
    """Low and high in full units, under the strongest hedge."""
    symbol, factor = ("count", Fraction(1)) if unit is None else (unit.symbol, unit.factor)
    if unit is None and core.low.sense is Sense.FRACTION:
        symbol = "fraction"
    low = _times(core.low.value, factor, symbol)
    if core.high is not None:
        return Quantity(low, _times(core.high.value, factor, symbol), Approximator.RANGE, symbol)
    if core.low.sense is Sense.VAGUE:
        return Quantity(low, None, Approximator.VAGUE, symbol)
    if core.low.sense is Sense.FEW and core.low.high is not None:
        return Quantity(low, _times(core.low.high, factor, symbol), Approximator.VAGUE, symbol)
    odd = (Approximator.MORE_THAN,) if core.low.sense is Sense.ODD else ()
    return hedged(low, symbol, odd + hedges)


def hedged(value: Number, symbol: str, hedges: tuple[Approximator, ...]) -> Quantity:
    bounds = [h for h in hedges if h not in (Approximator.EXACT, Approximator.ABOUT)]
    kind = bounds[-1] if bounds else (Approximator.ABOUT if Approximator.ABOUT in hedges else Approximator.EXACT)
    if kind in (Approximator.MORE_THAN, Approximator.AT_LEAST):
        return Quantity(value, None, kind, symbol)
    if kind in (Approximator.LESS_THAN, Approximator.AT_MOST):
        return Quantity(None, value, kind, symbol)
    return Quantity(value, value, kind, symbol)


_FRACTION_PLACES = 4


def _times(value: Number, factor: Fraction, symbol: str) -> Number:
    """`value` in full units; fractions to four places, as people write a third."""
    if symbol == "fraction":
        return round(value, _FRACTION_PLACES)
    if factor == 1:
        return value
    exact = Fraction(repr(value)) * factor
    return int(exact) if exact.denominator == 1 else float(exact)
