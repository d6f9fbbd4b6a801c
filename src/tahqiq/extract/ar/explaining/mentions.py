"""How a number or a date was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

from tahqiq.extract.ar.amounts import Reading
from tahqiq.extract.ar.dates import dates
from tahqiq.extract.ar.explaining.steps import Derivation, Step
from tahqiq.extract.ar.numerals import numerals
from tahqiq.extract.ar.quantities import readings
from tahqiq.extract.ar.ranges import Chart
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Stream, tokenize
from tahqiq.model.quantity import Number, Quantity
from tahqiq.model.text import Span, Text
from tahqiq.model.when import When

T = TypeVar("T")


def explain_numbers(text: Text) -> tuple[Derivation, ...]:
    """The derivation of every number of a text: its tokens, bare numbers, quantity, and whether it is a figure."""
    stream = tokenize(text)
    chart = numerals(stream)
    found = readings(stream, chart, dates(stream, chart, None))
    return tuple(Derivation(_span(stream, hit), tuple(_steps_and_verdict(stream, chart, hit))) for hit in found)


def explain_dates(text: Text, base: dt.date | None) -> tuple[Derivation, ...]:
    """The derivation of every date of a text: its tokens, its rule, and the day that it counts from."""
    stream = tokenize(text)
    found = dates(stream, numerals(stream), base)
    return tuple(Derivation(_span(stream, hit), tuple(_date_steps(stream, hit, base))) for hit in found)


def _steps_and_verdict(stream: Stream, chart: Chart, hit: Found[Reading]) -> Iterator[Step]:
    yield from number_steps(stream, chart, hit)
    reason = hit.value.declined
    yield Step("figure", "", "yes" if reason is None else f"no: {reason}")


def number_steps(stream: Stream, chart: Chart, hit: Found[Reading]) -> Iterator[Step]:
    """The steps from the words of a number to its quantity."""
    yield _tokens(stream, hit)
    for index in range(hit.first, hit.end):
        bare = chart.get(index)
        if bare is not None and bare.end <= hit.end:
            result = f"{_plain(bare.value.value)} ({bare.value.sense}, in {bare.value.form})"
            yield Step("bare number", _span(stream, bare).quote, result, bare.rule)
    yield Step("quantity", _span(stream, hit).quote, _written(hit.value.amount.quantity), hit.rule)


def _date_steps(stream: Stream, hit: Found[When], base: dt.date | None) -> Iterator[Step]:
    yield _tokens(stream, hit)
    when = hit.value
    value = when.value if when.value is not None else f"{when.relative} from publication"
    yield Step("date", _span(stream, hit).quote, f"{value} ({when.calendar})", hit.rule)
    yield Step("counted from", "", base.isoformat() if base is not None else "nothing: no base was given")


def _tokens(stream: Stream, hit: Found[Reading] | Found[When]) -> Step:
    words = " | ".join(token.word.raw for token in stream.tokens[hit.first : hit.end])
    return Step("tokens", words, " | ".join(token.word.folded for token in stream.tokens[hit.first : hit.end]))


def _written(quantity: Quantity) -> str:
    ends = ("open" if bound is None else _plain(bound) for bound in (quantity.low, quantity.high))
    return f"{quantity.approximator}, {' to '.join(ends)}, {quantity.unit}"


def _plain(number: Number) -> str:
    return f"{number:,}"


def _span(stream: Stream, hit: Found[T]) -> Span:
    return stream.span(hit.first, hit.end, skip=hit.skip)
