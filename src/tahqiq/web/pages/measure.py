"""A measure: every position with its chain, every relation, the estimate under each policy."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.errors import UnknownName
from tahqiq.export.page.anchors import Shown, anchors
from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.measure_view import measure_view
from tahqiq.export.page.options import PageOptions
from tahqiq.web.addresses import DOWNLOAD, PAGES, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.policies import choices

_MOST = 400


def show(desk: Desk, asked: Asked) -> Page:
    """`story` and `id` name the measure, `policy` the rule whose estimate is put first."""
    story_id, id_, policy = asked.required("story"), asked.required("id"), asked.policy()
    story = desk.story(story_id)
    by_id = {measure.id: measure for measure in desk.measures(story)}
    if id_ not in by_id:
        raise UnknownName("measure", id_)
    measure = by_id[id_]
    known = desk.reports({figure.report_id for figure in measure.figures})
    options = PageOptions(policy=policy, pages=PAGES, most_positions=_MOST, most_evidence=_MOST, most_relations=_MOST)
    others = [other for other in by_id.values() if other.id == measure.part_of]
    made = anchors(Shown((), [measure], {}, known, others), _MOST, PAGES)
    view = measure_view(measure, by_id, made, options)
    estimates = (*((view.estimate,) if view.estimate else ()), *view.other_estimates)
    return Page(
        "measure.html",
        view.title,
        {
            "measure": replace(view, address=None, other_estimates=()),
            "estimates": estimates,
            "positions_address": address(DOWNLOAD, story=story.id, measure=measure.id, file="positions.csv"),
            "story_title": story_title(story),
            "story_address": PAGES.story(story.id),
            "policies": choices(policy, lambda name: address("/measure", story=story.id, id=measure.id, policy=name)),
        },
        depth=-2,
    )
