"""Quantities: numbers with their hedges, ranges and units, and which of them are figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tahqiq.extract.ar import approximators
from tahqiq.extract.ar.amounts import Amount, Reading
from tahqiq.extract.ar.composites import merged, with_shared_money
from tahqiq.extract.ar.declined import Declined, Place, is_one_of
from tahqiq.extract.ar.declining import decline
from tahqiq.extract.ar.duals import Dual, dual_of, past_agreeing, two_after
from tahqiq.extract.ar.enclosed import opened
from tahqiq.extract.ar.intervals import hedged, interval
from tahqiq.extract.ar.numerals import Form, Numeral, Sense, kept_article
from tahqiq.extract.ar.ranges import Chart, Extent, extent
from tahqiq.extract.ar.units import (
    Unit,
    begins_single,
    dual_unit,
    is_before_its_noun,
    money_before,
    single_unit,
    unit_after,
)
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Stream, word_of
from tahqiq.model.claim import NumberMention
from tahqiq.model.quantity import Approximator
from tahqiq.model.when import When


def quantities(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()) -> tuple[Found[Amount], ...]:
    """The figures of a text in order: what counts or measures something, with hedges and units of measure."""
    return tuple(
        Found(hit.first, hit.end, hit.value.amount, hit.rule, hit.skip)
        for hit in readings(stream, numerals, dates)
        if hit.value.declined is None
    )


def number_mentions(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()) -> tuple[NumberMention, ...]:
    """Every number of a text in order, figures or not."""
    return tuple(
        NumberMention(stream.span(h.first, h.end, skip=h.skip), h.value.amount.quantity, h.rule, h.value.is_ordinal)
        for h in readings(stream, numerals, dates)
    )


def readings(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...] = ()) -> tuple[Found[Reading], ...]:
    """Every number with its quantity and whether it is a figure, in text order, none overlapping another."""
    return with_shared_money(stream, merged(stream, _apart(stream, numerals, dates)))


def _apart(stream: Stream, numerals: Chart, dates: tuple[Found[When], ...]) -> Iterator[Found[Reading]]:
    """The readings one by one; words that agree with a dual before them are no duals ("جنديان أمريكيان")."""
    dated = frozenset(index for hit in dates for index in range(hit.first, hit.end))
    end = 0
    for index in [i for i, t in enumerate(stream.tokens) if i in numerals or counts_alone(t.word.raw)]:
        if index < end:
            continue
        hit = numerals.get(index)
        found = _number(stream, numerals, hit, dated) if hit is not None else _alone(stream, index)
        if found is None:
            continue
        yield found if found.first >= end else found._replace(first=end, skip=0)
        end = found.end if found.rule != "dual" else past_agreeing(stream, found.end)


@lru_cache(maxsize=1 << 17)
def counts_alone(raw: str) -> bool:
    """Whether a written word may count without a numeral: a dual, or a unit behind a hedge ("نحو متر")."""
    word = word_of(raw)
    return word.is_arabic and (dual_of(word) is not None or dual_unit(word) is not None or begins_single(word))


def _alone(stream: Stream, index: int) -> Found[Reading] | None:
    return _dual(stream, index) or _single(stream, index)


def _number(stream: Stream, chart: Chart, hit: Found[Numeral], dated: frozenset[int]) -> Found[Reading]:
    core = opened(stream, chart, extent(stream, chart, hit))
    is_whole = isinstance(core.low.value, int)
    own = unit_after(stream, core.end, is_whole=is_whole)
    inner = own.end if own is not None else core.end
    unit = own.value if own is not None else money_before(stream, core.first)
    first = core.first - (own is None and unit is not None)
    after = inner
    if unit is None:
        unit, after = _shared(stream, chart, core)
    hedge = _hedge(stream, first, inner)
    quantity = interval(core, unit, hedge.kinds)
    symbol = unit.symbol if unit is not None else ""
    place = Place(hit.first, core.end, core.low, symbol, after, hedge.is_beside, core.high is not None)
    is_dated = not dated.isdisjoint(range(core.first, core.end))
    reason = Declined.DATE if is_dated else decline(stream, place)
    is_cents = unit is not None and unit.is_cent
    reading = Reading(Amount(quantity, hedge.noun), reason, core.low.is_ordinal or _ranks(stream, place), is_cents)
    return Found(hedge.first, hedge.end, reading, core.rule, core.skip if hedge.first == core.first else hedge.skip)


_TENS = range(11, 100)
_PLURAL_ENDINGS = ("ات", "ين", "ون")


def _ranks(stream: Stream, place: Place) -> bool:
    """Whether a definite number word is an ordinal by its place: "الكتاب الثلاثون", but "الدول العشرون"."""
    numeral = place.numeral
    if not numeral.is_definite or numeral.form is not Form.WORDS or place.unit or place.is_hedged or place.is_range:
        return False
    if numeral.value not in _TENS and numeral.value != numeral.scale:
        return False
    return numeral.sense is Sense.CARDINAL and not stream.folded(place.first - 1).endswith(_PLURAL_ENDINGS)


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


def _dual(stream: Stream, index: int) -> Found[Reading] | None:
    """A noun in the dual, with "اثنين" behind it where that is written; or a unit in the dual."""
    measured = dual_unit(stream.tokens[index].word)
    if measured is not None and is_before_its_noun(stream, index):
        return None
    if measured is not None:
        found = _two(stream, index, measured[0], measured[1])
        is_back = measured[0].endswith("ال") and measured[1].symbol == "times"
        return found if not is_back else found._replace(value=replace(found.value, declined=Declined.BACK))
    dual = dual_of(stream.tokens[index].word)
    if dual is None:
        return None
    has_two = two_after(stream, index + 1)
    if dual.needs_two and not has_two:
        return None
    found = _two(stream, index, dual.proclitics, None)
    reason = _decline_dual(stream, index, dual, has_two)
    return found if reason is None else found._replace(value=replace(found.value, declined=reason))


def _decline_dual(stream: Stream, index: int, dual: Dual, has_two: bool) -> Declined | None:
    if dual.is_duration:
        return Declined.DURATION
    if dual.proclitics.endswith("ال") and not has_two:
        return Declined.BACK
    return Declined.NAME if is_one_of(stream, index - 1, "places") else None


def _two(stream: Stream, index: int, proclitics: str, unit: Unit | None) -> Found[Reading]:
    end = index + 1 + (unit is None and two_after(stream, index + 1))
    hedge = _hedge(stream, index, end)
    quantity = hedged(2, unit.symbol if unit is not None else "count", hedge.kinds)
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
    reading = Reading(Amount(hedged(1, hit.value.symbol, ahead.approximators)))
    return Found(ahead.edge, hit.end, reading, "one of a unit", ahead.skip)
