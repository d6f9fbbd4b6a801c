"""Read reports as interchange records (`tahqiq extract`); `rebuild` is the way back, and nothing is lost between."""

from __future__ import annotations

from tahqiq.export.shapes import (
    AttributionRecord,
    Bounds,
    DateRecord,
    FigureRecord,
    PlaceRecord,
    ReportRecord,
    StatementRecord,
)
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.place import Place
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Attribution
from tahqiq.model.text import Span


def record(read: ReadReport) -> ReportRecord:
    """The record of one report: its id, language, time and every claim, each kind in text order."""
    published = read.report.metadata.published
    return {
        "id": read.report.id,
        "language": read.report.text.language,
        "published": None if published is None else published.isoformat(),
        "figures": [figure_record(f) for f in read.claims.figures],
        "statements": [statement_record(s) for s in read.claims.statements],
        "dates": [date_record(d) for d in read.claims.dates],
    }


def figure_record(figure: Figure) -> FigureRecord:
    """The record of one figure."""
    quantity, when, place = figure.quantity, figure.when, figure.place
    return {
        "span": _bounds(figure.span),
        "text": figure.span.quote,
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.approximator.value,
        "unit": quantity.unit,
        "counted": figure.counted,
        "counted_span": _maybe_bounds(figure.counted_span),
        "predicate": figure.predicate,
        "place": place.name if place else None,
        "place_at": _place(place) if place else None,
        "when": when.value if when else None,
        "when_calendar": when.calendar.value if when else None,
        "when_relative": when.relative if when else None,
        "stance": figure.stance.value,
        "part_of": _maybe_bounds(figure.part_of),
        "rule": figure.rule,
        **_attribution(figure.attribution),
    }


def statement_record(statement: Statement) -> StatementRecord:
    """The record of one statement."""
    return {
        "content": _bounds(statement.content),
        "content_text": statement.content.quote,
        "cue": _bounds(statement.cue),
        "cue_text": statement.cue.quote,
        "mode": statement.mode.value,
        "act": statement.act,
        "rule": statement.rule,
        **_attribution(statement.attribution),
    }


def date_record(date: DateMention) -> DateRecord:
    """The record of one date mention."""
    return {
        "span": _bounds(date.span),
        "text": date.span.quote,
        "value": date.when.value,
        "calendar": date.when.calendar.value,
        "relative": date.when.relative,
        "rule": date.rule,
    }


def _attribution(attribution: Attribution) -> AttributionRecord:
    return {
        "source": attribution.source.name,
        "source_kind": attribution.source.kind.value,
        "via": [relay.name for relay in attribution.via],
        "via_kinds": [relay.kind.value for relay in attribution.via],
        "mention": _maybe_bounds(attribution.mention),
        "attribution_cue": _maybe_bounds(attribution.cue),
    }


def _place(place: Place) -> PlaceRecord:
    return {
        "span": _bounds(place.span),
        "key": place.key,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _bounds(span: Span) -> Bounds:
    return [span.start, span.end]


def _maybe_bounds(span: Span | None) -> Bounds | None:
    return None if span is None else [span.start, span.end]
