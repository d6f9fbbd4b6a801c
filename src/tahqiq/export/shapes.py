"""The shapes of the interchange records, key by key, as JSON holds them.

Spans are `[start, end]`, half-open, in Unicode code points of the report's Text. Times are ISO 8601, dates EDTF.
"""

from __future__ import annotations

from typing import TypedDict

from tahqiq.model.quantity import Number

Bounds = list[int]


class PlaceRecord(TypedDict):
    """What is known of a figure's place besides its name."""

    span: Bounds
    key: str | None
    country: str | None
    latitude: float | None
    longitude: float | None


class AttributionRecord(TypedDict):
    """Who stands behind a claim; `via` runs from the innermost relay to the outermost, `via_kinds` beside it."""

    source: str
    source_kind: str
    via: list[str]
    via_kinds: list[str]
    mention: Bounds | None
    attribution_cue: Bounds | None


class FigureRecord(AttributionRecord):
    """A Figure; `when` is its EDTF value, `when_relative` a signed ISO 8601 duration, `part_of` the whole's span."""

    span: Bounds
    text: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    counted: str
    counted_span: Bounds | None
    predicate: str
    place: str | None
    place_at: PlaceRecord | None
    when: str | None
    when_calendar: str | None
    when_relative: str | None
    stance: str
    part_of: Bounds | None
    rule: str


class StatementRecord(AttributionRecord):
    """A Statement with its verbatim words."""

    content: Bounds
    content_text: str
    cue: Bounds
    cue_text: str
    mode: str
    act: str
    rule: str


class DateRecord(TypedDict):
    """A date mention with its verbatim words."""

    span: Bounds
    text: str
    value: str | None
    calendar: str
    relative: str | None
    rule: str


class ReportRecord(TypedDict):
    """One report with its claims: a line of `tahqiq extract`."""

    id: str
    language: str
    published: str | None
    figures: list[FigureRecord]
    statements: list[StatementRecord]
    dates: list[DateRecord]


class MeasuredFigureRecord(TypedDict):
    """A figure as a measure lists it; `corrected` says that a person put it right."""

    report: str
    outlet: str | None
    span: Bounds
    text: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    source: str
    published: str | None
    corrected: bool


class PositionRecord(TypedDict):
    """What one origin holds; `figures` are indexes into the measure's figures."""

    origin: str
    origin_kind: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    as_of: str | None
    figures: list[int]


class RelationRecord(TypedDict):
    """How position `a` stands to position `b`; the reason in English and in Arabic."""

    a: int
    b: int
    relation: str
    reason: str
    reason_ar: str


class EstimateRecord(TypedDict):
    """A measure's low, best and high under one policy; `inputs` are indexes of positions."""

    low: Number | None
    best: Number | None
    high: Number | None
    status: str
    rule: str
    inputs: list[int]


class MeasureRecord(TypedDict):
    """One measure: a line of `tahqiq measures --format jsonl`; `estimates` by name of policy.

    `formerly` are ids of measures that judgements made one with it.
    """

    id: str
    story: str
    predicate: str
    counted: str
    place: str | None
    description: str
    description_ar: str
    part_of: str | None
    formerly: list[str]
    figures: list[MeasuredFigureRecord]
    positions: list[PositionRecord]
    relations: list[RelationRecord]
    estimates: dict[str, EstimateRecord]
