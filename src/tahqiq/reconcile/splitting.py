"""Second looks at groups: parts that nobody called parts, and one number under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Number, Quantity
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.groups import Group, are_tied, merged
from tahqiq.reconcile.positions import stance_of
from tahqiq.reconcile.quantities import are_near, is_distinctive, on_scale, size
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.words import stems

_WEAK_PREDICATES = frozenset(("other:count", "present", "measure", "attacked", "affected"))
_RESEMBLES = 0.6
_MOST_STRAYS = 0.5
_TELLING_DIGITS = 3


def without_parts(group: Group) -> list[Group]:
    """The group, and apart from it every number that its reports give beside a larger one of the same source.

    A source that counts 43 and 16 in one report counts two things; so does a report in its own voice. The smaller
    number goes with all its readings, if they stand beside a larger one or in sentences like those that do; one report
    in three may tell it otherwise.
    """
    beside = _beside_larger(group.readings)
    apart = {number for number, found in beside.items() if _are_all_told(number, found, group.readings)}
    kept = tuple(reading for reading in group.readings if size(reading.quantity) not in apart)
    if not apart or not kept:
        return [group]
    parts: dict[Number, list[Reading]] = defaultdict(list)
    for reading in group.readings:
        if size(reading.quantity) in apart:
            parts[size(reading.quantity)].append(reading)
    return [replace(group, readings=kept), *(replace(group, readings=tuple(p), is_subset=True) for p in parts.values())]


def _beside_larger(readings: Sequence[Reading]) -> dict[Number, list[Reading]]:
    """Exact numbers with a larger one, not near, of the same source in the same report, with their readings."""
    asserted = [reading for reading in readings if stance_of(reading) is Stance.ASSERTED]
    voices = _voices(asserted)
    largest: dict[object, Quantity] = {}
    for reading, voice in zip(asserted, voices, strict=True):
        quantity = on_scale(reading.quantity)
        if voice not in largest or size(quantity) > size(largest[voice]):
            largest[voice] = quantity
    found: dict[Number, list[Reading]] = defaultdict(list)
    for reading, voice in zip(asserted, voices, strict=True):
        most = largest[voice]
        if _is_exact(reading) and size(reading.quantity) < size(most) and not are_near(reading.quantity, most):
            found[size(reading.quantity)].append(reading)
    return found


def _voices(readings: Sequence[Reading]) -> list[object]:
    """Who says each, in which report; a report that repeats the number of one of its sources speaks with its voice."""
    said: dict[object, Source] = {}
    for reading in readings:
        source = reading.reported.figure.attribution.source
        if source.kind is not SourceKind.NARRATOR:
            said.setdefault((reading.reported.report_id, size(reading.quantity)), source)
    return [
        (r.reported.report_id, said.get((r.reported.report_id, size(r.quantity)), r.reported.figure.attribution.source))
        for r in readings
    ]


def _is_exact(reading: Reading) -> bool:
    quantity = reading.quantity
    return quantity.unit == "count" and quantity.low == quantity.high


def _are_all_told(number: Number, beside: Sequence[Reading], readings: Sequence[Reading]) -> bool:
    """Whether the number's other readings, but for a few, stand in sentences like those beside a larger number."""
    reports = {reading.reported.report_id for reading in beside}
    told = [r for r in readings if size(r.quantity) == number]
    alike = [_words(r) for r in told if r.reported.report_id in reports]
    strays = [r for r in told if r.reported.report_id not in reports]
    unlike = {r.reported.report_id for r in strays if not any(_resemble(_words(r), other) for other in alike)}
    return len(unlike) <= _MOST_STRAYS * len(reports)


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
