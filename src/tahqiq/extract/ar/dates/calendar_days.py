"""Days of a month: "21 يناير 2026", "الأربعاء 21 نيسان/أبريل الماضي", "الرابع من رمضان 1447 هـ"."""

from __future__ import annotations

import calendar as gregorian
import datetime as dt

from tahqiq.extract.ar.dates.months import dated, month_at, this_month
from tahqiq.extract.ar.dates.page import Page, Reading, between, month_from, on
from tahqiq.extract.ar.dates.words import weekdays
from tahqiq.extract.ar.ranges import is_change
from tahqiq.model.when import Calendar, When

_TO = ("الي", "حتي", "وحتي", "و", "-", "–", "لغايه")
_BETWEEN_WEEKDAY_AND_DAY = ("،", ",", "الموافق", "في", "يوم", "(", "-", "المصادف")
_BEFORE_A_LONE_DAY = ("في", "الي", "يوم", "ل", "بتاريخ")


def calendar_day(page: Page, index: int) -> Reading | None:
    """A day with its month; a weekday before it belongs to it."""
    start = _behind_weekday(page, index)
    day = None if page.is_name(index) else page.day(start)
    if day is None:
        return None
    return _of_month(page, index, day) or _of_this_month(page, day)


def day_range(page: Page, index: int) -> Reading | None:
    """Two days of one month: "من 4 إلى 22 هذا الشهر", "بين 3 و12 سبتمبر", "19-20 نوفمبر"."""
    first = page.day(index)
    if first is None or (page.folded(index - 1) == ":" and page.stream.glued(index)):
        return None  # "14:20-22 يناير": minutes, and one day
    second_at = _behind_link(page, first[0])
    second = None if second_at is None else page.day(second_at)
    if second is None or second_at is None or second[1] <= first[1]:
        return None
    last = _of_month(page, index, second) or _of_this_month(page, second)
    if last is None or last.when.value is None or "/" in last.when.value:
        return None
    until = dt.date.fromisoformat(last.when.value)
    begin = until - dt.timedelta(second[1] - first[1])
    return Reading(last.end, between(begin, until, last.when.calendar))


def weekday_of_month(page: Page, index: int) -> Reading | None:
    """The nth weekday of a month: "أول جمعة من يوليو", "الثلاثاء الثالث من شهر أيلول", "آخر اثنين من الشهر القادم"."""
    named = _ordinal_first(page, index) or _weekday_first(page, index)
    if named is None:
        return None
    end, weekday, nth = named
    for _ in range(2):
        end = page.any_of(end, "من", "في", "شهر")
    behind_b = page.folded(end).startswith("ب") and month_at(page, end) is not None
    month = month_at(page, end)
    if month is not None:
        whole = dated(page, month, None, page.looks_ahead(index))
    elif page.folded(end) in ("الشهر", "هذا"):
        whole = _this_month_reading(page, end)
    else:
        whole = _anchor_month(page, named[0]) if nth > 0 and not behind_b else None
    if whole is None or whole.when.value is None or len(whole.when.value) != len("2014-09"):
        return None
    day = _nth(int(whole.when.value[:4]), int(whole.when.value[5:]), weekday, nth)
    return None if day is None else Reading(whole.end, on(day))


def lone_day(page: Page, index: int) -> Reading | None:
    """In a short phrase only: "سأعود في 15", "عدت إلى الحادي والعشرين", "الخميس في الحادي والعشرين"."""
    if not page.is_short or page.anchor is None:
        return None
    start = page.any_of(_behind_weekday(page, index), "الي")
    day = page.day(start)
    governed = start > index or page.folded(index - 1) in _BEFORE_A_LONE_DAY or page.folded(index).startswith("لل")
    if day is None or not governed or page.folded(day[0]) not in ("", ".") or is_change(page.stream, start):
        return None
    return _checked(page.anchor.year, page.anchor.month, day[1], day[0])


def _behind_weekday(page: Page, index: int) -> int:
    hit = weekdays().at(page.stream, page.any_of(index, "يوم", "اليوم"))
    if hit is None:
        return page.any_of(index, "يوم", "اليوم", "فجر", "مساء", "صباح", "ليل", "ليله")
    start = hit.end
    for _ in range(3):
        start = page.any_of(start, *_BETWEEN_WEEKDAY_AND_DAY)
    return start


def _of_month(page: Page, index: int, day: tuple[int, int]) -> Reading | None:
    after = page.any_of(day[0], "من", "ل", "-")
    after = page.any_of(after, "شهر")
    month = month_at(page, after)
    reading = None if month is None else dated(page, month, day[1], page.looks_ahead(index))
    if reading is None or month is None or _is_score(page, day[0], reading.end):
        return None
    is_year_said = reading.end > month.end or reading.when.calendar is not Calendar.GREGORIAN
    weekday = weekdays().at(page.stream, page.any_of(index, "يوم", "اليوم"))
    return reading if is_year_said or weekday is None else _by_weekday(page, reading, weekday.value)


def _by_weekday(page: Page, reading: Reading, isoweekday: int) -> Reading:
    """The day in the likely year, or in one beside it where only there it falls on the weekday written before it.

    A day of the last or next days keeps its year: there the weekday is the slip.
    """
    day = dt.date.fromisoformat(str(reading.when.value))
    if page.anchor is None or abs(day.toordinal() - page.anchor.toordinal()) <= _DAYS_NEAR:
        return reading
    years = (day.year, day.year - 1, day.year + 1)
    days = (_checked(year, day.month, day.day, reading.end) for year in years)
    return next((d for d in days if d and dt.date.fromisoformat(str(d.when.value)).isoweekday() == isoweekday), reading)


_DAYS_NEAR = 10


def _is_score(page: Page, index: int, end: int) -> bool:
    """ "4-صفر", "3 لصفر": nil, not the month of Safar, where no year or direction follows."""
    is_tied = page.folded(index) in ("-", "–") or page.folded(index).startswith("ل")
    return is_tied and page.bare(end - 1).removeprefix("ل") == "صفر"


def _of_this_month(page: Page, day: tuple[int, int]) -> Reading | None:
    """ "الحادي والعشرين من الشهر الجاري", "22 هذا الشهر"."""
    month = _this_month_reading(page, page.any_of(day[0], "من", "في"))
    if month is None or month.when.value is None:
        return None
    return _checked(int(month.when.value[:4]), int(month.when.value[5:]), day[1], month.end)


def _this_month_reading(page: Page, index: int) -> Reading | None:
    if page.anchor is None:
        return None
    if page.folded(index) in ("هذا", "نفس") and page.folded(index + 1) == "الشهر":
        return _anchor_month(page, index + 2)
    way = page.way(index + 1) if page.folded(index) in ("الشهر", "شهر") else None
    if way is None:
        return None
    year, month = month_from(page.anchor, way.step)
    return Reading(way.end, When(f"{year:04d}-{month:02d}"))


def _anchor_month(page: Page, end: int) -> Reading | None:
    found = this_month(page, 0)
    return None if found is None else Reading(end, When(f"{found[0]:04d}-{found[1]:02d}"))


def _behind_link(page: Page, index: int) -> int | None:
    if page.folded(index) in _TO:
        return index + 1
    return index if page.folded(index).startswith("و") else None


def _ordinal_first(page: Page, index: int) -> tuple[int, int, int] | None:
    """ "أول يوم جمعة", "ثالث ثلاثاء", "آخر اثنين"."""
    is_last = page.folded(index) in ("اخر", "اخير")
    nth = (index + 1, -1) if is_last else page.whole(index, 1, 5)
    if nth is None or (not is_last and not page.numbers[index].value.is_ordinal):
        return None
    weekday = weekdays().at(page.stream, page.any_of(nth[0], "يوم"))
    return None if weekday is None or "ال" in weekday.proclitics else (weekday.end, weekday.value, nth[1])


def _weekday_first(page: Page, index: int) -> tuple[int, int, int] | None:
    """ "الثلاثاء الثالث", "الثلاثاء الأخير"."""
    weekday = weekdays().at(page.stream, page.any_of(index, "يوم"))
    if weekday is None:
        return None
    if page.folded(weekday.end) in ("الاخير", "الاخيره"):
        return weekday.end + 1, weekday.value, -1
    nth = page.whole(weekday.end, 1, 5)
    is_ordinal = nth is not None and page.numbers[weekday.end].value.is_ordinal
    return (nth[0], weekday.value, nth[1]) if nth is not None and is_ordinal else None


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    whole = range(1, gregorian.monthrange(year, month)[1] + 1)
    days = [day for day in whole if dt.date(year, month, day).isoweekday() == weekday]
    return dt.date(year, month, days[nth if nth < 0 else nth - 1]) if nth < 0 or nth <= len(days) else None


def _checked(year: int, month: int, day: int, end: int) -> Reading | None:
    return None if day > gregorian.monthrange(year, month)[1] else Reading(end, on(dt.date(year, month, day)))
