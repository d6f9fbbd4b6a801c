"""Judgements as tidy rows."""

from __future__ import annotations

from tahqiq.export.rows import JudgementRow
from tahqiq.model.judgement import Judgement

STANDS, UNDONE, NO_LONGER_READ = "stands", "undone", "no longer read"


def judgement_row(judgement: Judgement, state: str) -> JudgementRow:
    """The row of one judgement; `state` is one of the three above."""
    return JudgementRow(
        number=judgement.number,
        at=judgement.at,
        by=judgement.by,
        kind=judgement.kind.value,
        target_kind=judgement.target.kind.value,
        target=judgement.target.id,
        report=judgement.report,
        why=judgement.why,
        before=judgement.before,
        after=judgement.after,
        members=" ".join(judgement.members),
        undoes=judgement.undoes,
        basis=judgement.basis.value if judgement.basis else None,
        state=state,
        id=judgement.id,
    )
