"""A story's framing as a stored record, and back over the words of its reports."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypedDict, cast

from tahqiq.extract.namings import families
from tahqiq.ledger.canonical import canonical
from tahqiq.model.framing import Carriage, CarriedPosition, Framing, NamedIn, Naming, SourceUse, TermUse, Voice
from tahqiq.model.measure import Measure
from tahqiq.model.source import Source, SourceKind
from tahqiq.model.text import Span, Text

Place = tuple[str, int, int]
"""A report's id, and the bounds of a stretch of its Text."""


class TermRecord(TypedDict):
    """A term's use by an outlet; `evidence` holds a place for each voice, with who speaks there."""

    family: str
    term: str
    outlet: str
    uses: tuple[int, int, int]
    evidence: list[tuple[Place, str, tuple[str, str] | None]]


class CarriedRecord(TypedDict):
    """How outlets stand to a position."""

    measure: str
    position: int
    outlets: dict[str, str]
    first: dict[str, int]


class SourceRecord(TypedDict):
    """A source's use by an outlet."""

    source: tuple[str, str]
    outlet: str
    statements: int
    direct: int
    number: int
    first: Place


class FramingRecord(TypedDict):
    """A framing but for its story."""

    outlets: list[str]
    terms: list[TermRecord]
    positions: list[CarriedRecord]
    sources: list[SourceRecord]


def framing_body(framing: Framing) -> str:
    """The record of a framing, written."""
    record: FramingRecord = {
        "outlets": list(framing.outlets),
        "terms": [_term(use) for use in framing.terms],
        "positions": [_carried(held) for held in framing.positions],
        "sources": [_source(use) for use in framing.sources],
    }
    return canonical(record)


def parse_framing(body: str) -> FramingRecord:
    """The record that `framing_body` wrote."""
    return cast(FramingRecord, json.loads(body))


def reports_named(record: FramingRecord) -> frozenset[str]:
    """The ids of the reports whose words a record needs."""
    terms = (place[0] for term in record["terms"] for place, _, _ in term["evidence"])
    return frozenset((*terms, *(use["first"][0] for use in record["sources"])))


def framing_from(
    story: str, record: FramingRecord, measures: Mapping[str, Measure], texts: Mapping[str, Text]
) -> Framing:
    """The framing of a record; positions on other measures than those given, and other texts, are left out."""
    return Framing(
        story,
        tuple(record["outlets"]),
        tuple(use for term in record["terms"] if (use := _term_from(term, texts)).evidence),
        tuple(_carried_from(held, measures) for held in record["positions"] if held["measure"] in measures),
        tuple(_source_from(use, texts) for use in record["sources"] if use["first"][0] in texts),
    )


def _term(use: TermUse) -> TermRecord:
    return {
        "family": use.family.key,
        "term": use.term.arabic,
        "outlet": use.outlet,
        "uses": (use.own, use.reported, use.quoted),
        "evidence": [
            (_place(found.report_id, found.naming.span), found.naming.voice.value, _named(found.naming.source))
            for found in use.evidence
        ],
    }


def _term_from(record: TermRecord, texts: Mapping[str, Text]) -> TermUse:
    family = families()[record["family"]]
    term = next(one for one in family.terms if one.arabic == record["term"])
    evidence = tuple(
        NamedIn(place[0], Naming(_span(place, texts), family, term, Voice(voice), _source_named(named)))
        for place, voice, named in record["evidence"]
        if place[0] in texts
    )
    return TermUse(family, term, record["outlet"], *record["uses"], evidence)


def _carried(held: CarriedPosition) -> CarriedRecord:
    return {
        "measure": held.measure.id,
        "position": held.position,
        "outlets": {outlet: carriage.value for outlet, carriage in held.outlets.items()},
        "first": dict(held.first),
    }


def _carried_from(record: CarriedRecord, measures: Mapping[str, Measure]) -> CarriedPosition:
    outlets = {outlet: Carriage(carriage) for outlet, carriage in record["outlets"].items()}
    return CarriedPosition(measures[record["measure"]], record["position"], outlets, record["first"])


def _source(use: SourceUse) -> SourceRecord:
    return {
        "source": (use.source.name, use.source.kind.value),
        "outlet": use.outlet,
        "statements": use.statements,
        "direct": use.direct,
        "number": use.number,
        "first": _place(use.report_id, use.first),
    }


def _source_from(record: SourceRecord, texts: Mapping[str, Text]) -> SourceUse:
    name, kind = record["source"]
    first = record["first"]
    source = Source(name, SourceKind(kind))
    counted = record["statements"], record["direct"]
    return SourceUse(source, record["outlet"], *counted, first[0], record["number"], _span(first, texts))


def _place(report: str, span: Span) -> Place:
    return report, span.start, span.end


def _span(place: Place, texts: Mapping[str, Text]) -> Span:
    report, start, end = place
    return Span(texts[report], start, end)


def _named(source: Source | None) -> tuple[str, str] | None:
    return None if source is None else (source.name, source.kind.value)


def _source_named(named: tuple[str, str] | None) -> Source | None:
    return None if named is None else Source(named[0], SourceKind(named[1]))
