"""Reports, figures and statements by words, names, days and values; and what the hits can be narrowed by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.errors import UnknownName
from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.strings import NOTHING, Both, report_words, say, word
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, source
from tahqiq.ledger.queries import LONGEST, QueryError
from tahqiq.ledger.search import DEEPEST, Facet, Found, Hit, Kind, Sort, Wanted
from tahqiq.ledger.search import NOTHING as NOTHING_FOUND
from tahqiq.ledger.snippets import Snippet
from tahqiq.model.claim import Figure
from tahqiq.model.source import SourceKind
from tahqiq.web.addresses import PAGES, address
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.words import tell

_ON_A_LEAF = 20
_DEEPEST_LEAF = DEEPEST // _ON_A_LEAF


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit, with the stretch that shows why; `who` speaks in a claim."""

    title: Both
    address: str
    outlet: Both
    published: Both
    who: Both
    words: Markup


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to change the search: its words, its address, how many hits it leaves, and whether it is chosen."""

    words: Both
    address: str
    count: int = 0
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A field and the values that hits can be narrowed to."""

    title: Both
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class _Search:
    """A search as its address says it."""

    q: str | None
    kind: Kind
    sort: Sort
    at: int

    def address(self, **other: str) -> str:
        """The address of the same search but for what is given."""
        same = {"q": self.q, "kind": self.kind.value, "sort": self.sort.value}
        return address("/search", **(same | other))


def show(desk: Desk, asked: Asked) -> Page:
    """`q` is a query (docs/search.md), `kind` what to find, `sort` fit or date, `page` counts leaves from 1."""
    search = _Search(asked.text("q"), asked.one_of(Kind, "kind"), asked.one_of(Sort, "sort"), asked.number("page", 1))
    if search.at > _DEEPEST_LEAF:
        raise BadRequest("no_number", "page")
    found, fault = _found(desk, search)
    parameters = {"q": search.q, "kind": search.kind.value, "sort": search.sort.value}
    _, turning = leaf("/search", parameters, search.at, _ON_A_LEAF, min(found.total, DEEPEST))
    return Page(
        "search.html",
        tell("search.title"),
        {
            "q": search.q or "",
            "longest": LONGEST,
            "kind": search.kind.value,
            "kinds": [Choice(tell(f"search.{k.value}"), search.address(kind=k), 0, k is search.kind) for k in Kind],
            "sorts": [Choice(tell(f"search.by_{s.value}"), search.address(sort=s), 0, s is search.sort) for s in Sort],
            "hits": [_line(hit) for hit in found.hits],
            "facets": [line for facet in found.facets if (line := _facet(desk, search, facet)).values],
            "told": NOTHING if search.q is None or fault else _told(found),
            "fault": fault,
            "leaf": turning,
        },
        "search",
    )


def _found(desk: Desk, search: _Search) -> tuple[Found, Both]:
    """What was found, and what is wrong with the query."""
    if search.q is None:
        return NOTHING_FOUND, NOTHING
    wanted = Wanted(search.kind, search.sort, _ON_A_LEAF, (search.at - 1) * _ON_A_LEAF, facets=True)
    try:
        return desk.search.find(search.q, wanted), NOTHING
    except QueryError as error:
        return NOTHING_FOUND, tell(f"search.fault_{error.reason}", name=error.name, place=error.place)


def _told(found: Found) -> Both:
    return tell("search.found", count=found.total) if found.total else tell("search.none")


def _line(hit: Hit) -> HitLine:
    known = hit.report.metadata
    return HitLine(
        title=report_words(hit.report.headline),
        address=PAGES.report(hit.report.id) + _place(hit),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        who=_who(hit),
        words=_marked(hit.snippet) if hit.snippet else Markup(""),
    )


def _who(hit: Hit) -> Both:
    """Who speaks in a claim; of an outlet in its own voice its name is there already."""
    if hit.claim is None or hit.claim.attribution.source.kind is SourceKind.NARRATOR:
        return NOTHING
    return source(hit.claim.attribution.source, hit.report.metadata.outlet)


def _place(hit: Hit) -> str:
    if hit.claim is None:
        return ""
    return f"#r1-f{hit.number}" if isinstance(hit.claim, Figure) else f"#r1-s{hit.number}-said"


def _facet(desk: Desk, search: _Search, facet: Facet) -> FacetLine:
    return FacetLine(tell(f"search.facet_{facet.field}"), tuple(_narrowings(desk, search, facet)))


def _narrowings(desk: Desk, search: _Search, facet: Facet) -> Iterator[Choice]:
    for value, count in facet.values:
        clause = _clause(facet.field, value)
        if clause not in (search.q or ""):
            yield Choice(_named(desk, facet.field, value), search.address(q=f"{search.q} {clause}"), count)


def _clause(field: str, value: str) -> str:
    """The part of a query that keeps to a value of a facet."""
    if field == "month":
        return f"published:{value}"
    plain = value.replace('"', " ")
    if field in ("outlet", "place"):
        return f'{field}:="{plain}"'
    return f'{field}:"{plain}"' if " " in plain else f"{field}:{plain}"


def _named(desk: Desk, field: str, value: str) -> Both:
    if field in ("predicate", "act"):
        return word(field, value)
    if field == "by":
        return word("source_kind", value)
    if field != "story":
        return report_words(value)
    try:
        return story_title(desk.story(value))
    except UnknownName:
        return report_words(value)


def _marked(snippet: Snippet) -> Markup:
    """The words of a snippet, those that were asked for marked."""
    raw, at = snippet.span.text.raw, snippet.span.start
    parts = []
    for match in snippet.matches:
        parts += [visible(raw[at : match.start]), Markup("<mark>{}</mark>").format(visible(match.quote))]
        at = match.end
    return Markup("").join([*parts, visible(raw[at : snippet.span.end])])
