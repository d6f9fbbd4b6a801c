"""Quantities: numbers with their hedges, ranges and units, and which of them are figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from tahqiq.extract.ar import approximators
from tahqiq.extract.ar.declined import Declined, Place
from tahqiq.extract.ar.declining import decline
from tahqiq.extract.ar.duals import dual_of, two_after
from tahqiq.extract.ar.numerals import Numeral, Sense, kept_article
from tahqiq.extract.ar.ranges import Chart, Extent, extent
from tahqiq.extract.ar.units import Unit, dual_unit, money_before, single_unit, unit_after
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.claim import NumberMention
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.when import When


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number says. `noun` are the tokens of the counted noun where they lie inside the span, else None."""

    quantity: Quantity
    noun: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An Amount, and the reason for which it is no figure (None: it is one)."""

    amount: Amount
    declined: Declined | None = None
    is_ordinal: bool = False


def quantities(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()) -> tuple[Found[Amount], ...]:
    """The figures of a text in order: what counts or measures something, with hedges and units of measure."""
    return tuple(
        Found(hit.first, hit.end, hit.value.amount, hit.rule, hit.skip)
        for hit in readings(stream, numerals, dates)
        if hit.value.declined is None
    )


def number_mentions(
    stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()
) -> tuple[NumberMention, ...]:
    """Every number of a text in order, figures or not."""
    return tuple(
        NumberMention(stream.span(h.first, h.end, skip=h.skip), h.value.amount.quantity, h.rule, h.value.is_ordinal)
        for h in readings(stream, numerals, dates)
    )


def readings(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()) -> Iterator[Found[Reading]]:
    """Every number with its quantity and whether it is a figure, in text order, none overlapping another."""
    dated = frozenset(index for hit in dates for index in range(hit.first, hit.end))
    index, end = 0, 0
    while index < len(stream.tokens):
        found = _at(stream, numerals, index, dated)
        if found is None or found.first < end:
            index += 1 if found is None else found.end - index
            continue
        yield found
        index = end = found.end


def _at(stream: Stream, chart: Chart, index: int, dated: frozenset[int]) -> Found[Reading] | None:
    hit = chart.get(index)
    if hit is not None:
        return _number(stream, chart, hit, dated)
    if stream.tokens[index].word.kind is not Kind.WORD:
        return None
    return _dual(stream, index) or _single(stream, index)


def _number(stream: Stream, chart: Chart, hit: Found[Numeral], dated: frozenset[int]) -> Found[Reading]:
    core = extent(stream, chart, hit)
    is_whole = isinstance(core.low.value, int)
    own = unit_after(stream, core.end, is_whole=is_whole)
    inner = own.end if own is not None else core.end
    unit = own.value if own is not None else money_before(stream, core.first)
    first = core.first - (own is None and unit is not None)
    after = inner
    if unit is None:
        unit, after = _shared(stream, chart, core)
    hedge = _hedge(stream, first, inner)
    quantity = _quantity(core, unit, hedge.kinds)
    symbol = unit.symbol if unit is not None else ""
    place = Place(hit.first, core.end, core.low, symbol, after, hedge.is_beside, core.high is not None)
    is_dated = not dated.isdisjoint(range(core.first, core.end))
    reason = Declined.DATE if is_dated else decline(stream, place)
    reading = Reading(Amount(quantity, hedge.noun), reason, core.low.is_ordinal)
    return Found(hedge.first, hedge.end, reading, core.rule, core.skip if hedge.first == core.first else hedge.skip)


class _Hedge(NamedTuple):
    """What hedges the number at tokens first:end, and the stretch that both fill."""

    first: int
    end: int
    skip: int
    kinds: tuple[Approximator, ...]
    is_beside: bool
    noun: tuple[int, int] | None


def _hedge(stream: Stream, first: int, end: int) -> _Hedge:
    ahead = approximators.before(stream, first)
    behind = approximators.after(stream, end)
    kinds = ahead.approximators + (behind.approximators if behind is not None else ())
    if all(kind is Approximator.ABOUT for kind in kinds):
        kinds = (*approximators.distant(stream, ahead.edge), *kinds)
    if behind is not None:
        noun = (end, behind.first) if behind.first > end else None
        return _Hedge(ahead.edge, behind.edge, ahead.skip, kinds, True, noun)
    is_closed = ahead.edge < first and approximators.closes(stream, first, end)
    return _Hedge(ahead.edge, end + is_closed, ahead.skip, kinds, ahead.edge < first, None)


_LINKS = frozenset(("و", "الي", "او", "مقابل", "-"))


def _shared(stream: Stream, chart: Chart, core: Extent) -> tuple[Unit | None, int]:
    """The unit behind a second number that holds for the first too ("1.5 و0.5 في المئة"), and the token behind both."""
    if stream.folded(core.end) in _LINKS:
        partner = chart.get(core.end + 1)
    else:
        partner = chart.get(core.end) if stream.folded(core.end).startswith("و") else None
    if partner is None or core.high is not None:
        return None, core.end
    unit = unit_after(stream, partner.end, is_whole=isinstance(partner.value.value, int))
    return (None, partner.end) if unit is None else (unit.value, unit.end)


def _quantity(core: Extent, unit: Unit | None, hedges: tuple[Approximator, ...]) -> Quantity:
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
    return _hedged(low, symbol, odd + hedges)


def _hedged(value: Number, symbol: str, hedges: tuple[Approximator, ...]) -> Quantity:
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


def _dual(stream: Stream, index: int) -> Found[Reading] | None:
    """A noun in the dual, with "اثنين" behind it where that is written; or a unit in the dual."""
    measured = dual_unit(stream, index)
    if measured is not None:
        return _two(stream, index, measured[0], measured[1])
    dual = dual_of(stream.tokens[index].word)
    if dual is None:
        return None
    has_two = two_after(stream, index + 1)
    if dual.needs_two and not has_two:
        return None
    found = _two(stream, index, dual.proclitics, None)
    if dual.is_duration:
        return found._replace(value=replace(found.value, declined=Declined.DURATION))
    if dual.proclitics.endswith("ال") and not has_two:
        return found._replace(value=replace(found.value, declined=Declined.BACK))
    return found


def _two(stream: Stream, index: int, proclitics: str, unit: Unit | None) -> Found[Reading]:
    end = index + 1 + (unit is None and two_after(stream, index + 1))
    hedge = _hedge(stream, index, end)
    quantity = _hedged(2, unit.symbol if unit is not None else "count", hedge.kinds)
    reading = Reading(Amount(quantity, None if unit is not None else (index, index + 1)))
    skip = kept_article(proclitics) if hedge.first == index else hedge.skip
    return Found(hedge.first, hedge.end, reading, "dual" if unit is None else "dual unit", skip)


def _single(stream: Stream, index: int) -> Found[Reading] | None:
    """One of a unit behind an approximator: "نحو متر", "تجاوز الكيلومتر"."""
    hit = single_unit(stream, index)
    if hit is None:
        return None
    ahead = approximators.before(stream, index)
    if ahead.edge == index:
        return None
    reading = Reading(Amount(_hedged(1, hit.value.symbol, ahead.approximators)))
    return Found(ahead.edge, hit.end, reading, "one of a unit", ahead.skip)
