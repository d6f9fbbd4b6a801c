"""Claims as a person judges them: as read, as they count now, with all that was decided on them."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.errors import TahqiqError, UnknownName
from tahqiq.ledger.canonical import kind_of
from tahqiq.ledger.recall import Held, claim_from
from tahqiq.ledger.store import Ledger
from tahqiq.model.judgement import Claim, Standing, Target, TargetKind
from tahqiq.model.report import Report


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of a report with what stands on it; `meant` is the claim as corrected, `as_read` as it was read."""

    target: Target
    report: Report
    as_read: Claim
    meant: Claim
    standing: Standing


def judged(ledger: Ledger, kind: str, id: str) -> Judged:
    """The claim of that kind and id in the newest reading of its report; UnknownName where there is none."""
    held = ledger.claim(id)
    if kind != kind_of(held.claim):
        raise UnknownName("claim", id)
    target = Target(TargetKind(kind), id)
    standing = ledger.standing(target)
    return Judged(target, held.report, held.claim, _meant(standing, held), standing)


def record_of(kind: TargetKind, body: str | None, report: Report) -> Claim | None:
    """The claim of a kept record; None where there is none, or its words no longer stand in the report."""
    if body is None:
        return None
    try:
        return claim_from(kind.value, body, report)
    except (TahqiqError, ValueError):
        return None


def _meant(standing: Standing, held: Held[Claim]) -> Claim:
    after = None if standing.correction is None else standing.correction.after
    return record_of(standing.target.kind, after, held.report) or held.claim
