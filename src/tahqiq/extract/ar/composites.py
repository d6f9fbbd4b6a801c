"""Numbers that stand beside each other and make one: money and cents, a floor and a ceiling, money named once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from tahqiq.extract.ar.amounts import Amount, Reading
from tahqiq.extract.ar.units import money_codes
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.folding import fold
from tahqiq.model.quantity import Approximator, Number, Quantity

_FLOORS = frozenset((Approximator.MORE_THAN, Approximator.AT_LEAST))
_CEILINGS = frozenset((Approximator.LESS_THAN, Approximator.AT_MOST))
_LARGE = 1_000_000
_SENTENCE = 60
_SENTENCE_ENDS = frozenset(".؟!")
_VALUE_WORDS = frozenset(
    map(fold, "قيمة قيمته قيمتها مبلغ كلفة كلفته كلفتها تكلفة تكلفته تكلفتها ميزانية قرض دفع أصل".split())
)
_VALUE_REACH = 4


def merged(stream: Stream, found: Iterable[Found[Reading]]) -> list[Found[Reading]]:
    """`found` with neighbours that make one number put together."""
    out: list[Found[Reading]] = []
    for hit in found:
        joint = _joint(stream, out[-1], hit) if out else None
        if joint is None:
            out.append(hit)
        else:
            out[-1] = joint
    return out


def _joint(stream: Stream, first: Found[Reading], second: Found[Reading]) -> Found[Reading] | None:
    """The two as one, where only و stands between them."""
    apart = second.first - first.end
    if apart > 1 or (apart == 1 and stream.folded(first.end) != "و"):
        return None
    if apart == 0 and not (stream.folded(second.first).startswith("و") and second.skip):
        return None
    quantity = _with_cents(first.value.amount.quantity, second) or _closed(first.value, second.value)
    if quantity is None:
        return None
    return Found(first.first, second.end, replace(first.value, amount=Amount(quantity)), "two in one", first.skip)


def _with_cents(whole: Quantity, second: Found[Reading]) -> Quantity | None:
    """ "20 دولارا و43 سنتا"."""
    cents = second.value.amount.quantity
    if not (whole.is_point and cents.is_point and second.value.is_cents) or whole.unit not in money_codes():
        return None
    assert whole.low is not None and cents.low is not None
    value = _sum(whole.low, cents.low)
    return Quantity(value, value, whole.approximator, whole.unit)


def _sum(a: Number, b: Number) -> Number:
    exact = Fraction(repr(a)) + Fraction(repr(b))
    return int(exact) if exact.denominator == 1 else float(exact)


def _closed(first: Reading, second: Reading) -> Quantity | None:
    """ "أكثر من 10 وأقل من 20": a floor and a ceiling are one range."""
    low, high = first.amount.quantity, second.amount.quantity
    if low.approximator not in _FLOORS or high.approximator not in _CEILINGS or low.unit != high.unit:
        return None
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Quantity(low.low, high.high, Approximator.RANGE, low.unit)


def with_shared_money(stream: Stream, found: Iterable[Found[Reading]]) -> tuple[Found[Reading], ...]:
    """Large bare sums that a word of value announces take the currency named before in their sentence.

    "8 مليارات دولار ضمن قرض قيمته 12 مليارا" is 12 billion dollars.
    """
    out: list[Found[Reading]] = []
    money, since = "", 0
    for hit in found:
        quantity = hit.value.amount.quantity
        if quantity.unit in money_codes():
            money, since = quantity.unit, hit.end
        elif money and _is_bare_sum(stream, hit) and not _breaks(stream, since, hit.first):
            amount = replace(hit.value.amount, quantity=replace(quantity, unit=money))
            hit = hit._replace(value=replace(hit.value, amount=amount))
        out.append(hit)
    return tuple(out)


def _is_bare_sum(stream: Stream, hit: Found[Reading]) -> bool:
    quantity = hit.value.amount.quantity
    bound = quantity.low if quantity.low is not None else quantity.high
    if quantity.unit != "count" or bound is None or bound < _LARGE or hit.value.declined is not None:
        return False
    start = max(0, hit.first - _VALUE_REACH)
    return any(split.stem in _VALUE_WORDS for t in stream.tokens[start : hit.first] for split in t.word.splits)


def _breaks(stream: Stream, start: int, end: int) -> bool:
    """Whether a sentence ends between two tokens, or they stand too far apart to be of one."""
    between = (token.word for token in stream.tokens[start:end])
    return end - start > _SENTENCE or any(w.kind is Kind.NEWLINE or w.raw in _SENTENCE_ENDS for w in between)
