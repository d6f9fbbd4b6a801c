"""Quantities: numbers with their hedges, ranges and units, and which of them are figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from tahqiq.extract.ar import approximators
from tahqiq.extract.ar.declined import Declined, Place, decline
from tahqiq.extract.ar.duals import dual_of, two_after
from tahqiq.extract.ar.numerals import Numeral, Sense
from tahqiq.extract.ar.ranges import Chart, Extent, extent
from tahqiq.extract.ar.units import Unit, dual_unit, money_before, single_unit, unit_after
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import Hit
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
    unit = unit_after(stream, core.end, is_whole=isinstance(core.low.value, int)) or _shared(stream, chart, core)
    inner = unit.end if unit is not None and unit.first == core.end else core.end
    symbol = money_before(stream, core.first) if unit is None else None
    first = core.first - (symbol is not None)
    measure = unit.value if unit is not None else symbol
    ahead = approximators.before(stream, first)
    behind = approximators.after(stream, inner)
    hedges = ahead.approximators + (behind.approximators if behind is not None else ())
    apart = approximators.distant(stream, first) if not hedges else ()
    quantity = _quantity(core, measure, hedges + apart)
    place = Place(hit.first, core.end, core.low, bool(hedges), measure is not None, core.high is not None)
    reason = Declined.DATE if hit.first in dated else decline(stream, place)
    is_hedged = ahead.edge < first
    end = behind.edge if behind is not None else inner
    if behind is None and is_hedged and approximators.closes(stream, first, end):
        end += 1
    noun = (inner, end - 2) if behind is not None and end - 2 > inner else None
    reading = Reading(Amount(quantity, noun), reason, _is_ordinal(core.low))
    return Found(ahead.edge if is_hedged else first, end, reading, core.rule, ahead.skip if is_hedged else core.skip)


def _is_ordinal(numeral: Numeral) -> bool:
    return numeral.is_ordinal


def _shared(stream: Stream, chart: Chart, core: Extent) -> Hit[Unit] | None:
    """ "1.5 و0.5 في المئة", "من 5 إلى 10 ملايين دولار": the unit behind the second number holds for the first."""
    link = stream.folded(core.end)
    partner = None
    if link in ("و", "الي", "او", "مقابل"):
        partner = chart.get(core.end + 1)
    if partner is None:
        return None
    return unit_after(stream, partner.end, is_whole=isinstance(partner.value.value, int))


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
    ahead = approximators.before(stream, index)
    behind = approximators.after(stream, end)
    hedges = ahead.approximators + (behind.approximators if behind is not None else ())
    quantity = _hedged(2, unit.symbol if unit is not None else "count", hedges)
    skip = len(proclitics.removesuffix("ال")) if not proclitics.endswith("لال") else len(proclitics) - 2
    noun = None if unit is not None else (index, index + 1)
    reading = Reading(Amount(quantity, noun))
    rule = "dual" if unit is None else "dual unit"
    if ahead.edge < index:
        return Found(ahead.edge, behind.edge if behind else end, reading, rule, ahead.skip)
    return Found(index, behind.edge if behind else end, reading, rule, skip)


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
