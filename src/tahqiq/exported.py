"""The tables that a ledger gives out, to files and to programs: the type of their rows, and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import NamedTuple, TypeVar

from tahqiq import wiring
from tahqiq.errors import UnknownName
from tahqiq.export.framing import framing_rows
from tahqiq.export.judgements import NO_LONGER_READ, STANDS, UNDONE, judgement_row
from tahqiq.export.rows import (
    AlertRow,
    DateRow,
    ExportRow,
    FigureRow,
    FramingRow,
    HitRow,
    JudgementRow,
    MeasureRow,
    PositionRow,
    RelationRow,
    ReportRow,
    SourceRow,
    StatementRow,
    StoryRow,
    TimelineRow,
    VersionRow,
)
from tahqiq.export.summaries import source_rows, timeline_rows
from tahqiq.export.tidy import (
    date_row,
    figure_row,
    measure_rows,
    position_rows,
    relation_rows,
    report_row,
    statement_row,
    story_row,
)
from tahqiq.export.versions import version_rows
from tahqiq.ledger.by_id import ReportsById
from tahqiq.ledger.canonical import kind_of
from tahqiq.ledger.deciding import corrected
from tahqiq.ledger.judged import About
from tahqiq.ledger.recall import Filter, Held
from tahqiq.ledger.search import Hit
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.framing import Framing
from tahqiq.model.judgement import CLAIM_KINDS, TargetKind
from tahqiq.model.measure import Story
from tahqiq.model.standing import in_force

C = TypeVar("C", bound=Figure | Statement | DateMention)

_NAMED = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are wanted; None wants all. A table heeds those that it is `narrowed_by`.

    `since` is what stands in the first column of the row to begin with, in tables that can begin anywhere.
    """

    report: str | None = None
    predicate: str | None = None
    source: str | None = None
    story: str | None = None
    by: str | None = None
    kind: str | None = None
    target: str | None = None
    since: str | None = None

    def claims(self, ledger: Ledger) -> Filter:
        """The same for a ledger's claims; UnknownName for one to begin with that there is not."""
        since = 0 if self.since is None else ledger.claim(self.since).reading
        return Filter(self.report, self.predicate, None if self.source is None else (self.source,), since=since)


class Exported(NamedTuple):
    """A table: the type of its rows, where they come from in a reconciled ledger, and what can narrow them.

    `begins_anywhere` says that rows before a given one need not be read.
    """

    kind: type[ExportRow]
    rows: Callable[[Ledger, Wanted], Iterable[ExportRow]]
    narrowed_by: tuple[str, ...] = ()
    begins_anywhere: bool = False


EVERYTHING = Wanted()

INTERCHANGE = {
    "stories": Exported(StoryRow, lambda kept, w: map(story_row, _stories(kept, w.story)), ("story",)),
    "reports": Exported(ReportRow, lambda kept, w: report_rows(kept, w.story, w.since), ("story",), True),
    "figures": Exported(
        FigureRow,
        lambda kept, w: (figure_row(h.id, h.report, h.claim, h.judged) for h in figures(kept, w)),
        ("report", "predicate", "source", "story"),
        True,
    ),
    "statements": Exported(
        StatementRow,
        lambda kept, w: (statement_row(h.id, h.report, h.claim, h.judged) for h in statements(kept, w)),
        ("report", "source", "story"),
        True,
    ),
    "dates": Exported(
        DateRow,
        lambda kept, w: (date_row(h.id, h.report, h.claim, h.judged) for h in dates(kept, w)),
        ("report", "story"),
        True,
    ),
    "measures": Exported(
        MeasureRow,
        lambda kept, w: (row for measure in kept.measures(w.story, w.since) for row in measure_rows(measure)),
        ("story",),
        True,
    ),
    "positions": Exported(
        PositionRow,
        lambda kept, w: (row for measure in kept.measures(w.story, w.since) for row in position_rows(measure)),
        ("story",),
        True,
    ),
    "relations": Exported(
        RelationRow,
        lambda kept, w: (row for measure in kept.measures(w.story, w.since) for row in relation_rows(measure)),
        ("story",),
        True,
    ),
    "framing": Exported(FramingRow, lambda kept, w: framing_rows(_framings(kept, w.story)), ("story",)),
    "versions": Exported(VersionRow, lambda kept, w: _versions(kept, w.story), ("story",)),
    "judgements": Exported(JudgementRow, lambda kept, w: judgement_rows(kept, w), ("report", "by", "kind", "target")),
}
"""What `tahqiq export` writes, a file each."""

OFFERED = {
    **INTERCHANGE,
    "sources": Exported(SourceRow, lambda kept, w: source_rows(kept.read_reports())),
    "timeline": Exported(TimelineRow, lambda kept, w: timeline_rows(kept.read_reports())),
    "alerts": Exported(AlertRow, lambda kept, w: alert_rows(kept)),
}
"""What can be asked for table by table."""


def story_named(ledger: Ledger, id: str) -> Story:
    """The story of that id in a reconciled ledger; UnknownName, with those that there are, where there is none."""
    told = ledger.stories()
    for story in told:
        if story.id == id:
            return story
    raise UnknownName("story", id, tuple(f"{story.id} ({story.title})" for story in told[:_NAMED]))


def figures(ledger: Ledger, wanted: Wanted) -> Iterator[Held[Figure]]:
    """The figures that are wanted, each with its id, its report and its verdict; as corrected."""
    return judged(ledger, TargetKind.FIGURE, _of_story(ledger, wanted, ledger.figures))


def statements(ledger: Ledger, wanted: Wanted) -> Iterator[Held[Statement]]:
    """The statements that are wanted, each with its id, its report and its verdict; as corrected."""
    return judged(ledger, TargetKind.STATEMENT, _of_story(ledger, wanted, ledger.statements))


def dates(ledger: Ledger, wanted: Wanted) -> Iterator[Held[DateMention]]:
    """The date mentions that are wanted, each with its id, its report and its verdict; as corrected."""
    return judged(ledger, TargetKind.DATE, _of_story(ledger, wanted, ledger.dates))


def _of_story(ledger: Ledger, wanted: Wanted, ask: Callable[[Filter], Iterator[Held[C]]]) -> Iterator[Held[C]]:
    asked = wanted.claims(ledger)
    if wanted.story is None:
        return dropwhile(lambda held: held.id != (wanted.since or held.id), ask(asked))
    reports = [r for r in story_named(ledger, wanted.story).reports if wanted.report in (None, r)]
    every = (held for report in reports for held in ask(replace(asked, report=report, since=0)))
    return dropwhile(lambda held: held.id != (wanted.since or held.id), every)


def judged(ledger: Ledger, kind: TargetKind, held: Iterator[Held[C]]) -> Iterator[Held[C]]:
    """The same claims with what people decided about them."""
    standings = {target.id: standing for target, standing in ledger.standings(About(kind=kind)).items()}
    for one in held:
        standing = standings.get(one.id)
        if standing is None or standing.verdict is None:
            yield one
        else:
            meant = corrected(standing, one.claim, one.report)
            yield replace(one, claim=meant, judged=standing.verdict.kind.value)


def judgement_rows(ledger: Ledger, wanted: Wanted = EVERYTHING) -> Iterator[JudgementRow]:
    """What people decided, in the order in which they did, and whether it stands."""
    made = list(ledger.judgements())
    standing = {judgement.id for judgement in in_force(made)}
    gone = ledger.no_longer_read(j.target.id for j in made if j.target.kind in CLAIM_KINDS)
    for judgement in made:
        of = (judgement.report, judgement.by, judgement.kind.value, judgement.target.id)
        asked = (wanted.report, wanted.by, wanted.kind, wanted.target)
        if all(want in (None, value) for want, value in zip(asked, of, strict=True)):
            state = UNDONE if judgement.id not in standing else NO_LONGER_READ if of[-1] in gone else STANDS
            yield judgement_row(judgement, state)


def report_rows(ledger: Ledger, story: str | None, since: str | None = None) -> Iterator[ReportRow]:
    """The reports of a story, or all of a reconciled ledger, from the report `since` on (None: from the first)."""
    story_of = {report: one.id for one in ledger.stories() for report in one.reports}
    for report in ledger.reports(since):
        if story in (None, story_of.get(report.id)):
            yield report_row(report, story_of.get(report.id))


def alert_rows(ledger: Ledger) -> Iterator[AlertRow]:
    """The alerts that were raised, first raised first."""
    reports = ReportsById(ledger)
    for raised in ledger.alerts():
        alert = raised.alert
        read = reports.get(alert.report)
        yield AlertRow(
            raised.at,
            alert.rule,
            alert.kind.value,
            alert.summary,
            alert.summary_ar,
            alert.report,
            alert.outlet,
            read.report.metadata.url if read else None,
            alert.quote,
            alert.id,
        )


def hit_row(hit: Hit) -> HitRow:
    """The row of one report that a search found."""
    known, span = hit.report.metadata, hit.snippet.span if hit.snippet else None
    return HitRow(
        hit.report.id,
        known.outlet,
        known.published.isoformat() if known.published else None,
        round(hit.score, 3),
        span.start if span else None,
        span.end if span else None,
        " ".join(span.quote.split()) if span else None,
        "report" if hit.claim is None else kind_of(hit.claim),
        hit.id or None,
    )


def _versions(ledger: Ledger, story: str | None) -> Iterator[VersionRow]:
    rows = version_rows(wiring.edits(ledger))
    if story is None:
        return rows
    reports = frozenset(story_named(ledger, story).reports)
    return (row for row in rows if row.report in reports)


def _stories(ledger: Ledger, story: str | None) -> Iterator[Story]:
    return (one for one in ledger.stories() if story in (None, one.id))


def _framings(ledger: Ledger, story: str | None) -> Iterator[Framing]:
    for one in _stories(ledger, story):
        yield wiring.framed(one, list(ledger.read_reports(one.reports)), list(ledger.measures(one.id)))
