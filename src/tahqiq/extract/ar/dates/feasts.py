"""Feasts of a year: "عيد الأضحى 2013", "ثالث أيام عيد الفطر", "رأس السنة الهجرية 2019"."""

from __future__ import annotations

import datetime as dt

from hijridate import Gregorian, Hijri

from tahqiq.extract.ar.dates.page import Page, Reading, on
from tahqiq.extract.ar.dates.words import feasts


def feast(page: Page, index: int) -> Reading | None:
    """The day of a feast, of the year behind it, of the day of an "nth day", or alone in a short phrase."""
    nth = page.whole(index, 1, 7)
    start = index
    if nth is not None and page.numbers[index].value.is_ordinal:
        start = page.any_of(nth[0], "ايام", "يوم")
    hit = feasts().at(page.stream, start)
    if hit is None:
        return None
    year = page.year(page.any_of(hit.end, "عام", "سنه"))
    if year is None and (page.anchor is None or not (start > index or page.is_short)):
        return None
    wanted = year[1] if year is not None else page.anchor.year if page.anchor is not None else 0
    day = _day(hit.value, wanted)
    offset = dt.timedelta(nth[1] - 1 if nth is not None and start > index else 0)
    return None if day is None else Reading(hit.end if year is None else year[0], on(day + offset))


def _day(key: str, year: int) -> dt.date | None:
    if key == "easter":
        return _easter(year)
    calendar, _, written = key.partition(" ")
    month, day = map(int, written.split("-"))
    if calendar == "gregorian":
        return dt.date(year, month, day)
    try:
        near = Gregorian(year, 6, 30).to_hijri().year
        found = (Hijri(near + step, month, day).to_gregorian() for step in (-1, 0, 1))
        return next((date for date in found if date.year == year), None)
    except (ValueError, OverflowError):
        return None


def _easter(year: int) -> dt.date:
    """Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
