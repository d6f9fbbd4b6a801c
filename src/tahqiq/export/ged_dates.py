"""When a measure's event took place, as precisely as its reports say, in the codes of the UCDP GED codebook."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tahqiq.model.measure import Measure
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.days import counted_day
from tahqiq.reconcile.moments import bounds, single_day

_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class EventDays:
    """The first and last day on which it may have happened, both included.

    `precision` is GED's date_prec: 1 the day is known, 2 two to six days, 3 a week, 4 a month, 5 more than a month.
    """

    first: dt.date
    last: dt.date

    @property
    def precision(self) -> int:
        days = (self.last - self.first).days + 1
        if days <= 1:
            return 1
        if days < _WEEK:
            return 2
        if days == _WEEK:
            return 3
        return 4 if days <= _MONTH else 5


def event_days(measure: Measure, reports: Mapping[str, ReadReport]) -> EventDays | None:
    """The days that most figures of a measure give for it, the earliest where they tie; None where none gives any.

    The day on which a number was announced is no day of the event.
    """
    told = Counter(_days(measure, reports))
    if not told:
        return None
    most = max(told.values())
    return min((days for days, count in told.items() if count == most), key=lambda days: (days.first, days.last))


def _days(measure: Measure, reports: Mapping[str, ReadReport]) -> Iterator[EventDays]:
    for reported in measure.figures:
        figure, read = reported.figure, reports.get(reported.report_id)
        if figure.when is None:
            continue
        if single_day(figure.when) is not None:
            day = counted_day(figure, read.claims.dates if read else ())
            if day is not None:
                yield EventDays(day, day)
            continue
        first, last = bounds(figure.when)
        if first is not None and last is not None and first < last:
            yield EventDays(_date(first), _date(last - 1))


def _date(hours: float) -> dt.date:
    return (dt.datetime(1970, 1, 1) + dt.timedelta(hours=hours)).date()
