"""Months: named once or twice over, or by number, with or without a year."""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from tahqiq.extract.ar.dates.page import HIJRI_YEARS, Page, Reading, between, month_from, on
from tahqiq.extract.ar.dates.words import Month, misspelt_months, months
from tahqiq.extract.lexicon import listed
from tahqiq.model.when import Calendar, When

_SOON = 75
_WRITTEN_YEARS = range(1000, 2101)
_PARTED = ("/", "(", "-", "\\", "–")
_YEAR_WORDS = ("عام", "العام", "سنه", "السنه", "لعام", "بعام", "وعام", "لسنه", "بسنه", "من", "في", "،", ",")
_MONTH_WORDS = ("شهر", "الشهر", "شهري", "بشهر", "لشهر")


class NamedMonth(NamedTuple):
    """A month written up to token `end`."""

    end: int
    month: Month


def month_at(page: Page, index: int) -> NamedMonth | None:
    """A month, doubled or not: "نيسان/أبريل", "حزيران (يونيو)", "يناير / كانون الثاني"; or "شهر 3"."""
    hit = months().at(page.stream, index)
    if hit is None:
        return _misspelt(page, index) or _by_number(page, index)
    if hit.proclitics and page.folded(index)[-2:] == "اب" and hit.end == index + 1:
        return None  # a word ("باب"), not August
    end = hit.end
    behind = months().at(page.stream, end)
    if behind is not None and behind.value == hit.value and not behind.proclitics:
        return NamedMonth(behind.end, hit.value)  # "مايو أيار"
    if page.folded(end) in _PARTED:
        other = months().at(page.stream, end + 1)
        if other is not None and other.value.calendar is hit.value.calendar:
            end = other.end + (page.folded(end) == "(" and page.folded(other.end) == ")")
    return NamedMonth(end, hit.value)


def _misspelt(page: Page, index: int) -> NamedMonth | None:
    """A misspelt month where a day, a year or a direction stands beside it: "12 سبتمر", "نوفبمر 2014"."""
    hit = misspelt_months().at(page.stream, index)
    if hit is None or hit.proclitics:
        return None
    before = 1 + (page.folded(index - 1) == "من")
    is_beside = page.numbers.get(index - before) is not None and page.day(index - before) is not None
    is_told = is_beside or page.year(hit.end) is not None or page.way(hit.end) is not None
    return NamedMonth(hit.end, hit.value) if is_told else None


def _by_number(page: Page, index: int) -> NamedMonth | None:
    if page.folded(index - 1) not in _MONTH_WORDS:
        return None
    number = page.whole(index, 1, 12)
    return None if number is None else NamedMonth(number[0], Month(number[1], Calendar.GREGORIAN))


def dated(page: Page, found: NamedMonth, day: int | None, ahead: bool) -> Reading | None:
    """The month (and `day` of it) with the year behind it, the one that a direction word says, or the nearest."""
    year = year_behind(page, found)
    if year is not None:
        return _named(year[0], found.month, year[1], day)
    if page.anchor is None:
        return None
    if found.month.calendar is Calendar.HIJRI:
        return _this_hijri(page, found, day, ahead)
    end, number = found.end, found.month.number
    for towards in (end + (page.folded(end) in ("من", "في")), end):
        if page.bare(towards) in ("العام", "السنه") and (way := page.way(towards + 1)) is not None:
            return _checked(way.end, page.anchor.year + way.step, number, day)
    if page.folded(end) in ("من", "في") and page.folded(end + 1) in ("هذا", "هذه"):
        return _checked(end + 3, page.anchor.year, number, day)
    direction = page.way(end)
    if direction is not None and page.folded(end) not in ("هذا", "هذه"):
        return _checked(direction.end, _towards(page.anchor, number, day, direction.step), number, day)
    here = page.anchor.year, page.anchor.month, page.anchor.day
    return _checked(end, _nearest(here, number, day, ahead), number, day)


def year_behind(page: Page, found: NamedMonth) -> tuple[int, int] | None:
    """The year written behind a month, with the token behind its mark of era."""
    hijri = found.month.calendar is Calendar.HIJRI
    index = found.end
    for _ in range(3):
        index = page.any_of(index, *_YEAR_WORDS)
    year = page.year(index, HIJRI_YEARS if hijri else _WRITTEN_YEARS)
    if year is None:
        return None
    era = ("ه", "هجري", "هجريه") if hijri else ("م", "ميلادي", "ميلاديه")
    return page.any_of(year[0], *era), year[1]


def month_alone(page: Page, index: int) -> Reading | None:
    """ "يناير 2018", "شهر آذار/مارس الماضي", "في مارس"; not a bare name that may well be another word."""
    start = page.any_of(index, *_MONTH_WORDS)
    is_name = page.is_name(index) or (page.day(index - 1) is not None and page.is_name(index - 1))
    found = None if is_name else month_at(page, start)
    if found is None or (start == index and _by_number(page, index) == found):
        return None
    reading = dated(page, found, None, page.looks_ahead(index))
    if reading is None:
        return None
    is_bare = reading.end == found.end and start == index
    is_alone = is_bare and found.end - start == 1 and page.folded(index).lstrip("وبلف") in listed("month_lookalikes")
    governed = page.folded(index - 1).removeprefix("و") in listed("before_months") or (
        page.folded(index)[:1] in "بل" and page.day(index - 1) is None
    )
    return None if is_alone and not (governed and page.folded(index) != "اب") else reading


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, gregorian.monthrange(year, month)[1])


def _named(end: int, month: Month, year: int, day: int | None) -> Reading | None:
    if month.calendar is Calendar.GREGORIAN:
        return _checked(end, year, month.number, day)
    try:
        first = Hijri(year, month.number, day or 1)
        if day is not None:
            return Reading(end, on(first.to_gregorian(), Calendar.HIJRI))
        start = first.to_gregorian()
        return Reading(end, between(start, start + dt.timedelta(first.month_length() - 1), Calendar.HIJRI))
    except (ValueError, OverflowError):
        return None


def _this_hijri(page: Page, found: NamedMonth, day: int | None, ahead: bool) -> Reading | None:
    """A Hijri month of the year that is said or the nearest; with a Gregorian year behind it, of that year."""
    assert page.anchor is not None
    end, anchor = found.end, page.anchor
    if page.folded(end) in ("هذا", "من") and page.folded(end + 1) in ("العام", "هذا"):
        end += 2
    written = page.year(end)
    try:
        here = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri()
    except OverflowError:  # published before August 1924 or after November 2077: outside the tables of the calendar
        return None
    if written is None:
        way = page.way(end)
        if way is None:
            return _named(end, found.month, _nearest(here.datetuple(), found.month.number, day, ahead), day)
        step = way.step if (way.step < 0) == (found.month.number >= here.month) else 0
        return _named(way.end, found.month, here.year + step, day)
    for year in range(here.year - 2, here.year + 3):
        reading = _named(written[0], found.month, year, day)
        if reading is not None and str(reading.when.value).startswith(str(written[1])):
            return reading
    return None


def _checked(end: int, year: int, month: int, day: int | None) -> Reading | None:
    if day is None:
        return Reading(end, When(f"{year:04d}-{month:02d}"))
    if day > gregorian.monthrange(year, month)[1]:
        return None
    return Reading(end, When(f"{year:04d}-{month:02d}-{day:02d}"))


def _towards(anchor: dt.date, month: int, day: int | None, step: int) -> int:
    """The year of the last or next such month or day; "this" is this year's."""
    here, there = (anchor.month, anchor.day), (month, day or 0)
    if day is None:
        here = (anchor.month, 0)
    if step < 0:
        return anchor.year if there < here else anchor.year - 1
    if step > 0:
        return anchor.year if there > here else anchor.year + 1
    return anchor.year


def _nearest(anchor: tuple[int, int, int], month: int, day: int | None, ahead: bool) -> int:
    """The year of a month or day named without one: news looks back, unless it is soon or said to come."""
    year, this_month, this_day = anchor
    days = (month - this_month) * 30 + ((day - this_day) if day is not None else 0)
    if days <= 0:
        return year + 1 if ahead and days < -_SOON else year
    return year if ahead or days <= _SOON else year - 1


def this_month(page: Page, step: int) -> tuple[int, int] | None:
    """The year and month of publication, `step` months on; None without a day of publication."""
    return None if page.anchor is None else month_from(page.anchor, step)
