"""The case that a policy decides: the positions of one measure that still stand, and how they relate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Estimate, Relation, RelationKind, Status
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.reconcile.positions import Held

Policy = Callable[["Case"], Estimate]


@dataclass(frozen=True, slots=True)
class Case:
    """All positions on one measure, earliest first, with their relations."""

    held: tuple[Held, ...]
    relations: tuple[Relation, ...]

    @property
    def asserted(self) -> tuple[int, ...]:
        """Positions that hold the number to be so: not denied, not planned, not told as superseded."""
        return tuple(i for i, held in enumerate(self.held) if held.stance is Stance.ASSERTED)

    @property
    def standing(self) -> tuple[int, ...]:
        """Asserted positions that no later one updates."""
        asserted = set(self.asserted)
        updated = {r.a for r in self.relations if r.kind is RelationKind.UPDATE and r.b in asserted}
        return tuple(sorted(asserted - updated))

    @property
    def has_updates(self) -> bool:
        """Whether some position was overtaken."""
        return len(self.standing) < len(self.held)

    def is_contested(self, inputs: Sequence[int]) -> bool:
        """Whether two of `inputs` contradict one another, or one of them is denied."""
        chosen = set(inputs)
        denied = {i for i, held in enumerate(self.held) if held.stance is Stance.DENIED}
        return any(
            r.kind is RelationKind.CONTRADICTION and {r.a, r.b} <= chosen | denied and {r.a, r.b} & chosen
            for r in self.relations
        )

    def quantities(self, inputs: Sequence[int]) -> list[Quantity]:
        """The quantities of those positions."""
        return [self.held[i].position.quantity for i in inputs]

    def origins(self, inputs: Sequence[int]) -> int:
        """How many independent origins hold those positions."""
        return len({self.held[i].origin for i in inputs})

    def status(self, inputs: Sequence[int]) -> Status:
        """What can be said of an estimate that rests on those positions."""
        if self.is_contested(inputs):
            return Status.CONTESTED
        if self.has_updates:
            return Status.UPDATED
        return Status.AGREED if self.origins(inputs) > 1 else Status.SINGLE


def stated(quantity: Quantity) -> Number:
    """The one number that the words give: the point, the minimum, the maximum or the low of a range."""
    if quantity.low is not None:
        return quantity.low
    assert quantity.high is not None, "a quantity has at least one end"
    return quantity.high


def precise(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that are not vague, or all where every one is."""
    return [q for q in quantities if q.approximator is not Approximator.VAGUE] or list(quantities)


def nothing(name: str) -> Estimate:
    """The estimate where nobody asserts a number."""
    return Estimate(name, None, None, None, Status.SINGLE, "no position asserts a number", ())
