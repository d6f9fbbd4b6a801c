"""Writing judgements: each is checked against what is held, and against what others judged meanwhile."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert

from tahqiq.errors import InvalidJudgement
from tahqiq.ledger import audit, grounds
from tahqiq.ledger.canonical import digest_of
from tahqiq.ledger.intake import printable
from tahqiq.ledger.judged import About, body_of, id_of, judgement_row, read
from tahqiq.ledger.stamp import Stamp
from tahqiq.ledger.tables import judgements, newest_key
from tahqiq.model.judgement import APPLIES_TO, Draft, JudgedMeanwhile, Judgement, JudgementKind, Standing
from tahqiq.model.standing import standing

_LONGEST_NAME = 200
_LONGEST_WHY = 10_000


def judge(connection: Connection, draft: Draft, expected: int, stamp: Stamp) -> Judgement:
    """Write one judgement; the caller holds the writer's place.

    `expected` is the number of the newest judgement on the target that the person has seen. Raises JudgedMeanwhile
    with those that came since, InvalidJudgement for a draft that cannot be kept.
    """
    before = standing(draft.target, read(connection, About(draft.target)))
    unseen = tuple(judgement for judgement in before.history if judgement.number > expected)
    if unseen:
        raise JudgedMeanwhile(draft.target, unseen)
    judgement = _judgement(connection, _clean(draft), before, stamp)
    body = {"judgements": 1, "digest": row_digest(judgement.id, body_of(judgement))}
    batch = audit.append(connection, stamp.at, "judge", body)
    connection.execute(insert(judgements), judgement_row(batch, judgement))
    return judgement


def row_digest(id: str, body: str) -> str:
    """The hash over one judgement's content."""
    return digest_of(id, body)


def _judgement(connection: Connection, draft: Draft, held: Standing, stamp: Stamp) -> Judgement:
    number = newest_key(connection, judgements) + 1
    found = grounds.grounds(connection, draft, held)
    unnamed = Judgement(
        id="",
        number=number,
        at=stamp.at,
        by=draft.by,
        kind=draft.kind,
        target=draft.target,
        report=found.report,
        why=draft.why,
        before=found.before,
        after=found.after,
        members=draft.members,
        undoes=draft.undoes,
        basis=found.basis,
    )
    return replace(unnamed, id=id_of(number, body_of(unnamed)))


def _clean(draft: Draft) -> Draft:
    """The draft with a name and words that can be kept; InvalidJudgement where its parts do not go together."""
    by, why = (printable(words).strip() for words in (draft.by, draft.why))
    if not by or "\n" in by or len(by) > _LONGEST_NAME:
        raise InvalidJudgement("by", f"a name of one line and at most {_LONGEST_NAME} letters is needed")
    if len(why) > _LONGEST_WHY:
        raise InvalidJudgement("why", f"it is longer than {_LONGEST_WHY:,} letters")
    if draft.kind is JudgementKind.NOTE and not why:
        raise InvalidJudgement("why", "a note needs words")
    if draft.target.kind not in APPLIES_TO[draft.kind]:
        raise InvalidJudgement("kind", f"{draft.kind} does not apply to a {draft.target.kind}")
    _check_parts(draft)
    return replace(draft, by=by, why=why)


def _check_parts(draft: Draft) -> None:
    """Each kind has the parts that it needs and no others."""
    kind = draft.kind
    needs = {
        "after": (draft.after is not None, kind in (JudgementKind.CORRECT, JudgementKind.GRADE)),
        "members": (bool(draft.members), kind in (JudgementKind.MERGE, JudgementKind.SPLIT)),
        "undoes": (draft.undoes is not None, kind is JudgementKind.UNDO),
    }
    for field, (is_there, is_needed) in needs.items():
        if is_there != is_needed:
            raise InvalidJudgement(field, f"{kind} {'needs one' if is_needed else 'has none'}")
