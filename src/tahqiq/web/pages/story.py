"""A story: what a careful reader would say first, measures, framing, reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tahqiq.export.page.assembly import page_view
from tahqiq.export.page.measure_view import title
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import clashes, estimate, origins, ranked
from tahqiq.export.page.report_view import title as report_title
from tahqiq.export.page.strings import NOTHING, Both, count, join, report_words, say
from tahqiq.export.page.wording import day, estimated
from tahqiq.model.measure import Measure, Reconciliation
from tahqiq.model.report import ReadReport
from tahqiq.web.addresses import PAGES, STORY_FEED, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.policies import choices
from tahqiq.web.words import tell

_ON_A_LEAF = 100
_IN_FULL, _SINGLES = 12, 40


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in one line."""

    title: Both
    address: str
    outlet: Both
    published: Both
    tally: Both


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure in one line."""

    title: Both
    address: str
    value: Both
    contradictions: Both
    origins: Both


def show(desk: Desk, asked: Asked) -> Page:
    """`id` names the story, `policy` the rule by which numbers are stated, `page` the leaf of the list of reports."""
    id_, policy, at = asked.required("id"), asked.policy(), asked.number("page", 1)
    story = desk.story(id_)
    reports, measures = desk.reports_of(story), desk.measures(story)
    options = PageOptions(
        story=story.id, policy=policy, pages=PAGES, most_reports=0, most_measures=_IN_FULL, most_singles=_SINGLES
    )
    found = Reconciliation((story,), measures)
    (view,) = page_view(found, reports, options, lambda *of: desk.framing(story)).stories
    listed = sorted(reports.values(), key=_newest_first, reverse=True)
    shown, turning = leaf("/story", {"id": story.id, "policy": policy}, at, _ON_A_LEAF, len(listed))
    return Page(
        "story.html",
        view.title,
        {
            "feeds": [(tell("export.feed"), address(STORY_FEED, id=story.id))],
            "export_address": address("/export", story=story.id),
            "story": replace(view, measures_note=NOTHING, singles_note=NOTHING),
            "others": [_other(m, policy) for m in _left_out(measures, policy)],
            "reports": [report_line(read) for read in listed[shown]],
            "leaf": turning,
            "policies": choices(policy, lambda named: address("/story", id=story.id, policy=named)),
        },
    )


def _left_out(measures: Sequence[Measure], policy: str) -> list[Measure]:
    """The measures that the page does not show in full, in the order in which it shows the others."""
    several = [m for m in ranked(measures, policy) if len(m.positions) > 1]
    singles = [m for m in ranked(measures, policy) if len(m.positions) <= 1]
    return [*several[_IN_FULL:], *singles[_SINGLES:]]


def _other(measure: Measure, policy: str) -> MeasureLine:
    chosen = estimate(measure, policy)
    unit = measure.positions[0].quantity.unit if measure.positions else "count"
    clashing = clashes([measure])
    return MeasureLine(
        title=title(measure),
        address=PAGES.measure(measure),
        value=estimated(chosen, unit) if chosen else NOTHING,
        contradictions=count("contradiction", clashing) if clashing else NOTHING,
        origins=count("origin", origins(measure)),
    )


def report_line(read: ReadReport) -> ReportLine:
    """What a list of reports says of one."""
    known, claims = read.report.metadata, read.claims
    return ReportLine(
        title=report_title(read.report),
        address=PAGES.report(read.report.id),
        outlet=report_words(known.outlet) if known.outlet else say("interface.unknown_outlet"),
        published=day(known.published) or say("interface.undated"),
        tally=join((count("figure", len(claims.figures)), count("statement", len(claims.statements))), "items"),
    )


def _newest_first(read: ReadReport) -> str:
    when = read.report.metadata.published
    return when.isoformat() if when else ""
