"""Alerts: something in the ledger that a person asked to be told of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tahqiq.model.quantity import Number


class AlertKind(StrEnum):
    """What a rule watches for."""

    FIGURE = "figure"
    CONTRADICTION = "contradiction"
    JUMP = "jump"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class AlertRule:
    """What to be told of. `predicate`, `place`, `actor` and `outlet` narrow it; None wants all.

    `factor` (JUMP) is how many times the later number must be the earlier one, or the earlier the later. `silent`
    (EDIT) wants only edits whose words speak of no correction.
    """

    name: str
    on: AlertKind
    predicate: str | None = None
    place: str | None = None
    actor: str | None = None
    outlet: str | None = None
    factor: Number = 2
    silent: bool = True


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """A rule that cannot be used: the file, the rule by name or number, and why."""

    file: str
    rule: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.rule}" if self.rule else self.file
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that a rule found, in a sentence per interface language, with the words of one report as evidence.

    `id` is a hash of the rule's name and of what was found, however often and in whatever order reports come.
    """

    id: str
    rule: str
    kind: AlertKind
    summary: str
    summary_ar: str
    report: str
    outlet: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An alert before it is known whether it was raised: it was, if any of the ids `same_as` was."""

    alert: Alert
    same_as: frozenset[str]


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """An alert with the time at which it was raised (ISO 8601, UTC)."""

    alert: Alert
    at: str
