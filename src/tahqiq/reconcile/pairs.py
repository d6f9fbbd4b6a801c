"""Pairs: two positions of one measure side by side, with the facts that relation rules ask about."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.source import SourceKind
from tahqiq.reconcile.groups import is_alike
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.localities import is_country, lie_in_two_countries
from tahqiq.reconcile.moments import DAY, hours
from tahqiq.reconcile.positions import Held
from tahqiq.reconcile.quantities import are_near, meet, size
from tahqiq.reconcile.readings import Reading

_GROWN = 1.03
_MEASURED_SLACK = 0.1
_COUNTED_SLACK = 0.05
_MOST_READ = 5
_OTHER_DAY = 1.5 * DAY  # days are taken at noon


@dataclass(frozen=True, slots=True)
class Pair:
    """`a` was held first, or at the same time. `trend` is how such counts move (see the lexicon's predicates)."""

    a: Held
    b: Held
    trend: str

    @property
    def gap(self) -> float | None:
        """Hours from a to b; None where either is undated."""
        return None if self.a.since is None or self.b.since is None else self.b.since - self.a.since

    @property
    def share_report(self) -> bool:
        """Whether some report carries both."""
        return bool(self.a.reports & self.b.reports)

    @property
    def has_one_origin(self) -> bool:
        """Whether the same origin holds both."""
        return self.a.origin == self.b.origin

    @property
    def has_own_voice(self) -> bool:
        """Whether an outlet holds one of them in its own voice."""
        return SourceKind.NARRATOR in (self.a.position.origin.kind, self.b.position.origin.kind)

    @property
    def quantities(self) -> tuple[Quantity, Quantity]:
        """What both claim of the whole, on one scale."""
        return self.a.claimed, self.b.claimed

    @property
    def ratio(self) -> float:
        """b's size over a's (infinite where a is nothing)."""
        a, b = map(size, self.quantities)
        return 1.0 if a == b else float("inf") if a == 0 else b / a

    @property
    def have_equal_values(self) -> bool:
        """Whether both state the same ends."""
        a, b = self.quantities
        return (a.low, a.high) == (b.low, b.high)

    @property
    def have_near_values(self) -> bool:
        """Whether both may well speak of one number."""
        return are_near(*self.quantities)

    @property
    def can_both_hold(self) -> bool:
        """Whether one value could satisfy both."""
        measured = self.a.readings[0].predicate in ("measure", "cost")
        return meet(*self.quantities, slack=_MEASURED_SLACK if measured else _COUNTED_SLACK)

    @property
    def is_rounding(self) -> bool:
        """Whether an "about" on either side covers the other's number."""
        return any(q.approximator is Approximator.ABOUT for q in self.quantities) and (
            self.can_both_hold and 1 / 1.1 <= self.ratio <= 1.1
        )

    @property
    def has_grown(self) -> bool:
        """Whether b states clearly more than a did."""
        is_within = self.quantities[0].approximator is Approximator.RANGE and self.can_both_hold
        return self.ratio > _GROWN and not self.is_rounding and not is_within

    @property
    def has_fallen(self) -> bool:
        """Whether b states clearly less than a did, and not just in vaguer words."""
        return self.ratio < 1 / _GROWN and self.b.position.quantity.approximator is not Approximator.VAGUE

    @property
    def is_restated(self) -> bool:
        """Whether a is still held after b was last."""
        return self.a.until is not None and self.b.until is not None and self.a.until > self.b.until

    @property
    def ends_rough(self) -> bool:
        """Whether b is hedged: an estimate rather than a count."""
        return self.b.position.quantity.approximator is not Approximator.EXACT

    @property
    def starts_rough(self) -> bool:
        """Whether a is hedged: a first estimate rather than a count."""
        return self.a.position.quantity.approximator is not Approximator.EXACT

    @property
    def name_different_days(self) -> bool:
        """Whether the words tie the two counts to two different days."""
        return self.a.day is not None and self.b.day is not None and self.a.day != self.b.day

    @property
    def is_firm(self) -> bool:
        """Whether both surely count one thing at one place; what was joined by nearness of other values is not firm."""
        if not self.stances() <= {Stance.ASSERTED, Stance.DENIED} or not tells_apart(self.a.readings[0]):
            return False
        return any(
            self._count_one_thing(a, b) for a in self.a.readings[:_MOST_READ] for b in self.b.readings[:_MOST_READ]
        )

    def _count_one_thing(self, a: Reading, b: Reading) -> bool:
        """Parts of two wholes are two things, and so are a country and a place in it where one report names both."""
        if not (a.subject.is_stated and b.subject.is_stated and is_alike(a.subject, b.subject)):
            return False
        if not a.locality.surely_meets(b.locality) or lie_in_two_countries(a.place, b.place):
            return False
        is_one_extent = a.locality.is_open == b.locality.is_open and is_country(a.place) == is_country(b.place)
        return not self.share_report or (is_one_extent and a.whole == b.whole)

    @property
    def clashes(self) -> bool:
        """Whether both surely count one thing and no value could satisfy both, nor a rounded one."""
        return not self.can_both_hold and not self.have_near_values and self.is_firm

    @property
    def may_be_of_other_days(self) -> bool:
        """Whether one count is tied to a day and the other was published more than a day after it, naming none."""
        tied, loose = (self.a, self.b) if self.a.day is not None else (self.b, self.a)
        if tied.day is None or loose.day is not None or loose.since is None:
            return False
        return loose.since - hours(tied.day) > _OTHER_DAY

    @property
    def is_vague(self) -> bool:
        """Whether either speaks in vague words."""
        return any(q.approximator is Approximator.VAGUE for q in self.quantities)

    @property
    def is_denied_by_outlet(self) -> bool:
        """Whether the denial has no source but the outlet's own words."""
        denied = (held for held in (self.a, self.b) if held.stance is Stance.DENIED)
        return any(held.position.origin.kind is SourceKind.NARRATOR for held in denied)

    def stances(self) -> frozenset[Stance]:
        """The stances of both."""
        return frozenset((self.a.stance, self.b.stance))


def tells_apart(reading: Reading) -> bool:
    """Whether predicate and subject say enough for two counts of them to clash."""
    row = PREDICATES.get(reading.predicate)
    if row is not None and not row.clashes:
        return False
    is_default = row is None or reading.predicate in ("present", "measure")
    return not is_default or bool(reading.subject.attributes)
