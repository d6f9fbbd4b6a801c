"""Second looks at groups: parts that nobody called parts, and one number under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Number
from tahqiq.reconcile.groups import Group, are_tied, merged
from tahqiq.reconcile.positions import stance_of
from tahqiq.reconcile.quantities import are_near, is_distinctive, on_scale, size
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.words import stems

_WEAK_PREDICATES = frozenset(("other:count", "present", "measure", "attacked", "affected"))
_RESEMBLES = 0.6
_TELLING_DIGITS = 3


def without_parts(group: Group) -> list[Group]:
    """The group, and apart from it every number that its reports give beside a larger one of the same source.

    A source that counts 43 and 16 in one report counts two things; so does a report in its own voice. The smaller
    number goes with all its readings, if each stands beside a larger one or in a sentence like those that do.
    """
    beside = _beside_larger(group.readings)
    apart = sorted(number for number, found in beside.items() if _are_all_told(number, found, group.readings))
    kept = [reading for reading in group.readings if size(reading.quantity) not in apart]
    if not apart or not kept:
        return [group]
    parts = [[r for r in group.readings if size(r.quantity) == number] for number in apart]
    return [replace(group, readings=tuple(kept)), *(replace(group, readings=tuple(p), is_subset=True) for p in parts)]


def _beside_larger(readings: Sequence[Reading]) -> dict[Number, list[Reading]]:
    by_report: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if stance_of(reading) is Stance.ASSERTED:
            by_report[reading.reported.report_id].append(reading)
    found: dict[Number, list[Reading]] = defaultdict(list)
    for own in by_report.values():
        for reading in own:
            if _is_exact(reading) and any(_is_larger(other, reading) for other in own):
                found[size(reading.quantity)].append(reading)
    return found


def _is_larger(other: Reading, reading: Reading) -> bool:
    a, b = on_scale(other.quantity), on_scale(reading.quantity)
    is_one_voice = other.reported.figure.attribution.source == reading.reported.figure.attribution.source
    return is_one_voice and size(a) > size(b) and not are_near(a, b)


def _is_exact(reading: Reading) -> bool:
    quantity = reading.quantity
    return quantity.unit == "count" and quantity.low == quantity.high


def _are_all_told(number: Number, beside: Sequence[Reading], readings: Iterable[Reading]) -> bool:
    reports = {reading.reported.report_id for reading in beside}
    same = [reading for reading in readings if size(reading.quantity) == number]
    told = [_words(reading) for reading in same if reading.reported.report_id in reports]
    strays = [_words(reading) for reading in same if reading.reported.report_id not in reports]
    return all(any(_resemble(stray, other) for other in told) for stray in strays)


def _words(reading: Reading) -> frozenset[str]:
    return frozenset(stems(sentence_around(reading.reported.figure.span).quote))


def _resemble(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) >= _RESEMBLES * min(len(a), len(b))


def known_by_number(groups: Sequence[Group]) -> list[Group]:
    """Join groups of different reports that state one telling number ("3,393") where words say little about one.

    A number of three digits or more besides its zeros is not met twice by chance in one story; the other group's words
    must leave room: no thing is named, or the predicate is one of those that say little.
    """
    kept: list[Group] = []
    holders: dict[tuple[str, Number], int] = {}
    for group in groups:
        index = next((holders[key] for key in _telling(group) if key in holders), None)
        if index is not None and _are_one(kept[index], group):
            kept[index] = merged(kept[index], group)
        else:
            index = len(kept)
            kept.append(group)
        holders.update({key: index for key in _telling(group) if key not in holders})
    return kept


def _telling(group: Group) -> list[tuple[str, Number]]:
    return [(r.quantity.unit, size(r.quantity)) for r in group.readings if is_distinctive(r.quantity, _TELLING_DIGITS)]


def _are_one(a: Group, b: Group) -> bool:
    reports = {reading.reported.report_id for reading in a.readings}
    elsewhere = any(reading.reported.report_id not in reports for reading in b.readings)
    return elsewhere and not are_tied(a, b) and (_says_little(a) or _says_little(b))


def _says_little(group: Group) -> bool:
    return not group.subject.is_stated or group.readings[0].predicate in _WEAK_PREDICATES
