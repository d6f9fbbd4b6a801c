"""Incidents: in a matter that lasts, the tolls of one attack after another, told apart by time and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.moments import DAY
from tahqiq.reconcile.quantities import are_equal, are_near, on_scale, size
from tahqiq.reconcile.readings import Reading

_STRUCK = frozenset(("killed", "wounded", "attacked", "destroyed", "damaged"))
_LASTING = 7 * DAY
_FRESH = 4 * DAY
_GROWING = 2 * DAY
_MOST_GROWTH = 4.0
_SAME_DAY = 1 * DAY
_LEAST_LOSS = 0.5


def incidents(group: Group) -> list[Group]:
    """The group, or where it counts losses over more than a week the incidents that it tells of, earliest first.

    A figure belongs to the latest incident told of within four days that has its number or one near to it, else to one
    that it continues: higher, up to fourfold within two days, or a little lower on the same day. Else it is a new one.
    """
    told = [reading.published for reading in group.readings if reading.published is not None]
    if group.readings[0].predicate not in _STRUCK or not told or max(told) - min(told) <= _LASTING:
        return [group]
    found: list[list[Reading]] = []
    for reading in group.readings:
        home = _home(reading, found)
        if home is None:
            found.append([reading])
        else:
            home.append(reading)
    return [replace(group, readings=tuple(readings)) for readings in found]


def _home(reading: Reading, found: Sequence[list[Reading]]) -> list[Reading] | None:
    fresh = [incident for incident in reversed(found[-40:]) if _gap(incident, reading) <= _FRESH]
    for belongs in (_has_number, _has_near, _continues):
        for incident in fresh:
            if belongs(incident, reading):
                return incident
    return None


def _gap(incident: Sequence[Reading], reading: Reading) -> float:
    """Hours since the incident was last told of (none where a date is missing)."""
    last = max((r.published for r in incident if r.published is not None), default=None)
    return 0.0 if last is None or reading.published is None else reading.published - last


def _has_number(incident: Sequence[Reading], reading: Reading) -> bool:
    return any(are_equal(other.quantity, reading.quantity) for other in incident)


def _has_near(incident: Sequence[Reading], reading: Reading) -> bool:
    return any(are_near(other.quantity, reading.quantity) for other in incident)


def _continues(incident: Sequence[Reading], reading: Reading) -> bool:
    most = max(float(size(on_scale(other.quantity))) for other in incident)
    ratio = float(size(on_scale(reading.quantity))) / most if most else float("inf")
    if ratio > 1:
        return ratio <= _MOST_GROWTH and _gap(incident, reading) <= _GROWING
    return ratio >= _LEAST_LOSS and _gap(incident, reading) <= _SAME_DAY
