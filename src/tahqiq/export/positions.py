"""A position as its figures tell it: its stance, and the outlets that print it."""

from __future__ import annotations

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position


def stance(measure: Measure, position: Position) -> Stance:
    """The one stance of all figures of a position; asserted where they differ."""
    held = {measure.figures[n].figure.stance for n in position.figures}
    return held.pop() if len(held) == 1 else Stance.ASSERTED


def outlets(measure: Measure, position: Position) -> tuple[str, ...]:
    """The known outlets that print a position, each once, in the order of its figures."""
    return tuple(dict.fromkeys(name for n in position.figures if (name := measure.figures[n].outlet)))


def outlet(measure: Measure, position: Position) -> str | None:
    """The first outlet that prints a position; None where none is known."""
    return next(iter(outlets(measure, position)), None)
