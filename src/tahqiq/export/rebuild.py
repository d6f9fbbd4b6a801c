"""Interchange records back to model values, over the Text that they were read from.

Every function raises InvalidValue where a record cannot be a value of the model, so nothing wrong gets past here.
"""

from __future__ import annotations

import datetime as dt

from tahqiq.errors import InvalidValue
from tahqiq.export.shapes import AttributionRecord, Bounds, DateRecord, FigureRecord, StatementRecord
from tahqiq.model.claim import DateMention, Figure, Mode, Stance, Statement
from tahqiq.model.place import Place
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.source import Attribution, Source, SourceKind
from tahqiq.model.text import Span, Text
from tahqiq.model.when import Calendar, When


def figure_from(record: FigureRecord, text: Text) -> Figure:
    """The figure of a record; InvalidValue where its quote does not stand in the text at its span."""
    return Figure(
        _quoted(record["span"], record["text"], text),
        Quantity(record["low"], record["high"], Approximator(record["approx"]), record["unit"]),
        record["rule"],
        record["counted"],
        _maybe_span(record["counted_span"], text),
        record["predicate"],
        _place(record, text),
        _when(record["when"], record["when_calendar"], record["when_relative"]),
        _attribution(record, text),
        Stance(record["stance"]),
        _maybe_span(record["part_of"], text),
    )


def statement_from(record: StatementRecord, text: Text) -> Statement:
    """The statement of a record; InvalidValue where its words do not stand in the text at its spans."""
    return Statement(
        _quoted(record["content"], record["content_text"], text),
        _quoted(record["cue"], record["cue_text"], text),
        _attribution(record, text),
        Mode(record["mode"]),
        record["act"],
        record["rule"],
    )


def date_from(record: DateRecord, text: Text) -> DateMention:
    """The date mention of a record; InvalidValue where its words do not stand in the text at its span."""
    when = When(record["value"], Calendar(record["calendar"]), record["relative"])
    return DateMention(_quoted(record["span"], record["text"], text), when, record["rule"])


def day_from(written: str | None) -> dt.date | None:
    """A date from "2018-03-06", a datetime from "2018-03-06T02:53:34+04:00", None from None."""
    if written is None:
        return None
    return dt.datetime.fromisoformat(written) if "T" in written else dt.date.fromisoformat(written)


def _attribution(record: AttributionRecord, text: Text) -> Attribution:
    relays = zip(record["via"], record["via_kinds"], strict=True)
    return Attribution(
        Source(record["source"], SourceKind(record["source_kind"])),
        tuple(Source(name, SourceKind(kind)) for name, kind in relays),
        _maybe_span(record["mention"], text),
        _maybe_span(record["attribution_cue"], text),
    )


def _place(record: FigureRecord, text: Text) -> Place | None:
    name, at = record["place"], record["place_at"]
    if name is None or at is None:
        return None
    return Place(name, _span(at["span"], text), at["key"], at["country"], at["latitude"], at["longitude"])


def _when(value: str | None, calendar: str | None, relative: str | None) -> When | None:
    return None if calendar is None else When(value, Calendar(calendar), relative)


def _span(bounds: Bounds, text: Text) -> Span:
    start, end = bounds
    return Span(text, start, end)


def _maybe_span(bounds: Bounds | None, text: Text) -> Span | None:
    return None if bounds is None else _span(bounds, text)


def _quoted(bounds: Bounds, quote: str, text: Text) -> Span:
    span = _span(bounds, text)
    if span.quote != quote:
        raise InvalidValue(f"the words at {span.start}:{span.end} are {span.quote!r}, not {quote!r}")
    return span
