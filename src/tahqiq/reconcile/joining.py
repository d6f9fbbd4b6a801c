"""Joining: the readings of a story become groups, one per measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tahqiq.reconcile.groups import Group, belong_together, merged
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.moments import DAY
from tahqiq.reconcile.quantities import dimension
from tahqiq.reconcile.readings import Reading

_ONE_EVENT = 30 * DAY


def join(readings: Sequence[Reading]) -> list[Group]:
    """Group readings (earliest first) into measures, in the order of their earliest figures.

    Predicate, unit and scope must agree; subject and place must agree or leave room and the values be near. Deeds more
    than 30 days apart are separate events; states are followed for as long as they are told of.
    """
    buckets: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        figure = reading.reported.figure
        buckets[figure.predicate, dimension(figure.quantity.unit), reading.scope].append(reading)
    groups = [group for bucket in buckets.values() for part in _events(bucket) for group in _measures(part)]
    return sorted(groups, key=lambda group: group.readings[0].sort_key)


def _measures(bucket: Sequence[Reading]) -> list[Group]:
    settled: list[Group] = []
    for group in sorted(_named(bucket), key=_firmest_first):
        settled = _placed(group, settled)
    return settled


def _placed(group: Group, settled: list[Group]) -> list[Group]:
    """`settled` with `group` merged into the first that it belongs to, and what comes of it tried again."""
    while partner := next((other for other in settled if belong_together(group, other)), None):
        settled = [other for other in settled if other is not partner]
        group = merged(group, partner)
    return [*settled, group]


def _named(bucket: Iterable[Reading]) -> list[Group]:
    """Readings of exactly one subject whose places meet."""
    found: dict[object, list[Group]] = defaultdict(list)
    for reading in bucket:
        single = Group(reading.subject, reading.locality, (reading,))
        same = found[reading.subject, reading.locality]
        if same and single.is_countable and same[0].subject.is_stated:
            same[0] = merged(same[0], single)
        else:
            same.append(single)
    return [group for groups in found.values() for group in groups]


def _firmest_first(group: Group) -> tuple[object, ...]:
    return (
        not group.locality.is_open,
        not group.subject.is_stated,
        len(group.subject.attributes),
        group.readings[0].sort_key,
    )


def _events(bucket: Sequence[Reading]) -> list[list[Reading]]:
    """Cut where nothing was said for 30 days, unless the count is a state; undated readings stay with the latest."""
    row = PREDICATES.get(bucket[0].reported.figure.predicate)
    if row is not None and row.trend == "state":
        return [list(bucket)]
    events: list[list[Reading]] = []
    last: float | None = None
    for reading in bucket:
        if not events or (reading.published is not None and last is not None and reading.published - last > _ONE_EVENT):
            events.append([])
        events[-1].append(reading)
        last = reading.published if reading.published is not None else last
    return events
