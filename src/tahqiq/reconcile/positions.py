"""Positions: what each independent origin holds on a measure, value by value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Sequence
from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Position
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.reconcile.cues import is_correction, is_opposed, is_superseded
from tahqiq.reconcile.moments import hours, single_day
from tahqiq.reconcile.origins import Lineage, Origin, is_in_headline, origins
from tahqiq.reconcile.quantities import on_scale, size
from tahqiq.reconcile.readings import Reading


@dataclass(frozen=True, slots=True)
class Held:
    """A position with what its relations depend on.

    `origin` is the key of its independent origin (two unnamed officials share a name, not an origin); `since` is when
    it was first published, in hours (None: unknown). `is_corrected` says that its words put a number right,
    `is_opposed` that they set it against what others hold.
    """

    position: Position
    origin: str
    readings: tuple[Reading, ...]
    stance: Stance
    since: float | None
    is_corrected: bool
    is_opposed: bool

    @property
    def until(self) -> float | None:
        """When it was last published, in hours (None: unknown)."""
        return max((r.published for r in self.readings if r.published is not None), default=None)

    @property
    def reports(self) -> frozenset[str]:
        """The reports that carry it."""
        return frozenset(reading.reported.report_id for reading in self.readings)

    @property
    def day(self) -> dt.date | None:
        """The day that its words tie the count to."""
        return next(filter(None, (reading.day for reading in self.readings)), None)

    @property
    def claimed(self) -> Quantity:
        """What it claims of the whole, on its scale: no more than a minimum where only the documented are counted."""
        worded = next((r for r in self.readings if r.quantity == self.position.quantity), self.readings[0])
        return on_scale(worded.claimed if all(r.is_floor for r in self.readings) else self.position.quantity)


def positions(readings: Sequence[Reading], lineage: Lineage) -> list[Held]:
    """One position per origin, number and stance, in the order in which they were first held (undated last).

    One origin's "120" and "about 120" are one position, in the words of the first report's body rather than its
    headline, which drops hedges. A source that denies a number and asserts another in the same report corrects itself.
    """
    found: dict[tuple[object, ...], tuple[Origin, list[int]]] = {}
    asserting: set[tuple[str, str]] = set()
    for index, origin in enumerate(origins(readings, lineage)):
        reading = readings[index]
        found.setdefault((origin.key, _number(reading.quantity), stance_of(reading)), (origin, []))[1].append(index)
        if stance_of(reading) is Stance.ASSERTED:
            asserting.add((origin.key, reading.reported.report_id))
    held = [_held(origin, indexes, readings, asserting) for origin, indexes in found.values()]
    return sorted(held, key=_order)


def _number(quantity: Quantity) -> tuple[object, ...]:
    """What tells one stated number from another, hedges aside; vague words and ranges are numbers of their own."""
    is_wide = quantity.approximator in (Approximator.VAGUE, Approximator.RANGE)
    return size(quantity), quantity.low is None, (quantity.high, quantity.approximator) if is_wide else None


def stance_of(reading: Reading) -> Stance:
    """The stance of a figure; one that its sentence calls an earlier toll is EARLIER even where not marked so."""
    figure = reading.reported.figure
    if figure.stance is Stance.ASSERTED and is_superseded(figure.span):
        return Stance.EARLIER
    return figure.stance


def _held(
    origin: Origin, indexes: Sequence[int], readings: Sequence[Reading], asserting: Container[tuple[str, str]]
) -> Held:
    own = tuple(readings[index] for index in indexes)
    worded = next((reading for reading in own if not is_in_headline(reading)), own[0])
    position = Position(origin.source, worded.quantity, _as_of(own[0]), tuple(indexes))
    spans = [reading.reported.figure.span for reading in own]
    stance = stance_of(own[0])
    is_replaced = stance is Stance.DENIED and any((origin.key, r.reported.report_id) in asserting for r in own)
    return Held(
        position=position,
        origin=origin.key,
        readings=own,
        stance=stance,
        since=own[0].published,
        is_corrected=is_replaced or any(map(is_correction, spans)),
        is_opposed=any(map(is_opposed, spans)),
    )


def _as_of(reading: Reading) -> dt.date | None:
    """The day that the words name, unless it is the day of publication; else when it was published."""
    published = reading.reported.published
    day = single_day(reading.reported.figure.when)
    if day is None or (published is not None and _date(published) == day):
        return published
    return day


def _date(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _order(held: Held) -> tuple[object, ...]:
    told = held.since
    as_of = held.position.as_of
    moment = told if told is not None else float("inf") if as_of is None else hours(as_of)
    return moment, float(size(on_scale(held.position.quantity))), held.position.figures
