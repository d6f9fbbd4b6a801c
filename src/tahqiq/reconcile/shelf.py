"""A shelf of groups on which few need to be looked at to find the one that another group belongs to."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from tahqiq.model.quantity import Approximator
from tahqiq.reconcile.groups import Group, belong_together
from tahqiq.reconcile.localities import Locality
from tahqiq.reconcile.quantities import on_scale, size

_STEP = math.log(1.2)
_MOST_LOOKED_AT = 200


class Shelf:
    """Groups, found again by what two groups of one measure must share: words and a place, or a size.

    Numbers near one another lie in the same or the next step of a scale of fifths, so that work stays linear even in a
    report of thousands of numbers.
    """

    def __init__(self) -> None:
        self._groups: dict[int, Group] = {}
        self._holders: dict[object, dict[int, None]] = defaultdict(dict)
        self._next = 0

    def put(self, group: Group) -> None:
        """Add a group."""
        self._groups[self._next] = group
        for key in {*_shown(group), *((step,) for step in _steps(group))}:
            self._holders[key][self._next] = None
        self._next += 1

    def take_partner(self, group: Group) -> Group | None:
        """Take off the shelf the earliest group that `group` belongs together with (of the first 200 that may)."""
        wanted = {*_sought(group), *((step + by,) for step in _steps(group) for by in (-1, 0, 1))}
        found = sorted({number for key in wanted for number in self._holders.get(key, ())})[:_MOST_LOOKED_AT]
        number = next((n for n in found if belong_together(group, self._groups[n])), None)
        return None if number is None else self._take(number)

    def groups(self) -> list[Group]:
        """All groups, in the order in which they came."""
        return list(self._groups.values())

    def _take(self, number: int) -> Group:
        group = self._groups.pop(number)
        for key in {*_shown(group), *((step,) for step in _steps(group))}:
            del self._holders[key][number]
        return group


def _steps(group: Group) -> set[int]:
    """The steps of a geometric scale on which the group's numbers lie; vague words lie on none."""
    sizes = (
        float(size(on_scale(r.quantity))) for r in group.readings if r.quantity.approximator is not Approximator.VAGUE
    )
    return {round(math.log(max(abs(value), 1.0)) / _STEP) for value in sizes}


def _shown(group: Group) -> Iterator[object]:
    """Keys under which a group is found by its words and place."""
    yield from _keys(group, _places(group.locality) if not group.locality.is_open else ["open"])


def _sought(group: Group) -> Iterator[object]:
    """Keys under which a group that surely is at the same place stands."""
    place = group.locality
    if place.is_open:
        yield from _keys(group, ["open", "near"])
    else:
        yield from _keys(group, [*_places(place), *(() if place.is_aside else ("open",))])


def _places(place: Locality) -> list[str]:
    """The words of a named place, its key, and "near" unless it is aside of the story."""
    return [*place.name, *((place.key,) if place.key else ()), *(() if place.is_aside else ("near",))]


def _keys(group: Group, places: list[str]) -> Iterator[object]:
    """Nothing for a group whose words are not enough to join by: it is found by its numbers."""
    subject = group.subject
    if not group.is_firm:
        return
    for word in subject.others or ("",):
        for at in places:
            yield subject.is_people, subject.roles, word, at
