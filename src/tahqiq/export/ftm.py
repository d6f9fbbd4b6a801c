"""FollowTheMoney statements as CSV: reports, who speaks in them, and what they count, as entities for OCCRP's tools.

A report is an Article, a named source a Person, PublicBody or Organization, its appearance in a report a Mention, and a
measure an Event whose `proof` are its Articles. Columns are those of `followthemoney.statement`; ids of entities and
statements are hashes, so that the same ledger gives the same statements. Source names are not merged: `canonical_id`
is `entity_id`. Text that would start a formula has an apostrophe in front, which is part of the value.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from typing import TextIO

from tahqiq.export.csv import harmless
from tahqiq.export.ged_dates import event_days
from tahqiq.export.page.addresses import web_address
from tahqiq.export.whereabouts import place_of
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.measure import Measure, Position
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.reasons import amount

DATASET = "tahqiq"

SCHEMATA = {
    "Article": {
        "fileName": "string",
        "title": "string",
        "author": "string",
        "publisher": "string",
        "publishedAt": "date",
        "sourceUrl": "url",
        "language": "language",
    },
    "Person": {"name": "name"},
    "PublicBody": {"name": "name"},
    "Organization": {"name": "name"},
    "Mention": {"document": "entity", "resolved": "entity", "name": "name", "detectedSchema": "string"},
    "Event": {
        "name": "name",
        "summary": "text",
        "notes": "text",
        "startDate": "date",
        "endDate": "date",
        "location": "address",
        "country": "country",
        "proof": "entity",
        "recordId": "string",
    },
}
"""The schemata that are used, and the type of each property, as in the FollowTheMoney model."""

_OF_KIND = {
    SourceKind.PERSON: "Person",
    SourceKind.GOVERNMENT: "PublicBody",
    SourceKind.ORGANIZATION: "Organization",
    SourceKind.AGENCY: "Organization",
    SourceKind.OUTLET: "Organization",
}
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra", "fa": "fas", "tr": "tur"}

Seen = tuple[str, str]
"""When something was received first and last, ISO 8601."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: that an entity has a value for a property."""

    canonical_id: str
    entity_id: str
    prop: str
    prop_type: str
    schema: str
    value: str
    dataset: str
    origin: str
    lang: str
    original_value: str
    external: str
    first_seen: str
    last_seen: str
    id: str


def write(lines: Iterable[StatementLine], to: TextIO) -> None:
    """Write the statements as FollowTheMoney reads them: every cell quoted, lines ended by a line feed."""
    writer = csv.writer(to, csv.unix_dialect)
    writer.writerow(column.name for column in fields(StatementLine))
    writer.writerows(astuple(line) for line in lines)


def lines(
    reports: Iterable[ReadReport],
    measures: Iterable[Measure],
    known: Mapping[str, ReadReport],
    seen: Callable[[str], Seen],
) -> Iterator[StatementLine]:
    """The statements of reports, then of their sources, then of measures; `seen` tells when a report was received."""
    speakers: dict[Source, Seen] = {}
    for read in reports:
        when = seen(read.report.id)
        yield from _article(read, when)
        for source in _named(read):
            earlier = speakers.get(source, when)
            speakers[source] = min(earlier[0], when[0]), max(earlier[1], when[1])
            yield from _mention(read, source, when)
    for source, when in speakers.items():
        schema = _OF_KIND[source.kind]
        yield _line(
            schema, entity_id(schema, source.name), "name", source.name, when, "ara" if _is_arabic(source) else ""
        )
    for measure in measures:
        yield from _event(measure, known, seen)


def entity_id(schema: str, key: str) -> str:
    """The id of an entity: a hash of its schema and what it is known by here."""
    hashed = hashlib.sha1(f"{len(schema)}:{schema}{key}".encode("utf-8", "backslashreplace")).hexdigest()
    return f"{DATASET}-{hashed}"


def _article(read: ReadReport, when: Seen) -> Iterator[StatementLine]:
    report, known = read.report, read.report.metadata
    id_, address = entity_id("Article", report.id), web_address(known.url)
    language = _LANGUAGES.get(report.text.language, "")
    values = {
        "fileName": report.id,
        "title": report.headline,
        "author": known.author,
        "publisher": known.outlet,
        "publishedAt": known.published.isoformat()[:10] if known.published else None,
        "sourceUrl": address[0] if address else None,
        "language": language,
    }
    for prop, value in values.items():
        if value:
            yield _line("Article", id_, prop, value, when, language if prop == "title" else "")


def _named(read: ReadReport) -> Iterator[Source]:
    claims: tuple[Figure | Statement, ...] = (*read.claims.figures, *read.claims.statements)
    sources = dict.fromkeys(claim.attribution.source for claim in claims)
    return (source for source in sources if source.kind in _OF_KIND)


def _mention(read: ReadReport, source: Source, when: Seen) -> Iterator[StatementLine]:
    schema = _OF_KIND[source.kind]
    id_ = entity_id("Mention", f"{len(read.report.id)}:{read.report.id}{schema}:{source.name}")
    yield _line("Mention", id_, "document", entity_id("Article", read.report.id), when)
    yield _line("Mention", id_, "resolved", entity_id(schema, source.name), when)
    yield _line("Mention", id_, "name", source.name, when)
    yield _line("Mention", id_, "detectedSchema", schema, when)


def _event(measure: Measure, known: Mapping[str, ReadReport], seen: Callable[[str], Seen]) -> Iterator[StatementLine]:
    id_, days, place = entity_id("Event", measure.id), event_days(measure, known), place_of(measure)
    carried = list(dict.fromkeys(figure.report_id for figure in measure.figures))
    received = [seen(report) for report in carried]
    when = min(first for first, _ in received), max(last for _, last in received)
    told: list[tuple[str, str, str]] = [
        ("name", measure.description, "eng"),
        ("name", measure.description_ar, "ara"),
        ("recordId", measure.id, ""),
        *(
            ("summary", f"{e.policy}: {e.low} / {e.best} / {e.high} ({e.status.value})", "eng")
            for e in measure.estimates
        ),
        *(("notes", _position(position), "eng") for position in measure.positions),
        *(("proof", entity_id("Article", report), "") for report in carried),
        ("location", measure.place or "", "ara"),
        ("country", (place.country or "").lower() if place else "", ""),
        ("startDate", days.first.isoformat() if days else "", ""),
        ("endDate", days.last.isoformat() if days else "", ""),
    ]
    yield from (
        _line("Event", id_, prop, value, when, language) for prop, value, language in dict.fromkeys(told) if value
    )


def _position(position: Position) -> str:
    day = position.as_of.isoformat()[:10] if position.as_of else "undated"
    return f"{position.origin.name}: {amount(position.quantity)} ({day})"


def _line(schema: str, entity: str, prop: str, value: str, when: Seen, language: str = "") -> StatementLine:
    written = str(harmless(" ".join(value.split())))
    key = f"{DATASET}.{entity}.{prop}.{written}" + (f"@{language}" if language else "")
    return StatementLine(
        canonical_id=entity,
        entity_id=entity,
        prop=prop,
        prop_type=SCHEMATA[schema][prop],
        schema=schema,
        value=written,
        dataset=DATASET,
        origin="",
        lang=language,
        original_value="",
        external="f",
        first_seen=when[0],
        last_seen=when[1],
        id=hashlib.sha1(key.encode("utf-8", "backslashreplace")).hexdigest(),
    )


def _is_arabic(source: Source) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in source.name)
