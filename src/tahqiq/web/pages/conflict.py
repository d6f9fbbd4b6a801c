"""Two people at once: what the other decided beside what one was about to, to decide again."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.strings import NOTHING, Both, report_words
from tahqiq.model.judgement import JudgementKind
from tahqiq.web.page import Page
from tahqiq.web.review.drafts import Sent
from tahqiq.web.review.history import Decision, graded, target_address
from tahqiq.web.signing import within
from tahqiq.web.words import knows, tell


@dataclass(frozen=True, slots=True)
class Clash:
    """A judgement that was not kept: others came first, the last of them of number `seen`; or a field is at fault."""

    sent: Sent
    others: tuple[Decision, ...] = ()
    seen: int = 0
    fault: str = ""


def page(clash: Clash) -> Page:
    """What was sent is kept in the form, to be sent again or changed."""
    sent = clash.sent
    hidden = {n: v for n, v in sent.fields.parameters.items() if n not in ("csrf", "seen", "why")}
    grade = sent.fields.text("grade")
    return Page(
        "conflict.html",
        tell("conflict.title" if clash.others else "conflict.not_kept"),
        {
            "others": clash.others,
            "kind": sent.kind.value,
            "kind_words": tell(f"decided.{sent.kind}"),
            "grade": graded(grade or "") if sent.kind is JudgementKind.GRADE and knows(f"grade.{grade}") else NOTHING,
            "hidden": hidden,
            "seen": clash.seen or sent.seen,
            "why": sent.fields.text("why") or "",
            "of": _of(sent),
            "address": target_address(sent.target),
            "back": within(sent.fields.text("back")),
            "fault": tell(f"judge_fault.{clash.fault}") if clash.fault else NOTHING,
        },
        "review",
    )


def _of(sent: Sent) -> Both:
    return tell("review.of", kind=tell(f"target.{sent.target.kind}"), id=report_words(sent.target.id[:20]))
