"""A source: all that it said and all figures given on its word, newest first, and who relayed it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tahqiq.errors import UnknownName
from tahqiq.export.page.chart.spark import spark
from tahqiq.export.page.opening import span
from tahqiq.export.page.quoting import around
from tahqiq.export.page.strings import NOTHING, Both, count, join, report_words, say, word
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, named
from tahqiq.ledger.outlines import claims_at, origin_tally, said_by
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.judgement import TargetKind
from tahqiq.model.outline import Said
from tahqiq.model.report import Report
from tahqiq.web.addresses import PAGES, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.review.beside import beside
from tahqiq.web.words import tell

_ON_A_LEAF = 50
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
    """`name` is the source's name as the ledger has it; `page` counts leaves of what it said, from 1.

    UnknownName where nobody of that name says anything.
    """
    name = asked.required("name")
    said = said_by(desk.ledger, name)
    if not said:
        raise UnknownName("source", name)
    statements, figures = ([one for one in said if one.kind == kind] for kind in ("statement", "figure"))
    tally = origin_tally(desk.ledger, name)
    held = tell("source.held", positions=tally.positions, contradicted=tally.contradicted, updated=tally.updated)
    reports = len({one.report for one in said})
    most, by_day = max(len(statements), len(figures)), _by_day(said)
    shown, turning = leaf("/source", {"name": name}, asked.number("page", 1), _ON_A_LEAF, most)
    totals = (count("statement", len(statements)), count("figure", len(figures)), count("report", reports))
    return Page(
        "source.html",
        named(name),
        {
            "kinds": [word("source_kind", kind) for kind in sorted({one.source_kind for one in said})],
            "totals": join(totals, "items"),
            "held": held if tally.positions else NOTHING,
            "beside": beside(desk, TargetKind.SOURCE, name, address("/source", name=name)),
            "relays": [(named(relay), times) for relay, times in _relays(said).most_common(_RELAYS)],
            "spark": spark(by_day, tell("source.over_time", claims=len(said))),
            "span": span([min(by_day).isoformat(), max(by_day).isoformat()]) if by_day else NOTHING,
            "statements": _lines(desk, statements[shown]),
            "figures": _lines(desk, figures[shown]),
            "leaf": turning,
        },
        "sources",
    )


def _lines(desk: Desk, listed: Sequence[Said]) -> list[ClaimLine]:
    return [_line(*found) for found in claims_at(desk.ledger, listed)]


def _line(said: Said, report: Report, claim: Figure | Statement) -> ClaimLine:
    known = report.metadata
    words = claim.span if isinstance(claim, Figure) else claim.content
    before, after = around(words)
    quote = words.quote if len(words.quote) <= _SHOWN else f"{words.quote[:_SHOWN].rpartition(' ')[0]} …"
    id_ = f"r1-f{said.number}" if isinstance(claim, Figure) else f"r1-s{said.number}-said"
    return ClaimLine(
        before=_same(before),
        quote=_same(quote),
        after=_same(after),
        address=f"{PAGES.report(report.id)}#{id_}",
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        kind=_kind(claim),
    )


def _kind(claim: Figure | Statement) -> Both:
    if isinstance(claim, Figure):
        return word("predicate", claim.predicate)
    return join((word("act", claim.act), word("mode", claim.mode.value)), "items")


def _same(words: str) -> Both:
    shown = visible(words)
    return Both(shown, shown)


def _by_day(said: Iterable[Said]) -> Counter[dt.date]:
    return Counter(dt.date.fromisoformat(one.published[:10]) for one in said if one.published)


def _relays(said: Iterable[Said]) -> Counter[str]:
    """Who stands between the source and the reader, the publishing outlet among them, by the number of claims."""
    relays: Counter[str] = Counter()
    for one in said:
        relays.update({*one.via, one.outlet} - {""})
    return relays
