"""Judgements: what a person decided about what was read, each kept for good and undone only by another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tahqiq.errors import TahqiqError
from tahqiq.model.claim import DateMention, Figure, Statement


class JudgementKind(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    GRADE = "grade"
    NOTE = "note"
    UNDO = "undo"


class TargetKind(StrEnum):
    """What a judgement is about."""

    FIGURE = "figure"
    STATEMENT = "statement"
    DATE = "date"
    MEASURE = "measure"
    STORY = "story"
    SOURCE = "source"
    REPORT = "report"


CLAIM_KINDS = frozenset((TargetKind.FIGURE, TargetKind.STATEMENT, TargetKind.DATE))

APPLIES_TO = {
    JudgementKind.ACCEPT: CLAIM_KINDS | {TargetKind.REPORT},
    JudgementKind.REJECT: CLAIM_KINDS,
    JudgementKind.CORRECT: CLAIM_KINDS,
    JudgementKind.MERGE: frozenset((TargetKind.MEASURE, TargetKind.STORY)),
    JudgementKind.SPLIT: frozenset((TargetKind.MEASURE, TargetKind.STORY)),
    JudgementKind.GRADE: frozenset((TargetKind.FIGURE, TargetKind.STATEMENT, TargetKind.SOURCE)),
    JudgementKind.NOTE: frozenset(TargetKind),
    JudgementKind.UNDO: frozenset(TargetKind),
}
"""What each kind of judgement can be about. Who accepts a report has read it whole: nothing in it was missed."""


class Target(NamedTuple):
    """What a judgement is about: the id of a claim, measure, story or report, or a source's name as it is held."""

    kind: TargetKind
    id: str


class Reliability(StrEnum):
    """How far a source is trusted, on the Admiralty scale (NATO STANAG 2511): A completely, E not, F not known."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far a claim is believed, on the same scale: 1 confirmed by others, 5 improbable, 6 not known."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class Basis(StrEnum):
    """Where the name of a corrected source comes from; PERSON is given by whoever judges, from outside the ledger."""

    REPORT = "report"
    LEDGER = "ledger"
    ACTORS = "actors"
    PERSON = "person"


Grade = Reliability | Credibility
Claim = Figure | Statement | DateMention


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement that a person asks to be kept.

    `after` is the whole corrected claim (CORRECT) or the grade (GRADE); `basis` says where its source's name comes from
    (None: from the report's words, or known in the ledger). `members` (MERGE, SPLIT) are claim ids of figures where the
    target is a measure, report ids where it is a story: one or more of each group to be merged, or all that are to go
    apart. They hold the groups, since the id of a measure or story may follow another member. `undoes` (UNDO) is the id
    of a judgement on the same target. `why` is free words; for a NOTE it is the note.
    """

    by: str
    kind: JudgementKind
    target: Target
    why: str = ""
    after: Claim | Grade | None = None
    members: tuple[str, ...] = ()
    undoes: str | None = None
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided: `number` counts all judgements of a ledger from 1, `at` is ISO 8601 in UTC.

    `id` is a hash of everything else. `report` is the report of the claim or the report judged (None: of no single
    one). `before` and `after` are what stood and what stands instead: the canonical interchange record of a claim, or a
    grade; None where nothing of the kind stood, or nothing changes. The rest is as in `Draft`.
    """

    id: str
    number: int
    at: str
    by: str
    kind: JudgementKind
    target: Target
    report: str | None
    why: str
    before: str | None
    after: str | None
    members: tuple[str, ...]
    undoes: str | None
    basis: Basis | None


class JudgedMeanwhile(TahqiqError):
    """Somebody else judged what a person is judging: `others` are the judgements that the person had not seen."""

    def __init__(self, target: Target, others: tuple[Judgement, ...]) -> None:
        last = others[-1]
        super().__init__(f"{last.by} judged this {target.kind} meanwhile ({last.kind}, at {last.at})")
        self.target = target
        self.others = others


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of the judgements on one target, oldest first in `history` (undone ones too).

    `verdict` is the last accept, reject or correct that is in force, `correction` the last correct; a claim that is
    accepted after it was corrected is accepted as corrected, and only undoing the correction brings the words of the
    reading back. `last` is the number that `Ledger.judge` expects of a person who saw this (0: none).
    """

    target: Target
    history: tuple[Judgement, ...] = ()
    in_force: frozenset[str] = frozenset()
    verdict: Judgement | None = None
    correction: Judgement | None = None
    grade: Judgement | None = None
    notes: tuple[Judgement, ...] = ()

    @property
    def last(self) -> int:
        """The number of the newest judgement on the target, 0 where there is none."""
        return self.history[-1].number if self.history else 0

    @property
    def is_rejected(self) -> bool:
        """Whether the claim counts for nothing."""
        return self.verdict is not None and self.verdict.kind is JudgementKind.REJECT
