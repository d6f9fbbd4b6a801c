"""All that people decided, the newest first."""

from __future__ import annotations

from tahqiq.errors import UnknownName
from tahqiq.model.judgement import CLAIM_KINDS, Judgement, JudgementKind
from tahqiq.model.report import Report
from tahqiq.model.standing import in_force
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page, leaf
from tahqiq.web.review.claims import judged
from tahqiq.web.review.history import Decision, decision
from tahqiq.web.words import tell

_ON_A_LEAF = 50


def show(desk: Desk, asked: Asked) -> Page:
    """`by` is a name; `page` counts leaves from 1."""
    by, at = asked.text("by"), asked.number("page", 1)
    every = list(desk.ledger.judgements())
    standing = {one.id for one in in_force(every)}
    listed = [one for one in reversed(every) if by in (None, one.by)]
    shown, turning = leaf("/judgements", {"by": by}, at, _ON_A_LEAF, len(listed))
    return Page(
        "judgements.html",
        tell("judgements.title"),
        {
            "decisions": [_decision(desk, one, one.id in standing) for one in listed[shown]],
            "leaf": turning,
            "people": sorted({one.by for one in every}),
            "by": by or "",
            "here": "/judgements",
        },
        "judgements",
    )


def _decision(desk: Desk, judgement: Judgement, stands: bool) -> Decision:
    return decision(judgement, stands, _report(desk, judgement))


def _report(desk: Desk, judgement: Judgement) -> Report | None:
    if judgement.kind is not JudgementKind.CORRECT or judgement.target.kind not in CLAIM_KINDS:
        return None
    try:
        return judged(desk.ledger, judgement.target.kind.value, judgement.target.id).report
    except UnknownName:
        return None
