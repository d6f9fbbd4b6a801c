"""A story: what a careful reader would say first, measures, framing, reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.assembly import story_reason, story_title
from tahqiq.export.page.framing_view import framing_view
from tahqiq.export.page.measure_view import measure_view, title
from tahqiq.export.page.opening import MOST_SAID, Material, caveats, disputes, findings, lead
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import arranged
from tahqiq.export.page.strings import NOTHING, Both, count, join, report_words, say
from tahqiq.export.page.views import FramingView, StoryView
from tahqiq.export.page.wording import day, estimated
from tahqiq.export.rebuild import day_from
from tahqiq.ledger.outlines import framing, measure_outlines, measures_of, report_outlines
from tahqiq.ledger.whereabouts import places_of
from tahqiq.model.judgement import TargetKind
from tahqiq.model.measure import Story
from tahqiq.model.outline import MeasureOutline, NumberedMeasure, ReportOutline
from tahqiq.web.addresses import PAGES, STORY_FEED, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.linking import link_report, linked
from tahqiq.web.mapping import drawings, place_lines
from tahqiq.web.page import Page, leaf
from tahqiq.web.policies import choices
from tahqiq.web.review.beside import beside
from tahqiq.web.words import tell

_ON_A_LEAF = 100
_IN_FULL, _SINGLES, _PLACES = 12, 40, 30
_OPTIONS = PageOptions(pages=PAGES)


@dataclass(frozen=True, slots=True)
class Told:
    """A story in outline: all that is counted in it, what of that is shown in full, its reports, and the policy."""

    story: Story
    counted: Sequence[MeasureOutline]
    several: Sequence[MeasureOutline]
    singles: Sequence[MeasureOutline]
    reports: Sequence[ReportOutline]
    policy: str

    @property
    def said(self) -> frozenset[str]:
        """The measures of which the opening speaks: the first that are contradicted, planned, or held by several."""
        kinds = (
            [m for m in self.counted if m.is_contradicted],
            [m for m in self.counted if m.is_planned],
            [m for m in self.counted if m.positions > 1 and not m.is_contradicted and not m.is_planned],
        )
        return frozenset(m.id for kind in kinds for m in kind[:MOST_SAID])

    @property
    def material(self) -> Material:
        """How much there is to read."""
        return Material(
            len(self.reports),
            len({report.outlet for report in self.reports} - {""}),
            sum(report.figures for report in self.reports),
            sum(report.statements for report in self.reports),
            sum(report.narrated for report in self.reports),
            sum(report.anonymous for report in self.reports),
            sorted(report.published[:10] for report in self.reports if report.published),
        )


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
    """`id` names the story, `policy` the rule by which numbers are stated.

    `page` is the leaf of the list of reports, `measures` that of the measures that are told in a line each.
    """
    id_, policy, at = asked.required("id"), asked.policy(), asked.number("page", 1)
    story = desk.story(id_)
    counted = arranged(measure_outlines(desk.ledger, id_), lambda m: _weight(m, policy))
    reports, places = report_outlines(desk.ledger, id_), places_of(desk.ledger, id_)
    shown, turning = leaf("/story", {"id": id_, "policy": policy}, at, _ON_A_LEAF, len(reports))
    several = [m for m in counted if m.positions > 1]
    singles = [m for m in counted if m.positions <= 1]
    others, at_other = (*several[_IN_FULL:], *singles[_SINGLES:]), asked.number("measures", 1)
    in_lines, turning_others = leaf(
        "/story", {"id": id_, "policy": policy}, at_other, _ON_A_LEAF, len(others), "measures"
    )
    return Page(
        "story.html",
        story_title(story),
        {
            "feeds": [(tell("export.feed"), address(STORY_FEED, id=story.id))],
            "export_address": address("/export", story=story.id),
            "story": _view(desk, Told(story, counted, several[:_IN_FULL], singles[:_SINGLES], reports, policy)),
            "others": [measure_line(m, policy) for m in others[in_lines]],
            "others_leaf": turning_others,
            "reports": [report_line(report) for report in reports[shown]],
            "leaf": turning,
            "places": place_lines(places[:_PLACES]),
            "maps": drawings(places[:_PLACES]),
            "beside": beside(desk, TargetKind.STORY, story.id, PAGES.story(story.id)),
            "regroup": address("/regroup", story=story.id),
            "policies": choices(policy, lambda named: address("/story", id=id_, policy=named)),
        },
    )


def _weight(measure: MeasureOutline, policy: str) -> tuple[bool, int, int]:
    return not measure.is_contested(policy), -measure.positions, -measure.figures


def _view(desk: Desk, told: Told) -> StoryView:
    """The story as its page shows it; only what is shown is read."""
    wanted = told.said | {m.id for m in (*told.several, *told.singles)}
    found = {m.measure.id: m for m in measures_of(desk.ledger, sorted(wanted))}
    several, singles = ([found[m.id] for m in listed] for listed in (told.several, told.singles))
    made = linked([*several, *singles], told.counted, _OPTIONS.most_positions)
    options = replace(_OPTIONS, policy=told.policy)
    wholes = {m.id: m for m in told.counted}
    spoken_of = told.said
    said = [found[m.id].measure for m in told.counted if m.id in spoken_of]
    return StoryView(
        id="s1",
        title=story_title(told.story),
        reason=story_reason(told.story),
        lead=lead(told.material, sum(m.is_contested(told.policy) for m in told.counted), len(told.counted)),
        disputes=disputes(said, made),
        findings=findings(said, made),
        caveats=caveats(told.material),
        measures=tuple(measure_view(m.measure, wholes, made, options) for m in several),
        singles=tuple(measure_view(m.measure, wholes, made, options) for m in singles),
        framing=_framing(desk, told, several, made),
        reports=(),
        measures_note=NOTHING,
        singles_note=NOTHING,
        reports_note=NOTHING,
    )


def _framing(desk: Desk, told: Told, several: Sequence[NumberedMeasure], made: Anchors) -> FramingView | None:
    found = framing(desk.ledger, told.story.id, several)
    if found is None:
        return None
    for use in found.terms:
        for place in use.evidence:
            link_report(made, place.report_id)
    for said in found.sources:
        link_report(made, said.report_id)
    return framing_view(found, made, _OPTIONS)


def measure_line(measure: MeasureOutline, policy: str) -> MeasureLine:
    """What a list of measures says of one, its number stated under a policy."""
    chosen = measure.estimate(policy)
    return MeasureLine(
        title=title(measure),
        address=PAGES.measure(measure),
        value=estimated(chosen, measure.unit) if chosen else NOTHING,
        contradictions=count("contradiction", measure.contradictions) if measure.contradictions else NOTHING,
        origins=count("origin", measure.origins),
    )


def report_line(report: ReportOutline) -> ReportLine:
    """What a list of reports says of one."""
    return ReportLine(
        title=report_words(report.title),
        address=PAGES.report(report.id),
        outlet=report_words(report.outlet) if report.outlet else say("interface.unknown_outlet"),
        published=day(day_from(report.published or None)) or say("interface.undated"),
        tally=join((count("figure", report.figures), count("statement", report.statements)), "items"),
    )
