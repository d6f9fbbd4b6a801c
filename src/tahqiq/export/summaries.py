"""Rows over many claims: who speaks in a ledger, and what holds when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tahqiq.export.rows import SourceRow, TimelineRow
from tahqiq.extract.actors import PACKAGED, Actors
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import ReadReport, Report
from tahqiq.model.source import Source, SourceKind


@dataclass(slots=True)
class _Tally:
    reports: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    figures: int = 0
    statements: int = 0
    relayed: int = 0


def source_rows(reads: Iterable[ReadReport], actors: Actors = PACKAGED) -> Iterator[SourceRow]:
    """Every source but the narrators, the most quoted first; the same words of two kinds are two rows."""
    tallies: dict[Source, _Tally] = defaultdict(_Tally)
    for read in reads:
        claims: tuple[Figure | Statement, ...] = (*read.claims.figures, *read.claims.statements)
        for claim in claims:
            _count(tallies[claim.attribution.source], read.report, claim)
    said = [(s, t) for s, t in tallies.items() if s.kind is not SourceKind.NARRATOR]
    for source, tally in sorted(said, key=lambda st: (-st[1].statements - st[1].figures, st[0].name)):
        actor = actors.named(source.name)
        yield SourceRow(
            source.name,
            actor.english if actor is not None else "",
            source.kind.value,
            len(tally.reports),
            len(tally.outlets),
            tally.figures,
            tally.statements,
            tally.relayed,
        )


def _count(tally: _Tally, report: Report, claim: Figure | Statement) -> None:
    tally.reports.add(report.id)
    tally.outlets |= {report.metadata.outlet} if report.metadata.outlet else set()
    tally.figures += isinstance(claim, Figure)
    tally.statements += isinstance(claim, Statement)
    tally.relayed += bool(claim.attribution.via)


def timeline_rows(reads: Iterable[ReadReport]) -> list[TimelineRow]:
    """Every dated figure by its day, the earliest first; those of reports without any date are left out."""
    rows = [row for read in reads for figure in read.claims.figures if (row := _moment(read.report, figure))]
    return sorted(rows, key=lambda r: (r.day, r.report))


def _moment(report: Report, figure: Figure) -> TimelineRow | None:
    published = report.metadata.published
    day, dated_by = (figure.when.value, "text") if figure.when is not None else (None, "")
    if day is None or day.startswith("T"):
        day, dated_by = (published.isoformat()[:10], "published") if published is not None else (None, "")
    if day is None:
        return None
    return TimelineRow(
        day,
        dated_by,
        report.id,
        report.metadata.outlet,
        figure.span.quote,
        figure.counted,
        figure.predicate,
        figure.place.name if figure.place is not None else None,
        figure.attribution.source.name,
        figure.stance.value,
    )
