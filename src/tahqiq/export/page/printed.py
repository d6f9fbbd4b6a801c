"""A story for paper: what a careful reader would say first, every measure with its words, and the reports by name.

It is written in one language; what links lead to elsewhere is spelled out, since paper has none. Charts are left out:
WeasyPrint does not join Arabic letters in SVG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from jinja2 import Environment
from markupsafe import Markup

from tahqiq.export.page.addresses import web_address
from tahqiq.export.page.assembly import page_view
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.rendering import environment
from tahqiq.export.page.strings import Both, report_words, say
from tahqiq.export.page.visible import plain
from tahqiq.export.page.wording import day
from tahqiq.model.measure import Measure, Reconciliation, Story
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Source


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report by name; `address` is a plain web address or nothing."""

    id: str
    title: Both
    outlet: Both
    published: Both
    address: str | None


class _OnPaper:
    """Every report stands in the list at the end; measures and sources have no page of their own."""

    def report(self, id: str) -> str:
        return "#reports"

    def measure(self, measure: Measure) -> None:
        return None

    def source(self, source: Source) -> None:
        return None

    def chart(self, measure: Measure, form: str, policy: str) -> None:
        return None


ON_PAPER = PageOptions(most_measures=30, most_singles=60, most_positions=20, most_evidence=6)
"""How much of a story goes on paper; what is left out is counted there."""


def printed(
    story: Story, measures: Sequence[Measure], reports: Mapping[str, ReadReport], options: PageOptions, language: str
) -> str:
    """The document of one story in "ar" or "en": HTML that loads nothing, styled for A4."""
    chosen = replace(options, story=story.id, pages=_OnPaper(), most_reports=0)
    (view,) = page_view(Reconciliation((story,), tuple(measures)), reports, chosen).stories
    known = [reports[id] for id in story.reports if id in reports]
    return (
        _templates(language)
        .get_template("print.html")
        .render(
            story=view,
            reports=[_printed(n, read) for n, read in enumerate(sorted(known, key=_day), 1)],
            language=language,
            direction="rtl" if language == "ar" else "ltr",
            title=plain(view.title.of(language).striptags()),
            style=_style(),
        )
    )


def _printed(number: int, read: ReadReport) -> PrintedReport:
    known, address = read.report.metadata, web_address(read.report.metadata.url)
    return PrintedReport(
        id=f"r{number}",
        title=report_words(read.report.headline),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        address=address[0] if address else None,
    )


def _day(read: ReadReport) -> str:
    day = read.report.metadata.published
    return day.isoformat() if day else "~"


@cache
def _templates(language: str) -> Environment:
    return environment(language=language)


@cache
def _style() -> Markup:
    return Markup(resources.files(__package__).joinpath("templates", "print.css").read_text("utf-8"))
