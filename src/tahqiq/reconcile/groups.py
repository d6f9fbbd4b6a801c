"""Groups: readings that may be one measure, and whether two groups are."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.quantity import Quantity
from tahqiq.model.text import Span
from tahqiq.reconcile.localities import Locality
from tahqiq.reconcile.quantities import (
    are_in_reach,
    are_near,
    dimension,
    is_distinctive,
    is_within_plan,
    on_scale,
    size,
)
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.subjects import Subject

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one predicate, unit and scope, with the subject and locality that they share.

    `absorbed` says that a wider and a narrower subject were already joined here; `is_subset` that these count a part of
    what a like group counts whole.
    """

    subject: Subject
    locality: Locality
    readings: tuple[Reading, ...]
    absorbed: bool = False
    is_subset: bool = False

    @property
    def is_countable(self) -> bool:
        """Whether it counts things, rather than measuring a length, a rate or money."""
        first = self.readings[0]
        return dimension(first.quantity.unit) in ("count", "percent") and first.predicate not in ("measure", "cost")

    @property
    def is_firm(self) -> bool:
        """Whether words alone are enough to join: a stated subject, and for a measurement one described at length."""
        return self.subject.is_stated and (self.is_countable or len(self.subject.others) > 1)

    @property
    def is_planned(self) -> bool:
        """Whether nothing of it is done yet."""
        return all(reading.is_plan for reading in self.readings)

    @property
    def smallest(self) -> Quantity:
        """The smallest quantity of its readings, plans aside where anything is done."""
        return min(self._done(), key=lambda q: float(size(on_scale(q))))

    @property
    def largest(self) -> Quantity:
        """The largest quantity of its readings, plans aside where anything is done."""
        return max(self._done(), key=lambda q: float(size(on_scale(q))))

    def _done(self) -> list[Quantity]:
        return [r.quantity for r in self.readings if not r.is_plan] or [r.quantity for r in self.readings]


def belong_together(a: Group, b: Group) -> bool:
    """Whether two groups are one measure: alike in words, or near in value where the words leave room."""
    alike = is_alike(a.subject, b.subject)
    if not alike and not is_wider_or_narrower(a.subject, b.subject):
        return False
    if not _are_of_one_order(a, b) or are_tied(a, b):
        return False
    if a.is_subset or b.is_subset:
        return alike and a.locality.meets(b.locality) and share_a_number(a, b, digits=1)
    if not a.locality.meets(b.locality):
        return alike and share_a_number(a, b)
    if alike and a.is_firm and b.is_firm and a.locality.surely_meets(b.locality):
        return True
    return _are_told_by_number(a, b)


def _are_told_by_number(a: Group, b: Group) -> bool:
    """Whether the numbers join two groups whose words leave room; nothing named is joined by the very number only."""
    if a.subject != b.subject and (a.absorbed or b.absorbed):
        return False
    are_named = a.subject.is_stated and b.subject.is_stated
    return are_values_near(a, b) if are_named else share_a_number(a, b, digits=1)


def merged(a: Group, b: Group) -> Group:
    """One group of both, under the wider subject and locality."""
    wide, narrow = (a, b) if len(a.subject.attributes) <= len(b.subject.attributes) else (b, a)
    place = a.locality.shared_with(b.locality)
    readings = tuple(sorted((*a.readings, *b.readings), key=lambda reading: reading.sort_key))
    absorbed = a.absorbed or b.absorbed or not is_alike(wide.subject, narrow.subject)
    return Group(wide.subject, place, readings, absorbed, a.is_subset and b.is_subset)


def is_alike(a: Subject, b: Subject) -> bool:
    """Whether two labels name one thing: the same roles, and further words equal, contained or half shared."""
    if a == b:
        return True
    if a.is_people != b.is_people or a.roles != b.roles:
        return False
    return bool(a.others and b.others) and len(a.others & b.others) >= _ALIKE * len(a.others | b.others)


def is_wider_or_narrower(a: Subject, b: Subject) -> bool:
    """Whether one label restricts the other ("people" and "soldiers"), or one is unknown."""
    if not a.is_stated or not b.is_stated:
        return True
    return a.is_people == b.is_people and (a.attributes <= b.attributes or b.attributes <= a.attributes)


def are_values_near(a: Group, b: Group) -> bool:
    """Whether some figure of one may well report the count of a figure of the other."""
    return any(are_near(x.quantity, y.quantity) for x in a.readings for y in b.readings)


def share_a_number(a: Group, b: Group, digits: int = 2) -> bool:
    """Whether both state one number that is unlikely to be met by chance (any number, where `digits` is 1)."""
    stated = {size(on_scale(r.quantity)) for r in a.readings if digits == 1 or is_distinctive(r.quantity, digits)}
    return any(size(on_scale(r.quantity)) in stated for r in b.readings)


def _are_of_one_order(a: Group, b: Group) -> bool:
    """Whether the sizes are comparable; a plan may be many times what was done so far."""
    if a.is_planned != b.is_planned:
        return is_within_plan(a.largest, b.largest) and is_within_plan(b.largest, a.largest)
    return are_in_reach(a.largest, b.smallest) and are_in_reach(b.largest, a.smallest)


def are_tied(a: Group, b: Group) -> bool:
    """Whether some report calls a figure of one group a part of a figure of the other."""
    return _is_part(a, b) or _is_part(b, a)


def _is_part(part: Group, whole: Group) -> bool:
    wholes = {(reading.reported.report_id, *bounds(reading.reported.figure.span)) for reading in whole.readings}
    return any(
        reading.reported.figure.part_of is not None
        and (reading.reported.report_id, *bounds(reading.reported.figure.part_of)) in wholes
        for reading in part.readings
    )


def bounds(span: Span) -> tuple[int, int]:
    """Where a span lies, as a key."""
    return span.start, span.end
