"""Judgements as pages list them: who decided what, when, why, and what it changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tahqiq.export.page.strings import NOTHING, Both, report_words
from tahqiq.export.page.wording import day, named
from tahqiq.model.judgement import CLAIM_KINDS, Judgement, JudgementKind, Standing, Target, TargetKind
from tahqiq.model.report import Report
from tahqiq.web.addresses import address
from tahqiq.web.review.claims import record_of
from tahqiq.web.review.told import Change, changes
from tahqiq.web.words import tell


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement in words; `of` names what it is about, with its page, and `state` says that it was undone."""

    judgement: Judgement
    kind: Both
    of: Both
    address: str | None
    at: Both
    why: Both
    grade: Both
    changes: tuple[Change, ...]
    state: Both
    can_be_undone: bool


def decisions(standing: Standing, report: Report | None = None) -> tuple[Decision, ...]:
    """All that was decided on one target, the newest first; `report` is that of a claim, to tell what was changed."""
    newest = sorted(standing.history, key=lambda one: -one.number)
    return tuple(decision(one, one.id in standing.in_force, report) for one in newest)


def decision(judgement: Judgement, stands: bool, report: Report | None = None) -> Decision:
    """One judgement, which `stands` or was undone."""
    return Decision(
        judgement=judgement,
        kind=tell(f"decided.{judgement.kind}"),
        of=_of(judgement.target),
        address=target_address(judgement.target),
        at=day(dt.datetime.fromisoformat(judgement.at)),
        why=report_words(judgement.why) if judgement.why else NOTHING,
        grade=_grade(judgement),
        changes=_changes(judgement, report),
        state=NOTHING if stands else tell("review.undone"),
        can_be_undone=stands and judgement.kind is not JudgementKind.UNDO,
    )


def target_address(target: Target) -> str | None:
    """The page of what was judged; None for a measure, whose story has to be known."""
    if target.kind in CLAIM_KINDS:
        return address("/claim", kind=target.kind.value, id=target.id)
    paths = {TargetKind.STORY: "/story", TargetKind.REPORT: "/report"}
    if target.kind is TargetKind.SOURCE:
        return address("/source", name=target.id)
    return address(paths[target.kind], id=target.id) if target.kind in paths else None


def graded(grade: str) -> Both:
    """A grade of the Admiralty scale with what it says."""
    return tell(f"grade.{grade}")


def _of(target: Target) -> Both:
    if target.kind is TargetKind.SOURCE:
        return named(target.id)
    return tell("review.of", kind=tell(f"target.{target.kind}"), id=target.id[:10])


def _grade(judgement: Judgement) -> Both:
    if judgement.kind is not JudgementKind.GRADE or judgement.after is None:
        return NOTHING
    return graded(judgement.after)


def _changes(judgement: Judgement, report: Report | None) -> tuple[Change, ...]:
    if judgement.kind is not JudgementKind.CORRECT or report is None:
        return ()
    before, after = (record_of(judgement.target.kind, body, report) for body in (judgement.before, judgement.after))
    return () if before is None or after is None else changes(before, after, report.metadata.outlet)
