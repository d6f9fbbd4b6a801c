"""Decisions: what stands of all judgements, in the form in which reconciling takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from tahqiq.model.claim import Figure
from tahqiq.model.judgement import Claim

Member = TypeVar("Member")


class FigureAt(NamedTuple):
    """What tells a figure, as it was read, from the others of all reports."""

    report: str
    start: int
    end: int
    predicate: str
    counted: str


def figure_at(report: str, figure: Figure) -> FigureAt:
    """Where a figure of a report stands."""
    return FigureAt(report, figure.span.start, figure.span.end, figure.predicate, figure.counted)


@dataclass(frozen=True, slots=True)
class Regrouping(Generic[Member]):
    """Groups that are one, each named by a member or more of it (`is_merge`); or members that go apart."""

    is_merge: bool
    members: frozenset[Member]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided, and nothing that they undid.

    `claims` gives for the id of a report each claim, as it was read, that counts otherwise: as corrected, or not at
    all (None). `measures` and `stories` are applied one after another.
    """

    claims: Mapping[str, Mapping[Claim, Claim | None]] = field(default_factory=dict)
    measures: tuple[Regrouping[FigureAt], ...] = ()
    stories: tuple[Regrouping[str], ...] = ()

    @property
    def reports(self) -> frozenset[str]:
        """The reports whose figures count otherwise, or in other measures."""
        return frozenset(self.claims) | {at.report for grouping in self.measures for at in grouping.members}

    def of(self, reports: Iterable[str]) -> Decisions:
        """The decisions on the figures of these reports."""
        own = frozenset(reports)
        claims = {id: judged for id, judged in self.claims.items() if id in own}
        touching = tuple(g for g in self.measures if any(at.report in own for at in g.members))
        return Decisions(claims, touching)

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self.claims or self.measures or self.stories)


UNDECIDED = Decisions()
