"""What comes first: contradictions, then what most is said of."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.export.conflicts import conflicts
from tahqiq.export.positions import outlet
from tahqiq.model.measure import Estimate, Measure, Position, RelationKind, Status
from tahqiq.model.source import SourceKind


def contradicted(measure: Measure) -> set[int]:
    """Indexes of the positions that stand in a contradiction."""
    return {n for r in measure.relations if r.kind is RelationKind.CONTRADICTION for n in (r.a, r.b)}


def clashes(measures: Iterable[Measure]) -> int:
    """How many contradictions stand in these measures, however many voices hold each."""
    return sum(len(conflicts(m)) for m in measures)


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
    first = sorted(measures, key=lambda m: (not is_contested(m, policy), -len(m.positions), -len(m.figures)))
    known = {m.id for m in first}
    parts: dict[str, list[Measure]] = {}
    for m in first:
        if m.part_of in known and m.part_of != m.id:
            parts.setdefault(m.part_of or "", []).append(m)
    placed: dict[str, Measure] = {}
    for m in first:
        if m.part_of not in known or m.part_of == m.id:
            _place(m, parts, placed)
    placed.update({m.id: m for m in first if m.id not in placed})
    return list(placed.values())


def origins(measure: Measure) -> int:
    """How many independent origins hold its positions; an outlet in its own voice is one by its name."""
    return len({_origin(measure, p) for p in measure.positions})


def _origin(measure: Measure, position: Position) -> tuple[str, str, str]:
    source = position.origin
    own = source.kind in (SourceKind.NARRATOR, SourceKind.UNKNOWN)
    return source.kind.value, source.name, (outlet(measure, position) or "") if own else ""


def _place(root: Measure, parts: dict[str, list[Measure]], placed: dict[str, Measure]) -> None:
    waiting = [root]
    while waiting:
        m = waiting.pop()
        if m.id not in placed:
            placed[m.id] = m
            waiting += reversed(parts.get(m.id, []))
