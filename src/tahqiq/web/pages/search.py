"""Reports by their words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.strings import NOTHING, Both, report_words, say
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day
from tahqiq.ledger.search import Hit, search
from tahqiq.ledger.snippets import Snippet
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.words import tell

_MOST = 50


@dataclass(frozen=True, slots=True)
class HitLine:
    """A report that was found, with the stretch of it that shows why."""

    title: Both
    address: str
    outlet: Both
    published: Both
    words: Markup


def show(desk: Desk, asked: Asked) -> Page:
    """`q` are words in any form, and phrases in quotation marks; without it there is only the form."""
    query = asked.text("q")
    hits = search(desk.ledger, query, _MOST + 1) if query is not None else ()
    return Page(
        "search.html",
        tell("search.title"),
        {"q": query or "", "hits": [_line(hit) for hit in hits[:_MOST]], "told": _told(query, len(hits))},
        "search",
    )


def _told(query: str | None, found: int) -> Both:
    if query is None:
        return NOTHING
    if not found:
        return tell("search.none")
    return tell("search.capped", count=_MOST) if found > _MOST else tell("search.found", count=found)


def _line(hit: Hit) -> HitLine:
    known = hit.report.metadata
    return HitLine(
        title=report_words(hit.report.headline),
        address=PAGES.report(hit.report.id),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        words=_marked(hit.snippet) if hit.snippet else Markup(""),
    )


def _marked(snippet: Snippet) -> Markup:
    """The words of a snippet, those that were asked for marked."""
    raw, at = snippet.span.text.raw, snippet.span.start
    parts = []
    for match in snippet.matches:
        parts += [visible(raw[at : match.start]), Markup("<mark>{}</mark>").format(visible(match.quote))]
        at = match.end
    return Markup("").join([*parts, visible(raw[at : snippet.span.end])])
