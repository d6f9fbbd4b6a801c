"""Corrected claims: what a person would have otherwise in a claim, put into it and held to the words of its report.

Each function raises InvalidJudgement with the name of the field that cannot be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tahqiq.errors import InvalidJudgement, InvalidValue
from tahqiq.model.claim import DateMention, Figure, Mode, Stance, Statement
from tahqiq.model.folding import fold, fold_with_offsets
from tahqiq.model.place import Place
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.source import Attribution, Source, SourceKind
from tahqiq.model.text import Span, Text
from tahqiq.model.when import Calendar, When

Bounds = tuple[int, int]

_WRITTEN = re.compile(r"(?P<hedge>~|>=|>|<=|<|)\s*(?P<low>\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?", re.ASCII)
_HEDGES = {
    "": Approximator.EXACT,
    "~": Approximator.ABOUT,
    ">": Approximator.MORE_THAN,
    ">=": Approximator.AT_LEAST,
    "<": Approximator.LESS_THAN,
    "<=": Approximator.AT_MOST,
}
_NAMELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What is to be otherwise in a figure: None leaves a part as it is, "" takes a place or a date away.

    `place` is words of the report, `when` an EDTF date, `via` all relays from the innermost to the outermost.
    """

    span: Bounds | None = None
    quantity: Quantity | None = None
    counted: str | None = None
    predicate: str | None = None
    place: str | None = None
    when: str | None = None
    source: Source | None = None
    via: tuple[Source, ...] | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class StatementChange:
    """What is to be otherwise in a statement; None leaves a part as it is."""

    content: Bounds | None = None
    cue: Bounds | None = None
    source: Source | None = None
    via: tuple[Source, ...] | None = None
    mode: Mode | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class DateChange:
    """What is to be otherwise in a date mention; `value` is an EDTF date, None leaves a part as it is."""

    span: Bounds | None = None
    value: str | None = None


def corrected_figure(figure: Figure, change: FigureChange) -> Figure:
    """The figure with the change; one without a change is the figure itself."""
    text = figure.span.text
    span = figure.span if change.span is None else span_at("span", text, change.span)
    counted = figure.counted if change.counted is None else " ".join(change.counted.split())
    with _field("predicate"):
        return replace(
            figure,
            span=span,
            quantity=change.quantity or figure.quantity,
            counted=counted,
            predicate=figure.predicate if change.predicate is None else change.predicate.strip(),
            place=figure.place if change.place is None else _place(change.place, span),
            when=figure.when if change.when is None else _when(change.when),
            attribution=_attribution(figure.attribution, change.source, change.via, span),
            stance=change.stance or figure.stance,
        )


def corrected_statement(statement: Statement, change: StatementChange) -> Statement:
    """The statement with the change; one without a change is the statement itself."""
    text = statement.content.text
    content = statement.content if change.content is None else span_at("content", text, change.content)
    cue = statement.cue if change.cue is None else span_at("cue", text, change.cue)
    act = statement.act if change.act is None else change.act.strip()
    if not act:
        raise InvalidJudgement("act", "a statement needs a speech act")
    attribution = _attribution(statement.attribution, change.source, change.via, cue)
    return replace(
        statement, content=content, cue=cue, attribution=attribution, mode=change.mode or statement.mode, act=act
    )


def corrected_date(mention: DateMention, change: DateChange) -> DateMention:
    """The date mention with the change; one without a change is the mention itself."""
    span = mention.span if change.span is None else span_at("span", mention.span.text, change.span)
    when = mention.when if change.value is None else _when(change.value)
    if when is None:
        raise InvalidJudgement("value", "a date needs a value")
    return replace(mention, span=span, when=when)


def quantity_of(low: Number | None, high: Number | None, approx: str, unit: str) -> Quantity:
    """The quantity of four fields of a form; InvalidJudgement for "approx" or "value"."""
    hedge = next((one for one in Approximator if one.value == approx), None)
    if hedge is None:
        raise InvalidJudgement("approx", f"{approx!r} is none of {', '.join(Approximator)}")
    with _field("value"):
        return Quantity(low, high, hedge, unit.strip() or "count")


def quantity_written(words: str, unit: str) -> Quantity:
    """The quantity of "12", "~12" (about), ">12", ">=12", "<12", "<=12" or "12..15"; InvalidJudgement for others."""
    match = _WRITTEN.fullmatch(words.replace(",", "").strip())
    if match is None:
        raise InvalidJudgement("value", f"{words!r} is not like 12, ~12, >12, >=12, <12, <=12 or 12..15")
    hedge, low, high = match["hedge"], _number(match["low"]), match["high"]
    if high is not None:
        return quantity_of(low, _number(high), Approximator.RANGE, unit)
    approximator = _HEDGES[hedge]
    lowest = None if hedge.startswith("<") else low
    highest = None if hedge.startswith(">") else low
    return quantity_of(lowest, highest, approximator, unit)


def _number(digits: str) -> Number:
    return float(digits) if "." in digits else int(digits)


def span_at(field: str, text: Text, bounds: Bounds) -> Span:
    """The span at these code points, without the spaces around its words; InvalidJudgement where there are none."""
    start, end = bounds
    with _field(field):
        quote = Span(text, start, end).quote
        lead, trail = len(quote) - len(quote.lstrip()), len(quote) - len(quote.rstrip())
        return Span(text, start + lead, end - trail)


def words_near(text: Text, words: str, near: Span) -> Span | None:
    """The place nearest to `near` where the words stand in any spelling; None where they do not."""
    wanted = fold(" ".join(words.split()))
    if not wanted:
        return None
    folded = fold_with_offsets(text.raw)
    found, at = [], folded.words.find(wanted)
    while at >= 0:
        found.append(Span(text, *folded.raw_bounds(at, at + len(wanted))))
        at = folded.words.find(wanted, at + 1)
    return min(found, key=lambda span: abs(span.start - near.start), default=None)


def _place(name: str, near: Span) -> Place | None:
    bare = " ".join(name.split())
    if not bare:
        return None
    span = words_near(near.text, bare, near)
    if span is None:
        raise InvalidJudgement("place", f"the words {bare!r} do not stand in the report")
    return Place(bare, span)


def _when(value: str) -> When | None:
    with _field("when"):
        return When(value.strip(), Calendar.GREGORIAN) if value.strip() else None


def _attribution(was: Attribution, source: Source | None, via: tuple[Source, ...] | None, near: Span) -> Attribution:
    """The attribution with another source: mentioned where its name stands nearest, by the cue that was there."""
    relays = was.via if via is None else via
    if source is None or source == was.source:
        return replace(was, via=relays)
    if source.kind in _NAMELESS:
        return Attribution(Source(source.kind.value, source.kind), relays)
    if not source.name.strip():
        raise InvalidJudgement("source", "a source needs a name")
    named = Source(" ".join(source.name.split()), source.kind)
    return Attribution(named, relays, words_near(near.text, named.name, near), was.cue)


@contextmanager
def _field(name: str) -> Iterator[None]:
    try:
        yield
    except InvalidValue as error:
        raise InvalidJudgement(name, str(error)) from error
