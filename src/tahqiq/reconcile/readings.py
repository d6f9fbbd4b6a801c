"""Readings: figures in their reports, with all that joins them or keeps them apart."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tahqiq.model.claim import Figure, Stance
from tahqiq.model.measure import ReportedFigure
from tahqiq.model.place import Place
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.days import counted_day
from tahqiq.reconcile.floors import is_floor
from tahqiq.reconcile.localities import EVERYWHERE, Locality, locality
from tahqiq.reconcile.moments import hours
from tahqiq.reconcile.presence import presence
from tahqiq.reconcile.scopes import Scope, scope
from tahqiq.reconcile.subjects import UPROOTED, Subject, subject, telling_predicate
from tahqiq.reconcile.subsets import subsets, whole_of
from tahqiq.reconcile.words import stems

_FEWEST_REPORTS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure, ready to be compared. `published` is in hours (None: unknown).

    `predicate` is the figure's or what its label implies, for an earlier count of nothing named that of its successor;
    `is_subset` says that it is a part of another count of the very same thing ("87 of the 100 victims"); `whole` is the
    count of which its report calls it a part, of the same thing or not. `day` is the day of the count; `is_floor` says
    that only bodies, or names known, are counted: there may be more.
    """

    reported: ReportedFigure
    predicate: str
    subject: Subject
    locality: Locality
    scope: Scope
    published: float | None
    is_subset: bool = False
    whole: Quantity | None = None
    day: dt.date | None = None
    is_floor: bool = False

    @property
    def quantity(self) -> Quantity:
        """How many."""
        return self.reported.figure.quantity

    @property
    def is_plan(self) -> bool:
        """Whether it tells of what is planned or expected."""
        return self.reported.figure.stance is Stance.EXPECTED

    @property
    def place(self) -> Place | None:
        """Where, as the report names it."""
        return self.reported.figure.place

    @property
    def claimed(self) -> Quantity:
        """What is claimed of the whole: a floor is a minimum."""
        quantity = self.quantity
        if self.is_floor and quantity.low is not None and quantity.high is not None:
            return replace(quantity, high=None, approximator=Approximator.AT_LEAST)
        return quantity

    @property
    def sort_key(self) -> tuple[float, str, int]:
        """Earliest first, undated last; the same for any order of arrival."""
        late = float("inf") if self.published is None else self.published
        return late, self.reported.report_id, self.reported.figure.span.start


def readings(reports: Sequence[ReadReport]) -> list[Reading]:
    """All figures of one story's reports as readings, earliest first."""
    spread = word_spread(reports)
    found = (reading for report in reports for reading in _of_report(report, spread))
    return sorted(found, key=lambda reading: reading.sort_key)


def word_spread(reports: Sequence[ReadReport]) -> dict[str, float]:
    """Each stem's share of the reports of a story that use it; nothing is known of stories under four reports."""
    if len(reports) < _FEWEST_REPORTS:
        return {}
    used = Counter(word for report in reports for word in set(stems(report.report.text.raw)))
    return {word: count / len(reports) for word, count in used.items()}


def _of_report(read: ReadReport, spread: Mapping[str, float]) -> Iterable[Reading]:
    meta = read.report.metadata
    published = None if meta.published is None else hours(meta.published)
    figures = read.claims.figures
    parts = subsets(figures)
    for index, figure in enumerate(figures):
        named, whole = _naming(figure, figures), whole_of(figure, figures)
        predicate = telling_predicate(named.counted, presence(named))
        yield Reading(
            ReportedFigure(read.report.id, meta.outlet, meta.published, figure),
            predicate,
            subject(named.counted, predicate),
            _locality(named, predicate, spread),
            scope(whole or figure, read.claims.dates, published),
            published,
            index in parts,
            None if whole is None else whole.quantity,
            counted_day(figure, read.claims.dates),
            is_floor(figure),
        )


def _locality(figure: Figure, predicate: str, spread: Mapping[str, float]) -> Locality:
    """Where the count holds; people who flee are counted at either end, so that vague words tell no place apart."""
    is_vague = figure.quantity.approximator is Approximator.VAGUE
    return EVERYWHERE if is_vague and predicate in UPROOTED else locality(figure.place, spread)


def _naming(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """The figure that says what `figure` counts: itself, or for "up from 49" the nearest before it in its report."""
    if figure.stance is not Stance.EARLIER or subject(figure.counted, figure.predicate).is_stated:
        return figure
    before = (other for other in figures if other.span.end <= figure.span.start and _may_succeed(other, figure))
    return max(before, default=figure, key=_start)


def _may_succeed(later: Figure, earlier: Figure) -> bool:
    return later.stance is Stance.ASSERTED and later.quantity.unit == earlier.quantity.unit


def _start(figure: Figure) -> int:
    return figure.span.start
