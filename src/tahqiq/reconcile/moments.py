"""Moments: dates, datetimes and EDTF values on one scale, hours since 1970 in UTC."""

from __future__ import annotations

import datetime as dt
import re

from tahqiq.model.when import When

DAY = 24.0
YEAR = 365.25 * DAY
_EPOCH = dt.date(1970, 1, 1)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d)?)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d{4})")
_LAST_MONTH = 12


def hours(moment: dt.date) -> float:
    """Hours since 1970 of a date (taken at noon) or a datetime (UTC where it names no zone)."""
    if isinstance(moment, dt.datetime):
        aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return aware.timestamp() / 3600
    return (moment - _EPOCH).days * DAY + DAY / 2


def bounds(when: When) -> tuple[float | None, float | None]:
    """The first and last hour of a date or interval; None where that side is open or not a plain day, month or year."""
    if when.value is None:
        return None, None
    first, _, last = when.value.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def single_day(when: When | None) -> dt.date | None:
    """The one day that `when` names, or None."""
    if when is None or when.value is None:
        return None
    match = _DAY.fullmatch(when.value)
    return _date(*match.groups()) if match else None


def _edge(value: str, *, last: bool) -> float | None:
    value = value.rstrip("?~%")
    if match := _DAY.fullmatch(value):
        day = _date(*match.groups())
        return None if day is None else hours(day) + (DAY / 2 if last else -DAY / 2)
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        return _month_edge(year, month, last=last) if 1 <= month <= _LAST_MONTH else None
    if match := _YEAR.fullmatch(value):
        return _month_edge(int(match[1]), _LAST_MONTH if last else 1, last=last)
    return None


def _month_edge(year: int, month: int, *, last: bool) -> float | None:
    carry, index = divmod(month if last else month - 1, _LAST_MONTH)
    day = _date(str(year + carry), str(index + 1), "1")
    return None if day is None else hours(day) - DAY / 2


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
