"""Reviewed reports as annotation rows: one JSON object per report, in the shape of hand-annotated gold.

A row holds the report's words, who annotated it, and its figures, statements and dates as people left them; spans are
half-open, in code points of `text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from tahqiq.export.records import figure_record, statement_record
from tahqiq.export.shapes import Bounds
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.quantity import Number
from tahqiq.model.report import ReadReport


class AnnotatedFigure(TypedDict):
    """A figure; `part_of` are the words of the whole."""

    span: Bounds
    text: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    counted: str
    predicate: str
    place: str | None
    source: str
    source_kind: str
    via: list[str]
    stance: str
    part_of: str | None


class AnnotatedStatement(TypedDict):
    """A statement; `mention` is None where the source is understood from before."""

    content: Bounds
    content_text: str
    cue: Bounds
    cue_text: str
    mention: Bounds | None
    mention_text: str | None
    source: str
    source_kind: str
    mode: str
    via: list[str]


class AnnotatedDate(TypedDict):
    """A date; `value` is EDTF."""

    span: Bounds
    text: str
    value: str


class AnnotationRow(TypedDict):
    """A reviewed report; `annotator` names all who judged it."""

    id: str
    outlet: str | None
    url: str | None
    published: str | None
    annotator: str
    text: str
    figures: list[AnnotatedFigure]
    statements: list[AnnotatedStatement]
    dates: list[AnnotatedDate]


def annotation_row(read: ReadReport, annotators: Sequence[str]) -> AnnotationRow:
    """The row of a report whose claims are as people left them; dates that had no day to hang on are left out."""
    known, claims = read.report.metadata, read.claims
    return {
        "id": read.report.id,
        "outlet": known.outlet,
        "url": known.url,
        "published": None if known.published is None else known.published.isoformat(),
        "annotator": ", ".join(annotators),
        "text": read.report.text.raw,
        "figures": [_figure(figure) for figure in claims.figures],
        "statements": [_statement(statement) for statement in claims.statements],
        "dates": [_date(date, date.when.value) for date in claims.dates if date.when.value is not None],
    }


def _figure(figure: Figure) -> AnnotatedFigure:
    record = figure_record(figure)
    return {
        "span": record["span"],
        "text": record["text"],
        "low": record["low"],
        "high": record["high"],
        "approx": record["approx"],
        "unit": record["unit"],
        "counted": record["counted"],
        "predicate": record["predicate"],
        "place": record["place"],
        "source": record["source"],
        "source_kind": record["source_kind"],
        "via": record["via"],
        "stance": record["stance"],
        "part_of": figure.part_of.quote if figure.part_of else None,
    }


def _statement(statement: Statement) -> AnnotatedStatement:
    record, mention = statement_record(statement), statement.attribution.mention
    return {
        "content": record["content"],
        "content_text": record["content_text"],
        "cue": record["cue"],
        "cue_text": record["cue_text"],
        "mention": record["mention"],
        "mention_text": mention.quote if mention else None,
        "source": record["source"],
        "source_kind": record["source_kind"],
        "mode": record["mode"],
        "via": record["via"],
    }


def _date(date: DateMention, value: str) -> AnnotatedDate:
    return {"span": [date.span.start, date.span.end], "text": date.span.quote, "value": value}
