"""A story: what a careful reader would say first, measures, framing, reports."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq import wiring
from tahqiq.export.page.assembly import page_view
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.report_view import title
from tahqiq.export.page.strings import Both, count, join, report_words, say
from tahqiq.export.page.wording import day
from tahqiq.model.measure import Reconciliation
from tahqiq.model.report import ReadReport
from tahqiq.web.addresses import PAGES, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.policies import choices

_ON_A_LEAF = 100


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in one line."""

    title: Both
    address: str
    outlet: Both
    published: Both
    tally: Both


def show(desk: Desk, asked: Asked) -> Page:
    """`id` names the story, `policy` the rule by which numbers are stated, `page` the leaf of the list of reports."""
    id_, policy, at = asked.required("id"), asked.policy(), asked.number("page", 1)
    story = desk.story(id_)
    reports = desk.reports(story.reports)
    options = PageOptions(story=story.id, policy=policy, pages=PAGES, most_reports=0)
    found = Reconciliation((story,), tuple(desk.measures(story)))
    (view,) = page_view(found, reports, options, wiring.framed).stories
    listed = sorted(reports.values(), key=_newest_first, reverse=True)
    shown, turning = leaf("/story", {"id": story.id, "policy": policy}, at, _ON_A_LEAF, len(listed))
    return Page(
        "story.html",
        view.title,
        {
            "story": view,
            "reports": [report_line(read) for read in listed[shown]],
            "leaf": turning,
            "policies": choices(policy, lambda named: address("/story", id=story.id, policy=named)),
        },
    )


def report_line(read: ReadReport) -> ReportLine:
    """What a list of reports says of one."""
    known, claims = read.report.metadata, read.claims
    return ReportLine(
        title=title(read.report),
        address=PAGES.report(read.report.id),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        tally=join((count("figure", len(claims.figures)), count("statement", len(claims.statements))), "items"),
    )


def _newest_first(read: ReadReport) -> str:
    when = read.report.metadata.published
    return when.isoformat() if when else ""
