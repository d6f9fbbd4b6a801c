"""What several figures count, what each origin holds about it, and what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tahqiq.model.claim import Figure
from tahqiq.model.quantity import Number, Quantity
from tahqiq.model.source import Source


class RelationKind(StrEnum):
    """How two positions on one measure stand to each other."""

    SAME = "same"
    UPDATE = "update"
    CONTRADICTION = "contradiction"
    PART_OF = "part_of"
    COMPATIBLE = "compatible"
    UNCLEAR = "unclear"


class Status(StrEnum):
    """What can be said of an estimate."""

    SINGLE = "single"
    AGREED = "agreed"
    UPDATED = "updated"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A Figure together with the report that carries it; `as_read` is what it was before a person corrected it."""

    report_id: str
    outlet: str | None
    published: dt.date | None
    figure: Figure
    as_read: Figure | None = None

    @property
    def claim(self) -> Figure:
        """The figure as it stands among the report's claims."""
        return self.as_read or self.figure


@dataclass(frozen=True, slots=True)
class Position:
    """What one independent origin holds on a measure at a time; `figures` are indexes into the measure's figures."""

    origin: Source
    quantity: Quantity
    as_of: dt.date | None
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How position `a` stands to position `b` (indexes), with the reason in one sentence per interface language."""

    a: int
    b: int
    kind: RelationKind
    reason: str
    reason_ar: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure's low, best and high under a policy; None where that side is open or nothing is stated.

    `inputs` are indexes of the positions used; `rule` names the rule that fired, in words.
    """

    policy: str
    low: Number | None
    best: Number | None
    high: Number | None
    status: Status
    rule: str
    inputs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What several figures count: same predicate, counted thing, place, event and scope.

    `id` is a hash of what is counted and of its earliest figure, so that it stays when reports are added. `part_of` is
    the id of the measure of which this is a part; `formerly` are ids that led to measures which judgements made one
    with this.
    """

    id: str
    story: str
    predicate: str
    counted: str
    place: str | None
    description: str
    description_ar: str
    figures: tuple[ReportedFigure, ...]
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...]
    estimates: tuple[Estimate, ...]
    part_of: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about the same running matter; `reason` says what holds them together."""

    id: str
    title: str
    reports: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Everything derived from a set of read reports and judgements; it can be dropped and rebuilt.

    `followed` are the stories as they were before people merged or split some (empty: nobody did). `copies` leads from
    a near-copy's report id to that of the first report of its kind.
    """

    stories: tuple[Story, ...]
    measures: tuple[Measure, ...]
    followed: tuple[Story, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
