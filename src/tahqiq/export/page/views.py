"""What the templates are given: values ready to be written, all of them safe HTML, element ids or addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.strings import Both


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a position: a quotation with its figure marked, and the chain that carried it.

    `target` is the address of the words in the report's text, None where that report is nowhere shown.
    """

    before: Markup
    quote: Markup
    after: Markup
    target: str | None
    chain: tuple[Both, ...]
    published: Both
    note: Both


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One row of a measure's table.

    `address` is that of a page of its source (None: there is none); `outlets` are those that print it, where its source
    is not an outlet itself.
    """

    id: str
    key: int
    value: Both
    who: Both
    kind: Both
    address: str | None
    badge: Markup
    outlets: Both
    as_of: Both
    note: Both
    part: Both
    is_contradicted: bool
    evidence: tuple[Evidence, ...]
    more_evidence: tuple[Evidence, ...]
    more_words: Both
    left_out: Both


@dataclass(frozen=True, slots=True)
class RelationLine:
    """Two rows, how the first stands to the second, and why."""

    kind: Both
    first: PositionRow
    second: PositionRow
    why: Both


@dataclass(frozen=True, slots=True)
class ClashLine:
    """The rows that hold one number against those that hold another, and why both cannot be right."""

    first: tuple[PositionRow, ...]
    second: tuple[PositionRow, ...]
    why: Both


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """An estimate in words."""

    value: Both
    best: Both
    status: str
    status_words: Both
    policy: Both
    rule: Both


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark of the chart and what it means."""

    mark: Markup
    words: Both


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with everything that is said of it; `address` is that of a page of its own (None: there is none).

    `files` are the addresses of its chart by form ("svg", "csv"), to be kept under `file_name` and the form.
    """

    id: str
    title: Both
    address: str | None
    place: Both
    chart_title: Both
    whole_words: Both
    whole_target: str | None
    is_contested: bool
    estimate: EstimateLine | None
    other_estimates: tuple[EstimateLine, ...]
    drawings: tuple[Markup, ...]
    files: Mapping[str, str]
    file_name: str
    legend: tuple[LegendEntry, ...]
    is_log: bool
    rows: tuple[PositionRow, ...]
    contradictions: tuple[ClashLine, ...]
    more_contradictions: tuple[ClashLine, ...]
    more_contradictions_words: Both
    relations: tuple[RelationLine, ...]
    outside: tuple[Evidence, ...]
    left_out: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One attributed stretch of a report: who (and the page of that source, if any), how, and a way to the words."""

    id: str
    target: str
    who: Both
    kind: Both
    address: str | None
    badge: Markup
    act: Both
    mode: Both
    via: tuple[Both, ...]
    words: Markup


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its claims marked in its words."""

    id: str
    title: Both
    outlet: Both
    author: Both
    published: Both
    address: str | None
    host: str
    locator: Both
    language: str
    words: Markup
    statements: tuple[StatementLine, ...]
    left_out: Both
    tally: Both
    is_empty: bool


@dataclass(frozen=True, slots=True)
class OutletUse:
    """An outlet with how often it does something, a way to the first place, and whose words they are there."""

    outlet: Both
    count: int
    target: str | None
    source: Both


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term and the outlets that use it: in their own words, in indirect speech, between quotation marks."""

    term: Both
    own: tuple[OutletUse, ...]
    reported: tuple[OutletUse, ...]
    quoted: tuple[OutletUse, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Terms for one actor or act."""

    label: Both
    lines: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """A position, and for each outlet's column how it stands to it: a class and the words for it."""

    value: Both
    who: Both
    target: str | None
    stands: tuple[tuple[str, Both], ...]


@dataclass(frozen=True, slots=True)
class CarriedMeasure:
    """The positions of a measure in a matrix."""

    title: Both
    target: str | None
    lines: tuple[CarriedLine, ...]
    left_out: Both


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A source and the outlets that let it speak."""

    who: Both
    kind: Both
    badge: Markup
    outlets: tuple[OutletUse, ...]


@dataclass(frozen=True, slots=True)
class FramingView:
    """How each outlet tells a story: `outlets` are the columns of the matrix."""

    outlets: tuple[Both, ...]
    families: tuple[FamilyView, ...]
    measures: tuple[CarriedMeasure, ...]
    speakers: tuple[SpeakerLine, ...]
    families_note: Both
    measures_notes: tuple[Both, ...]
    speakers_note: Both


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story in full."""

    id: str
    title: Both
    reason: Both
    lead: tuple[Both, ...]
    disputes: tuple[Both, ...]
    findings: tuple[Both, ...]
    caveats: tuple[Both, ...]
    measures: tuple[MeasureView, ...]
    singles: tuple[MeasureView, ...]
    framing: FramingView | None
    reports: tuple[ReportView, ...]
    measures_note: Both
    singles_note: Both
    reports_note: Both


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A story in the index; `story` None: it is listed only, and its id is what a command needs."""

    title: Both
    story: StoryView | None
    story_id: str
    reports: Both
    span: Both
    measures: Both
    contradictions: Both


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page: an index of stories, or (`index` is empty) one story or none."""

    stories: tuple[StoryView, ...]
    index: tuple[IndexLine, ...]
    notes: tuple[Both, ...]
