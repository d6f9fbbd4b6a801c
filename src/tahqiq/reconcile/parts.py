"""Parts: which measure is a part of which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tahqiq.reconcile.groups import Group, bounds
from tahqiq.reconcile.quantities import size

_MOST_WHOLES = 50


def wholes(groups: Sequence[Group]) -> list[int | None]:
    """For each group the index of the group it is a part of, or None.

    What a report says ("among them 22 children") decides; otherwise a narrower subject is part of the wider one of the
    same predicate, unit, scope and place, if it is never larger.
    """
    holder = {
        (r.reported.report_id, *bounds(r.reported.figure.span)): index
        for index, group in enumerate(groups)
        for r in group.readings
    }
    found = [_told(index, group, holder) for index, group in enumerate(groups)]
    for alike in _alike(groups).values():
        by_attributes = _by_attributes(alike, groups)
        for index in alike:
            if found[index] is None:
                found[index] = _implied(groups[index], by_attributes, groups)
    return [None if _is_circular(index, found) else whole for index, whole in enumerate(found)]


def _told(index: int, group: Group, holder: dict[tuple[str, int, int], int]) -> int | None:
    told = Counter(
        whole
        for r in group.readings
        if r.reported.figure.part_of is not None
        and (whole := holder.get((r.reported.report_id, *bounds(r.reported.figure.part_of)))) not in (None, index)
    )
    return min(told, key=lambda whole: (-told[whole], whole), default=None)


def _alike(groups: Sequence[Group]) -> dict[object, list[int]]:
    """Indexes of the groups that count by one predicate, unit and scope."""
    found: dict[object, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        first = group.readings[0]
        if first.quantity.unit == "count":
            found[first.predicate, first.scope].append(index)
    return found


def _by_attributes(alike: Sequence[int], groups: Sequence[Group]) -> dict[frozenset[str], list[int]]:
    found: dict[frozenset[str], list[int]] = defaultdict(list)
    for index in alike:
        found[groups[index].subject.attributes].append(index)
    return found


def _implied(part: Group, wholes: Mapping[frozenset[str], Sequence[int]], groups: Sequence[Group]) -> int | None:
    """The narrowest whole that the part fits into; among like ones the first (fifty are tried)."""
    wider = sorted((attributes for attributes in wholes if attributes < part.subject.attributes), key=_narrowest)
    candidates = (index for attributes in wider for index in wholes[attributes][:_MOST_WHOLES])
    return next((index for index in candidates if _fits(part, groups[index])), None)


def _narrowest(attributes: frozenset[str]) -> tuple[int, list[str]]:
    return -len(attributes), sorted(attributes)


def _fits(part: Group, whole: Group) -> bool:
    is_here = whole.locality.is_open or part.locality == whole.locality
    is_of_people = part.subject.is_people and whole.subject.is_people
    is_stated = part.subject.is_stated and whole.subject.is_stated
    return is_of_people and is_here and is_stated and _largest(part) <= _largest(whole)


def _largest(group: Group) -> float:
    return max(float(size(reading.quantity)) for reading in group.readings)


def _is_circular(index: int, found: Sequence[int | None]) -> bool:
    seen = {index}
    whole = found[index]
    while whole is not None:
        if whole in seen:
            return True
        seen.add(whole)
        whole = found[whole]
    return False
