"""The figures of a report as lines beside its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.evidence import stance_note
from tahqiq.export.page.strings import Both, word
from tahqiq.export.page.wording import quantity, source
from tahqiq.model.report import ReadReport
from tahqiq.web.addresses import PAGES


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """A figure: its value, what happened, who says so through whom; ways to its words and to where it counts."""

    id: str
    target: str
    value: Both
    what: Both
    who: Both
    address: str | None
    badge: Markup
    via: tuple[Both, ...]
    note: Both
    counts: str | None


def marked_figures(read: ReadReport, made: Anchors) -> Iterator[MarkedFigure]:
    """The figures of a report in the order of its words."""
    outlet = read.report.metadata.outlet
    for n, figure in enumerate(read.claims.figures, 1):
        by = figure.attribution
        yield MarkedFigure(
            id=f"r1-f{n}-line",
            target=f"#r1-f{n}",
            value=quantity(figure.quantity),
            what=word("predicate", figure.predicate),
            who=source(by.source, outlet),
            address=PAGES.source(by.source),
            badge=badge(by.source.kind),
            via=tuple(source(relay, None) for relay in by.via),
            note=stance_note(figure),
            counts=made.of_row(read.report.id, figure),
        )
