"""The members that a merge or a split names, from what a form ticks."""

from __future__ import annotations

from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.outlines import measures_of, story_outline
from tahqiq.model.judgement import JudgementKind, TargetKind
from tahqiq.model.measure import Measure
from tahqiq.web.desk import Desk
from tahqiq.web.review.drafts import Sent

TICKED = "tick:"
"""What the names of ticked fields begin with; the id of what is ticked follows."""


def members(desk: Desk, sent: Sent) -> tuple[str, ...]:
    """A split's members are what is ticked; a merge has the target itself too, and one member stands for a group."""
    if sent.kind not in (JudgementKind.MERGE, JudgementKind.SPLIT):
        return ()
    ticked = tuple(name.removeprefix(TICKED) for name in sent.fields.parameters if name.startswith(TICKED))
    if sent.kind is JudgementKind.SPLIT:
        return ticked
    groups = (sent.target.id, *ticked)
    if sent.target.kind is TargetKind.STORY:
        return tuple(story_outline(desk.ledger, id).story.reports[0] for id in groups)
    return tuple(first_figure(one.measure) for one in measures_of(desk.ledger, groups))


def first_figure(measure: Measure) -> str:
    """The claim id of a measure's first figure."""
    return claim_id(measure.figures[0].report_id, measure.figures[0].claim)
