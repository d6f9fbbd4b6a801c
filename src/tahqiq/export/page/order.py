"""What comes first: contradictions, then what most is said of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from tahqiq.export.standing import contradicted
from tahqiq.model.measure import Estimate, Measure, Status


class Counted(Protocol):
    """What is counted, with the whole it may be a part of."""

    @property
    def id(self) -> str:
        """Its own id."""

    @property
    def part_of(self) -> str | None:
        """The id of the whole."""


C = TypeVar("C", bound=Counted)
Weight = tuple[bool, int, int]


def is_contested(measure: Measure, policy: str) -> bool:
    """Whether two positions contradict each other or the estimate is contested."""
    chosen = estimate(measure, policy)
    return bool(contradicted(measure)) or (chosen is not None and chosen.status is Status.CONTESTED)


def estimate(measure: Measure, policy: str) -> Estimate | None:
    """The estimate under that policy; the first one where it is missing; None where there is none."""
    named = (e for e in measure.estimates if e.policy == policy)
    return next(named, measure.estimates[0] if measure.estimates else None)


def ranked(measures: Iterable[Measure], policy: str) -> list[Measure]:
    """Contested first, then by number of positions and figures; parts directly after the whole they belong to."""
    return arranged(measures, lambda m: (not is_contested(m, policy), -len(m.positions), -len(m.figures)))


def arranged(counted: Iterable[C], weight: Callable[[C], Weight]) -> list[C]:
    """In the order of a weight, parts directly after the whole they belong to."""
    first = sorted(counted, key=weight)
    known = {m.id for m in first}
    parts: dict[str, list[C]] = {}
    for m in first:
        if m.part_of in known and m.part_of != m.id:
            parts.setdefault(m.part_of or "", []).append(m)
    placed: dict[str, C] = {}
    for m in first:
        if m.part_of not in known or m.part_of == m.id:
            _place(m, parts, placed)
    placed.update({m.id: m for m in first if m.id not in placed})
    return list(placed.values())


def _place(root: C, parts: dict[str, list[C]], placed: dict[str, C]) -> None:
    waiting = [root]
    while waiting:
        m = waiting.pop()
        if m.id not in placed:
            placed[m.id] = m
            waiting += reversed(parts.get(m.id, []))
