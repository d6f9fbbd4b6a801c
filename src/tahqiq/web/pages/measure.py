"""A measure: every position with its chain, every relation, the estimate under each policy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.changing import changes
from tahqiq.export.page.charting import days_of, small
from tahqiq.export.page.measure_view import measure_view, title
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import estimate
from tahqiq.export.page.strings import NOTHING, Both
from tahqiq.export.page.wording import estimated
from tahqiq.ledger.outlines import measure_outline, measure_outlines, measures_of
from tahqiq.model.judgement import TargetKind
from tahqiq.model.measure import Estimate, Measure
from tahqiq.web.addresses import DOWNLOAD, PAGES, address, measure_address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.linking import linked
from tahqiq.web.page import Page
from tahqiq.web.policies import choices
from tahqiq.web.review.beside import beside, figure_lines

_MOST, _PARTS = 400, 12


@dataclass(frozen=True, slots=True)
class PartLine:
    """A measure that counts a part of another: `drawing` is small, and shares its days with the others."""

    id: str
    title: Both
    address: str
    value: Both
    drawing: Markup


def show(desk: Desk, asked: Asked) -> Page:
    """`story` and `id` name the measure, `policy` the rule whose estimate is put first."""
    story_id, id_, policy = asked.required("story"), asked.required("id"), asked.policy()
    story, found = desk.story(story_id), desk.measure(story_id, id_)
    measure = found.measure
    whole = measure_outline(desk.ledger, measure.part_of)
    named = () if whole is None else (whole,)
    options = PageOptions(policy=policy, pages=PAGES, most_positions=_MOST, most_evidence=_MOST, most_relations=_MOST)
    view = measure_view(measure, {one.id: one for one in named}, linked([found], named, _MOST), options)
    estimates = (*((view.estimate,) if view.estimate else ()), *view.other_estimates)
    return Page(
        "measure.html",
        view.title,
        {
            "measure": replace(view, address=None, other_estimates=()),
            "estimates": estimates,
            "parts": _parts(desk, measure, options),
            "changes": [changes(measure, chosen) for chosen in _chosen_first(measure, policy)],
            "beside": beside(desk, TargetKind.MEASURE, measure.id, measure_address(story.id, measure.id)),
            "figure_lines": figure_lines(desk, measure.figures[:_MOST]),
            "regroup": address("/regroup", story=story.id, measure=measure.id),
            "positions_address": address(DOWNLOAD, story=story.id, measure=measure.id, file="positions.csv"),
            "story_title": story_title(story),
            "story_address": PAGES.story(story.id),
            "policies": choices(policy, lambda name: address("/measure", story=story.id, id=measure.id, policy=name)),
        },
        depth=-2,
    )


def _chosen_first(measure: Measure, policy: str) -> list[Estimate]:
    return sorted(measure.estimates, key=lambda estimate: estimate.policy != policy)


def _parts(desk: Desk, whole: Measure, options: PageOptions) -> list[PartLine]:
    """The measures that count parts of `whole`, those that most hold first."""
    outlines = [one for one in measure_outlines(desk.ledger, whole.story) if one.part_of == whole.id != one.id]
    outlines = sorted(outlines, key=lambda one: -one.positions)[:_PARTS]
    found = [one.measure for one in measures_of(desk.ledger, [one.id for one in outlines]) if one.measure.positions]
    days = days_of([whole, *found])
    return [_part(n, part, small(part, f"part{n}", days, options), options) for n, part in enumerate(found, 1)]


def _part(number: int, measure: Measure, drawing: Markup, options: PageOptions) -> PartLine:
    chosen = estimate(measure, options.policy)
    value = estimated(chosen, measure.positions[0].quantity.unit) if chosen else NOTHING
    return PartLine(f"part{number}-title", title(measure), PAGES.measure(measure), value, drawing)
