"""Joining: the readings of a story become groups, one per measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tahqiq.reconcile.groups import Group, merged
from tahqiq.reconcile.incidents import incidents
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.moments import DAY
from tahqiq.reconcile.quantities import are_equal, are_in_reach, dimension, on_scale, size
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.shelf import Shelf
from tahqiq.reconcile.splitting import known_by_number, without_parts

_ONE_EVENT = 30 * DAY
_LIKE = 12


def join(readings: Sequence[Reading]) -> list[Group]:
    """Group readings (earliest first) into measures, in the order of their earliest figures.

    Predicate, unit and scope must agree; subject and place must agree or leave room and the values be near. Deeds more
    than 30 days apart are separate events, and in a matter that lasts each attack has its own toll; states are followed
    for as long as they are told of.
    """
    buckets: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        buckets[reading.predicate, dimension(reading.quantity.unit), reading.scope].append(reading)
    groups = [group for bucket in buckets.values() for part in _events(bucket) for group in _measures(part)]
    return sorted(known_by_number(groups), key=lambda group: group.readings[0].sort_key)


def _measures(bucket: Sequence[Reading]) -> list[Group]:
    shelf = Shelf()
    for group in sorted(_named(bucket), key=_firmest_first):
        while partner := shelf.take_partner(group):
            group = merged(group, partner)
        shelf.put(group)
    apart = [part for group in shelf.groups() for part in without_parts(group)]
    return [incident for group in apart for incident in incidents(group)]


def _named(bucket: Iterable[Reading]) -> list[Group]:
    """Readings of exactly one subject and place whose sizes are of one order; parts of a like count and plans apart."""
    alike: dict[object, list[Reading]] = defaultdict(list)
    for reading in bucket:
        alike[reading.subject, reading.locality, reading.is_subset, reading.is_plan].append(reading)
    return [group for readings in alike.values() for group in _of_one_order(readings)]


def _of_one_order(readings: Sequence[Reading]) -> list[Group]:
    """Split where the sizes leap; measurements and nameless things are left single, to be joined by value."""
    groups: list[Group] = []
    for reading in sorted(readings, key=lambda reading: (float(size(on_scale(reading.quantity))), reading.sort_key)):
        single = Group(reading.subject, reading.locality, (reading,), is_subset=reading.is_subset)
        if groups and single.is_firm and _goes_with(groups[-1], reading):
            single = merged(groups.pop(), single)
        groups.append(single)
    return groups


def _goes_with(group: Group, reading: Reading) -> bool:
    """Whether a reading no smaller is of the group's order; the parts of a count must be equal."""
    if reading.is_subset:
        return are_equal(group.largest, reading.quantity)
    return are_in_reach(group.largest, reading.quantity)


def _firmest_first(group: Group) -> tuple[object, ...]:
    return (
        not group.locality.is_open,
        not group.subject.is_stated,
        len(group.subject.attributes),
        group.readings[0].sort_key,
    )


def _events(bucket: Sequence[Reading]) -> list[list[Reading]]:
    """Cut where nothing was said for 30 days, unless the count is a state; then place what has no date."""
    if _is_state(bucket[0]):
        return [list(bucket)]
    events: list[list[Reading]] = []
    last = float("-inf")
    for reading in bucket:
        if reading.published is None:
            _place_undated(reading, events)
            continue
        if reading.published - last > _ONE_EVENT:
            events.append([])
        events[-1].append(reading)
        last = reading.published
    return events


def _is_state(reading: Reading) -> bool:
    row = PREDICATES.get(reading.predicate)
    return row is not None and row.trend == "state"


def _place_undated(reading: Reading, events: list[list[Reading]]) -> None:
    """Put an undated reading with the first event that its report or a like number tells of, or in one of its own."""
    event = next((event for event in events if any(_may_be_of(reading, other) for other in event)), None)
    if event is None:
        events.append([reading])
    else:
        event.append(reading)


def _may_be_of(a: Reading, b: Reading) -> bool:
    if a.reported.report_id == b.reported.report_id:
        return True
    small, large = sorted(float(size(on_scale(reading.quantity))) for reading in (a, b))
    return large <= _LIKE * small
