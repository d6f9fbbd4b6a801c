"""A measure: every position with its chain, every relation, the estimate under each policy."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.measure_view import measure_view
from tahqiq.export.page.options import PageOptions
from tahqiq.ledger.outlines import measure_outline
from tahqiq.web.addresses import DOWNLOAD, PAGES, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.linking import linked
from tahqiq.web.page import Page
from tahqiq.web.policies import choices

_MOST = 400


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
            "positions_address": address(DOWNLOAD, story=story.id, measure=measure.id, file="positions.csv"),
            "story_title": story_title(story),
            "story_address": PAGES.story(story.id),
            "policies": choices(policy, lambda name: address("/measure", story=story.id, id=measure.id, policy=name)),
        },
        depth=-2,
    )
