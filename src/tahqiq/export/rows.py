"""Tidy rows: one flat line per figure, statement, date, measure, relation or conflict, for tables and spreadsheets.

Columns common to all: `id` is the claim's; `report` is the report's id; `start` and `end` are code points of its
Text, half-open, and `quote` the words there; `published` and `as_of` are ISO 8601; `low` and `high` are in `unit`,
empty where that side is open; `judged` is the verdict of a person ("accept", "reject", "correct", else empty): what was
corrected is given as corrected; `via` runs from the innermost relay to the outermost, parted by " < ".
"""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.people_rows import TokenRow, UserRow
from tahqiq.model.quantity import Number


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; `when` is EDTF, `latitude` and `longitude` WGS 84 degrees, `part_of_start` where its whole begins."""

    id: str
    report: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    counted: str
    predicate: str
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    when: str | None
    source: str
    source_kind: str
    via: str
    stance: str
    part_of_start: int | None
    rule: str
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement; `quote` are the words attributed, `cue` those that attribute them."""

    id: str
    report: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    cue: str
    source: str
    source_kind: str
    via: str
    mode: str
    act: str
    rule: str
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date mention; `value` is EDTF, empty where `relative` (a signed ISO 8601 duration) had no day to hang on."""

    id: str
    report: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    value: str | None
    relative: str | None
    calendar: str
    rule: str
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure under one policy; `figures` and `positions` are how many it has, `rule` the policy's rule that fired.

    A measure without estimates has one row, its policy empty.
    """

    measure: str
    story: str
    predicate: str
    counted: str
    unit: str
    place: str | None
    description: str
    description_ar: str
    part_of: str | None
    figures: int
    positions: int
    policy: str | None
    low: Number | None
    best: Number | None
    high: Number | None
    status: str | None
    rule: str | None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One figure of a position on a measure: who holds it (`origin`), since when (`as_of`), through which report.

    `position` counts a measure's positions from 0, the earliest first. `low`, `high`, `approx` are the position's;
    `contradicted` is "yes" where another position cannot hold beside it.
    """

    measure: str
    story: str
    description: str
    description_ar: str
    position: int
    origin: str
    origin_kind: str
    low: Number | None
    high: Number | None
    approx: str
    unit: str
    stance: str
    as_of: str | None
    contradicted: str
    report: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story: how many reports it has, and what holds them together."""

    story: str
    title: str
    reports: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report as it was received; `digest` is the SHA-256 of its bytes, `locator` says where they came from.

    `language` is that of its text; `story` is empty where it belongs to none.
    """

    report: str
    story: str | None
    outlet: str | None
    title: str | None
    published: str | None
    author: str | None
    url: str | None
    language: str
    digest: str
    locator: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Two positions on one measure and how the first stands to the second, with the first figure of each."""

    measure: str
    story: str
    description: str
    description_ar: str
    relation: str
    unit: str
    a_origin: str
    a_low: Number | None
    a_high: Number | None
    a_as_of: str | None
    a_report: str
    a_quote: str
    b_origin: str
    b_low: Number | None
    b_high: Number | None
    b_as_of: str | None
    b_report: str
    b_quote: str
    reason: str
    reason_ar: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Two numbers on one measure that cannot both hold, with all who hold each, and why.

    `a` and `b` are the numbers in words; `a_voices` and `b_voices` name who holds them, parted by "; ", each with the
    outlets that print it and its day in brackets. Bounds, stance, report and quote are those of the first voice.
    """

    measure: str
    story: str
    description: str
    description_ar: str
    unit: str
    a: str
    a_low: Number | None
    a_high: Number | None
    a_stance: str
    a_voices: str
    a_report: str
    a_quote: str
    b: str
    b_low: Number | None
    b_high: Number | None
    b_stance: str
    b_voices: str
    b_report: str
    b_quote: str
    why: str
    why_ar: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source as it is named: how many figures and statements, in how many reports and outlets, of a ledger.

    `english` is the English name of a known actor, "" of anybody else.
    """

    source: str
    english: str
    kind: str
    reports: int
    outlets: int
    figures: int
    statements: int
    relayed: int


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One figure at the time it holds for: its own date (`dated_by` "text") or its report's ("published")."""

    day: str
    dated_by: str
    report: str
    outlet: str | None
    quote: str
    counted: str
    predicate: str
    place: str | None
    source: str
    stance: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One report or claim that a search found; the higher the BM25 `score`, the better it fits. `quote` shows why.

    `kind` is report, figure or statement, and `claim` the id of a claim. Sorted by day, `score` is 0.
    """

    report: str
    outlet: str | None
    published: str | None
    score: float
    start: int | None
    end: int | None
    quote: str | None
    kind: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One change that an edit made, or an edit without any (`subject` and `change` empty).

    `version` counts from 2, the first that differs; `link` says why both are one report, and `before_report` is its id
    then. `received` is when the newer bytes came (ISO 8601, UTC). `subject` is figure, statement or headline; `quote`
    are its words in the newer text (a figure's sentence) and `before_quote` those in the older, each empty where it was
    not there. `announced` is "no" where the newer text says nothing of a correction: the edit is silent.
    """

    report: str
    outlet: str | None
    url: str | None
    version: int
    link: str
    before_report: str
    before_received: str
    received: str
    announced: str
    subject: str
    change: str
    predicate: str | None
    counted: str | None
    unit: str | None
    before_low: Number | None
    before_high: Number | None
    low: Number | None
    high: Number | None
    before_source: str | None
    source: str | None
    before_start: int | None
    before_end: int | None
    before_quote: str | None
    start: int | None
    end: int | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class FramingRow:
    """How one outlet stands to one term, position or source of a story (`aspect` says which), with a place as evidence.

    term: `topic` is what is named, `item` the term, `sense` its sense in English; `own`, `reported` and `quoted` are
    how often it stands in the outlet's own words, in indirect speech, and between a source's quotation marks; `source`
    is the first who uses it. position: `topic` is the measure, `item` the number as written, `source` who holds it,
    `carriage` "carried", "absent" or "earlier" (the outlet's reports are older than the position); where it is not
    carried, the evidence is the first report that does. source: `item` is the source, `sense` its kind; `quoted` are
    its statements wholly between quotation marks, `reported` the others.
    """

    story: str
    aspect: str
    topic: str
    topic_ar: str
    item: str
    sense: str
    outlet: str
    own: int | None
    reported: int | None
    quoted: int | None
    carriage: str | None
    source: str | None
    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert, raised `at` (ISO 8601, UTC) by `rule`; `quote` are words of its `report`; `id` never comes twice."""

    at: str
    rule: str
    kind: str
    summary: str
    summary_ar: str
    report: str
    outlet: str | None
    url: str | None
    quote: str
    id: str


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One judgement, number `number` of its ledger, made `at` (ISO 8601, UTC) by a person.

    `target` is an id or a source's name. `before` and `after` are the records of a claim as JSON, or grades; `members`
    are parted by spaces; `undoes` is the id of another judgement. `state` is "stands", "undone", or "no longer read"
    where the newest reading of the report does not have the claim.
    """

    number: int
    at: str
    by: str
    kind: str
    target_kind: str
    target: str
    report: str | None
    why: str
    before: str | None
    after: str | None
    members: str
    undoes: str | None
    basis: str | None
    state: str
    id: str


ExportRow = (
    UserRow
    | TokenRow
    | FigureRow
    | StatementRow
    | DateRow
    | MeasureRow
    | PositionRow
    | StoryRow
    | ReportRow
    | RelationRow
    | ConflictRow
    | SourceRow
    | TimelineRow
    | HitRow
    | VersionRow
    | FramingRow
    | AlertRow
    | JudgementRow
)
