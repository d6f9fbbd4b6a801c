"""Who speaks in the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.strings import Both, word
from tahqiq.export.page.wording import named
from tahqiq.export.rows import SourceRow
from tahqiq.ledger.outlines import count_sources, source_lines
from tahqiq.model.source import Source, SourceKind
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.words import tell

_ON_A_LEAF = 100


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with how much it says; `badge` is the shape of its kind."""

    name: Both
    address: str | None
    badge: Markup
    kind: Both
    row: SourceRow


def show(desk: Desk, asked: Asked) -> Page:
    """`q` is a name, in any spelling, or a part of it; `page` counts leaves of the list from 1."""
    wanted, at = asked.text("q"), asked.number("page", 1)
    shown, turning = leaf("/sources", {"q": wanted}, at, _ON_A_LEAF, count_sources(desk.ledger, wanted))
    rows = source_lines(desk.ledger, _ON_A_LEAF, shown.start, wanted)
    return Page(
        "sources.html",
        tell("source.all_sources"),
        {"sources": [_line(row) for row in rows], "leaf": turning, "q": wanted or ""},
        "sources",
    )


def _line(row: SourceRow) -> SourceLine:
    kind = SourceKind(row.kind)
    address = PAGES.source(Source(row.source, kind))
    return SourceLine(named(row.source), address, badge(kind), word("source_kind", row.kind), row)
