"""A source: all that it said and all figures given on its word, newest first, and who relayed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tahqiq.errors import UnknownName
from tahqiq.export.page.quoting import around
from tahqiq.export.page.strings import NOTHING, Both, count, join, report_words, say, word
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, named
from tahqiq.ledger.recall import Filter
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import ReadReport
from tahqiq.model.text import Span
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk, OriginTally
from tahqiq.web.page import Page
from tahqiq.web.words import tell

_MOST = 150
_SHOWN = 300
_RELAYS = 20


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim of a source: its words with some around them, where they stand, and what kind of claim it is."""

    before: Both
    quote: Both
    after: Both
    address: str
    outlet: Both
    published: Both
    kind: Both


def show(desk: Desk, asked: Asked) -> Page:
    """`name` is the source's name as the ledger has it; UnknownName where nobody of that name says anything."""
    name = asked.required("name")
    reads = _reads(desk, name)
    statements = list(_statements(reads, name))
    figures = list(_figures(reads, name))
    if not statements and not figures:
        raise UnknownName("source", name)
    tally = desk.overview().origins.get(name, OriginTally())
    held = tell("source.held", positions=tally.positions, contradicted=tally.contradicted, updated=tally.updated)
    totals = (count("statement", len(statements)), count("figure", len(figures)), count("report", len(reads)))
    return Page(
        "source.html",
        named(name),
        {
            "kinds": [word("source_kind", kind) for kind in sorted(_kinds(reads, name))],
            "totals": join(totals, "items"),
            "held": held if tally.positions else NOTHING,
            "relays": [(named(relay), times) for relay, times in _relays(reads, name).most_common(_RELAYS)],
            "statements": statements[:_MOST],
            "statements_note": _note(statements),
            "figures": figures[:_MOST],
            "figures_note": _note(figures),
        },
        "sources",
    )


def _reads(desk: Desk, name: str) -> list[ReadReport]:
    """The reports in which the source says anything, newest first."""
    wanted = Filter(sources=(name,))
    ids = {h.report.id for h in desk.ledger.statements(wanted)} | {h.report.id for h in desk.ledger.figures(wanted)}
    return sorted(desk.ledger.read_reports(sorted(ids)), key=_published, reverse=True)


def _published(read: ReadReport) -> str:
    when = read.report.metadata.published
    return when.isoformat() if when else ""


def _statements(reads: Sequence[ReadReport], name: str) -> Iterator[ClaimLine]:
    for read in reads:
        for n, said in enumerate(read.claims.statements, 1):
            if said.attribution.source.name == name:
                kind = join((word("act", said.act), word("mode", said.mode.value)), "items")
                yield _line(read, said.content, f"r1-s{n}-said", kind)


def _figures(reads: Sequence[ReadReport], name: str) -> Iterator[ClaimLine]:
    for read in reads:
        for n, figure in enumerate(read.claims.figures, 1):
            if figure.attribution.source.name == name:
                yield _line(read, figure.span, f"r1-f{n}", word("predicate", figure.predicate))


def _line(read: ReadReport, words: Span, id_: str, kind: Both) -> ClaimLine:
    known = read.report.metadata
    before, after = around(words)
    quote = words.quote if len(words.quote) <= _SHOWN else f"{words.quote[:_SHOWN].rpartition(' ')[0]} …"
    return ClaimLine(
        before=_same(before),
        quote=_same(quote),
        after=_same(after),
        address=f"{PAGES.report(read.report.id)}#{id_}",
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        kind=kind,
    )


def _same(words: str) -> Both:
    shown = visible(words)
    return Both(shown, shown)


def _claims(reads: Sequence[ReadReport], name: str) -> Iterator[tuple[ReadReport, Figure | Statement]]:
    for read in reads:
        claims: tuple[Statement | Figure, ...] = (*read.claims.statements, *read.claims.figures)
        for claim in claims:
            if claim.attribution.source.name == name:
                yield read, claim


def _kinds(reads: Sequence[ReadReport], name: str) -> set[str]:
    return {claim.attribution.source.kind.value for _, claim in _claims(reads, name)}


def _relays(reads: Sequence[ReadReport], name: str) -> Counter[str]:
    """Who stands between the source and the reader, the publishing outlet among them, by the number of claims."""
    relays: Counter[str] = Counter()
    for read, claim in _claims(reads, name):
        relays.update({relay.name for relay in claim.attribution.via} | ({read.report.metadata.outlet or ""} - {""}))
    return relays


def _note(listed: Sequence[ClaimLine]) -> Both:
    return tell("source.capped", shown=_MOST, total=len(listed)) if len(listed) > _MOST else NOTHING
