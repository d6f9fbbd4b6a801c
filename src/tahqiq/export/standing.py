"""How the positions of a measure stand to each other, in numbers."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.export.conflicts import conflicts
from tahqiq.export.positions import outlet
from tahqiq.model.measure import Measure, Position, RelationKind
from tahqiq.model.source import SourceKind


def contradicted(measure: Measure) -> set[int]:
    """Indexes of the positions that stand in a contradiction."""
    return {n for r in measure.relations if r.kind is RelationKind.CONTRADICTION for n in (r.a, r.b)}


def clashes(measures: Iterable[Measure]) -> int:
    """How many contradictions stand in these measures, however many voices hold each."""
    return sum(len(conflicts(m)) for m in measures)


def origins(measure: Measure) -> int:
    """How many independent origins hold its positions; an outlet in its own voice is one by its name."""
    return len({origin_key(measure, p) for p in measure.positions})


def origin_key(measure: Measure, position: Position) -> tuple[str, str, str]:
    """What tells the origin of a position from others: its kind, its name, and for an own voice the outlet."""
    source = position.origin
    own = source.kind in (SourceKind.NARRATOR, SourceKind.UNKNOWN)
    return source.kind.value, source.name, (outlet(measure, position) or "") if own else ""
