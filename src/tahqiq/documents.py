"""The documents that a ledger gives out whole, in formats that other programs know: what each holds, and its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, TextIO, TypeVar

from tahqiq.errors import InvalidValue
from tahqiq.export import atom, claim_review, ftm, ged, geojson, pdf, sqlite, web_annotation
from tahqiq.export.citing import urn
from tahqiq.export.page.printed import ON_PAPER, printed
from tahqiq.export.story_feed import story_entries
from tahqiq.exported import INTERCHANGE, Wanted, dates, figures, statements, story_named
from tahqiq.ledger.by_id import ReportsById
from tahqiq.ledger.recall import Held
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.judgement import CLAIM_KINDS, JudgementKind
from tahqiq.model.report import Report

C = TypeVar("C", bound=Figure | Statement | DateMention)

_NAMED = 20


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what a document is made: one story (None: all), the policy by which numbers are stated where one is chosen,
    the predicate of the measures that a table of events lists, and the language ("ar" or "en") of what has one."""

    story: str | None = None
    policy: str = "interval"
    predicate: str = ged.DEATHS
    language: str = "ar"

    @property
    def wanted(self) -> Wanted:
        """The same for claims."""
        return Wanted(story=self.story)


class Document(NamedTuple):
    """One file of a format: its name, its media type, and what writes it from a reconciled ledger."""

    file: str
    media_type: str
    write: Callable[[Ledger, Scope, Path], None]


def _text(write: Callable[[Ledger, Scope, TextIO], None]) -> Callable[[Ledger, Scope, Path], None]:
    """A writer of text as a writer of a UTF-8 file."""

    def into(ledger: Ledger, scope: Scope, path: Path) -> None:
        if scope.story is not None:
            story_named(ledger, scope.story)
        with path.open("w", encoding="utf-8", newline="") as to:
            write(ledger, scope, to)

    return into


def _standing(found: Iterable[Held[C]]) -> Iterator[Held[C]]:
    """Claims without those that a person rejected: they count for nothing."""
    return (held for held in found if held.judged != JudgementKind.REJECT)


def _figures_on_the_map(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    geojson.write_figures(_standing(figures(ledger, scope.wanted)), to)


def _measures_on_the_map(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    geojson.write_measures(ledger.measures(scope.story), scope.policy, to)


def _annotations(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    wanted = scope.wanted
    told, said = _standing(figures(ledger, wanted)), _standing(statements(ledger, wanted))
    days = _standing(dates(ledger, wanted))
    web_annotation.write((told, said, days), to)


def _claims(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    wanted = scope.wanted
    told, said = _standing(figures(ledger, wanted)), _standing(statements(ledger, wanted))
    judged = {
        target.id: standing.grade for target, standing in ledger.standings().items() if target.kind in CLAIM_KINDS
    }
    grades = {id: grade for id, grade in judged.items() if grade is not None}
    claim_review.write(told, said, ledger.measures(scope.story), grades, to)


def _events(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    ged.write(ged.rows(ledger.measures(scope.story), ReportsById(ledger), scope.predicate), to)


def _statements(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    reports = ReportsById(ledger)
    wanted = reports.values() if scope.story is None else (reports[r] for r in story_named(ledger, scope.story).reports)

    def seen(report: str) -> ftm.Seen:
        received = [version.received for version in ledger.versions(report)]
        return received[0], received[-1]

    ftm.write(ftm.lines(wanted, ledger.measures(scope.story), reports, cache(seen)), to)


def _feed(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    to.write(feed_of(ledger, scope.story).decode())


def feed_of(ledger: Ledger, story: str | None, language: str = "en", here: str | None = None) -> bytes:
    """The Atom feed of one story, or of all of a ledger; UnknownName for a story that is not there.

    `language` ("ar" or "en") is that of titles; the words of an entry are in both. `here` is its own address.
    """
    told = None if story is None else story_named(ledger, story)
    name = ledger.home.name if told is None else told.title
    reports = {report.id: report for report in _reports(ledger, None if told is None else told.reports)}
    feed = atom.Feed(urn("feed", story or ledger.home.name), f"Tahqiq: {name}", here)
    return atom.written(feed, story_entries(ledger.measures(story), reports, language))


def _reports(ledger: Ledger, ids: Iterable[str] | None) -> Iterator[Report]:
    return ledger.reports() if ids is None else (read.report for read in ledger.read_reports(ids))


def _database(ledger: Ledger, scope: Scope, path: Path) -> None:
    if scope.story is not None:
        story_named(ledger, scope.story)
    rows = {name: INTERCHANGE[name].rows(ledger, scope.wanted) for name in sqlite.TABLES if name in INTERCHANGE}
    sqlite.write(rows, ((report.id, report.text.raw) for report in ledger.reports()), path)


def _description(ledger: Ledger, scope: Scope, to: TextIO) -> None:
    to.write(sqlite.metadata())


def _pdf(ledger: Ledger, scope: Scope, path: Path) -> None:
    if scope.story is None:
        told = ", ".join(f"{one.id} ({one.title})" for one in ledger.stories()[:_NAMED])
        raise InvalidValue(f"a PDF is of one story, and none is named; known: {told or 'none'}")
    story, options = story_named(ledger, scope.story), replace(ON_PAPER, policy=scope.policy)
    reports = {read.report.id: read for read in ledger.read_reports(story.reports)}
    pdf.write(printed(story, list(ledger.measures(story.id)), reports, options, scope.language), path)


FORMATS: dict[str, tuple[Document, ...]] = {
    "geojson": (
        Document("figures.geojson", geojson.MEDIA_TYPE, _text(_figures_on_the_map)),
        Document("measures.geojson", geojson.MEDIA_TYPE, _text(_measures_on_the_map)),
    ),
    "web-annotation": (Document("annotations.jsonld", web_annotation.MEDIA_TYPE, _text(_annotations)),),
    "schema-org": (Document("claims.jsonld", claim_review.MEDIA_TYPE, _text(_claims)),),
    "atom": (Document("story.atom", atom.MEDIA_TYPE, _text(_feed)),),
    "pdf": (Document("story.pdf", pdf.MEDIA_TYPE, _pdf),),
    "ftm": (Document("entities.ftm.csv", "text/csv; charset=utf-8", _text(_statements)),),
    "sqlite": (
        Document(f"{sqlite.DATABASE}.db", sqlite.MEDIA_TYPE, _database),
        Document("metadata.json", "application/json", _text(_description)),
    ),
    "ged": (Document("events.ged.csv", "text/csv; charset=utf-8", _text(_events)),),
}
"""Every format that is no table, by the name that is typed."""
