"""Weeks, months, years, quarters, seasons and decades beside this one or by name, and their parts."""

from __future__ import annotations

import datetime as dt

from tahqiq.extract.ar.dates.months import last_day, month_at, year_behind
from tahqiq.extract.ar.dates.page import YEARS, Page, Reading, Way, between, month_from, on
from tahqiq.extract.ar.dates.words import lone_units, units
from tahqiq.model.when import When

_PARTS = frozenset("مطلع بدايه اوايل مستهل منتصف اواسط اواخر نهايه ختام".split())
_REST = frozenset("بقيه باقي".split())
_YEAR = ("العام", "السنه", "عام", "سنه")
_SEASONS = {"الربيع": 21, "ربيع": 21, "الصيف": 22, "صيف": 22, "الخريف": 23, "خريف": 23, "الشتاء": 24, "شتاء": 24}
_WEEKEND = ("عطله", "نهايه", "الاسبوع")


def beside_this(page: Page, index: int) -> Reading | None:
    """ "الأسبوع المقبل", "الشهر الماضي", "العام الجاري", "هذا العام", with "مطلع", "نهاية" and the like before."""
    is_part = page.bare(index) in _PARTS
    start = _behind_later(page, index)
    is_later, start = start > index, start + is_part
    found = _unit_and_way(page, start) or (_plain(page, start) if is_part else None)
    if found is None or page.anchor is None:
        return None
    unit, way = found
    if unit == "W" and (is_part or is_later):
        return _part_of_week(page.anchor, page.bare(index), way)
    if unit == "Y" and is_later and page.is_short:
        return Reading(way.end, When(f"{page.anchor.year}-07/{page.anchor.year}-12"))
    return _period(page.anchor, unit, way.step, way.end)


def _behind_later(page: Page, index: int) -> int:
    """Behind "لاحقا في", "في وقت لاحق من"."""
    if page.folded(index) == "لاحقا":
        return page.any_of(index + 1, "في", "من")
    if (page.folded(index), page.folded(index + 1)) == ("وقت", "لاحق"):
        return page.any_of(index + 2, "من", "في")
    return index


def _part_of_week(anchor: dt.date, part: str, way: Way) -> Reading:
    """The first three days of a week, its last four, or what is left of it; weeks begin on Monday."""
    monday = anchor + dt.timedelta(7 * way.step - anchor.isoweekday() + 1)
    if part in ("مطلع", "بدايه", "اوايل", "مستهل"):
        return Reading(way.end, between(monday, monday + dt.timedelta(2)))
    if part in ("اواخر", "نهايه", "ختام"):
        return Reading(way.end, between(monday + dt.timedelta(4), monday + dt.timedelta(6)))
    if part in ("منتصف", "اواسط"):
        return Reading(way.end, on(monday + dt.timedelta(2)))
    return Reading(way.end, between(max(monday, anchor + dt.timedelta(1)), monday + dt.timedelta(6)))


def several(page: Page, index: int) -> Reading | None:
    """ "الأسابيع الثلاثة الماضية", "العقد القادم", "العقدين الماضيين"."""
    word = page.folded(index).removeprefix("ال")
    unit = units().get(word)
    if unit is None or page.anchor is None or not page.folded(index).startswith("ال"):
        return None
    count = page.whole(index + 1, 2, 60)
    before = page.whole(index - 1, 2, 60)
    way = page.way(index + 1 if count is None else count[0])
    if way is None or way.step == 0 or (count is None and unit[0] != "X"):
        return None
    if unit[0] == "X":
        this = page.anchor.year // 10 * 10
        many = max(unit[1], before[1] if before is not None and before[0] == index else 1)
        first = this + 10 * (way.step if way.step > 0 else -many)
        return Reading(way.end, When(f"{first:04d}/{first + 10 * many - 1:04d}"))
    if count is None:
        return None
    days = count[1] * {"W": 7, "M": 30, "Y": 365}.get(unit[0], 0)
    if not days:
        return None
    first_day, last = sorted((page.anchor, page.anchor + dt.timedelta(days * way.step)))
    return Reading(way.end, between(first_day, last))


def rest(page: Page, index: int) -> Reading | None:
    """ "بقية الأسبوع", "باقي الشهر", "نهاية الأسبوع", "عطلة نهاية الأسبوع"."""
    if page.anchor is None:
        return None
    sunday = page.anchor + dt.timedelta(7 - page.anchor.isoweekday())
    words = tuple(page.folded(i) for i in range(index, index + 3))
    if words == _WEEKEND:
        return Reading(index + 3, between(sunday - dt.timedelta(1), sunday))
    if words[0] in _REST and words[1] in ("الاسبوع", "اسبوعي"):
        return Reading(index + 2, between(page.anchor, sunday))
    if words[0] in _REST and words[1] == "الشهر":
        return Reading(index + 2, between(page.anchor, last_day(page.anchor.year, page.anchor.month)))
    if words[:2] == ("نهايه", "الاسبوع") and page.way(index + 2) is None:
        return Reading(index + 2, between(page.anchor, sunday)) if page.is_short else None
    return None


def quarter(page: Page, index: int) -> Reading | None:
    """ "الربع الثالث 2016", "الربع الثاني من العام": from its first month to its last."""
    return _share(page, index, ("الربع", "ربع"), 4) or _share(page, index, ("النصف", "نصف"), 2)


def _share(page: Page, index: int, names: tuple[str, ...], of: int) -> Reading | None:
    if page.folded(index).removeprefix("ب").removeprefix("و") not in names:
        return None
    nth = page.whole(index + 1, 1, of)
    if nth is None or not page.numbers[index + 1].value.is_ordinal:
        return None
    found = _year_or_this(page, nth[0])
    is_plain = found is not None and found[0] == nth[0]
    if found is None or (is_plain and (of == 2 or page.folded(nth[0]) in ("من", "لل"))):
        return None
    end, year = found
    months = 12 // of
    return Reading(end, When(f"{year:04d}-{months * (nth[1] - 1) + 1:02d}/{year:04d}-{months * nth[1]:02d}"))


def season(page: Page, index: int) -> Reading | None:
    """ "صيف 2015", "الصيف الماضي", "شتاء العام المقبل"."""
    code = _SEASONS.get(page.folded(index).removeprefix("و"))
    if code is None:
        return None
    start = page.any_of(index + 1, "عام", "العام", "سنه")
    year = page.year(start)
    if year is not None:
        return Reading(year[0], When(f"{year[1]:04d}-{code}"))
    way = page.way(start)
    if way is None or page.anchor is None or (start == index + 1 and not page.folded(index).startswith("ال")):
        return None
    return Reading(way.end, When(f"{page.anchor.year + way.step:04d}-{code}"))


def decade(page: Page, index: int) -> Reading | None:
    """ "الثمانينيات", "أربعينات القرن الماضي", "تسعينيات القرن العشرين"."""
    word = page.folded(index).lstrip("وفبل").removeprefix("ال")
    if word == "الفين" and page.is_short and page.folded(index - 1) == "في":
        is_teens = page.folded(index + 1) == "والعشرات"
        first = 2000 + 10 * is_teens
        return Reading(index + 1 + is_teens, When(f"{first}/{first + 9}"))
    tens = next((n for stem, n in _DECADES if word in (stem + "ينيات", stem + "ينات")), None)
    if tens is None:
        return None
    end, century = index + 1, 1900
    if page.folded(end) == "القرن":
        behind = page.way(end + 1)
        end = end + 2 if behind is None else behind.end
    first = century + tens
    return Reading(end, When(f"{first:04d}/{first + 9:04d}"))


_DECADES = (("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90))


def part_of_month(page: Page, index: int) -> Reading | None:
    """ "مطلع مارس 2018", "أواخر أيلول", "بداية شهر 3"."""
    if page.bare(index) not in _PARTS:
        return None
    start = page.any_of(index + 1, "شهر")
    month = month_at(page, start)
    if month is None:
        return None
    year = year_behind(page, month)
    if year is not None:
        return Reading(year[0], When(f"{year[1]:04d}-{month.month.number:02d}"))
    if page.anchor is None or start == index + 1:
        return None
    return Reading(month.end, When(f"{page.anchor.year:04d}-{month.month.number:02d}"))


def week_of(page: Page, index: int) -> Reading | None:
    """ "الأسبوع الأول من عام 2015": the ISO week of that number."""
    if page.folded(index) not in ("الاسبوع", "اسبوع"):
        return None
    nth = page.whole(index + 1, 1, 53)
    if nth is None or not page.numbers[index + 1].value.is_ordinal:
        return None
    found = _year_or_this(page, nth[0])
    if found is None or found[0] == nth[0]:
        return None
    try:
        dt.date.fromisocalendar(found[1], nth[1], 1)
    except ValueError:
        return None
    return Reading(found[0], When(f"{found[1]:04d}-W{nth[1]:02d}"))


def _year_or_this(page: Page, index: int) -> tuple[int, int] | None:
    """A year behind "من" and "عام", this one's "من العام", one beside it, or this one where none is written."""
    start = page.any_of(index, "من", "في", "ل")
    start = page.any_of(start, *_YEAR)
    year = page.year(start, YEARS)
    if year is not None:
        return year
    if page.anchor is None:
        return None
    if page.folded(start) in ("هذا", "هذه") and page.folded(start + 1) in _YEAR:
        return start + 2, page.anchor.year
    has_noun = page.folded(start - 1) in _YEAR
    way = page.way(start)
    if way is not None and has_noun:
        return way.end, page.anchor.year + way.step
    return (start if has_noun else index), page.anchor.year


def _unit_and_way(page: Page, index: int) -> tuple[str, Way] | None:
    """ "هذا العام", "الأسبوع المقبل", "للأسبوع المقبل"."""
    if page.bare(index) in ("هذا", "هذه") or page.folded(index) in ("هذا", "هذه"):
        unit = _named_unit(page.folded(index + 1))
        return None if unit is None else (unit, Way(index + 2, 0))
    word = page.folded(index)
    unit = _named_unit("ال" + word[2:] if word.startswith("لل") else page.bare(index)) or _named_unit(word[1:])
    way = page.way(index + 1)
    return None if unit is None or way is None else (unit, way)


def _named_unit(word: str) -> str | None:
    """The letter of a definite week, month or year."""
    bare = word.removeprefix("ال")
    unit = units().get(bare)
    is_one = word.startswith("ال") and bare in lone_units()
    return unit[0] if unit is not None and is_one and unit[0] in "WMY" else None


def _plain(page: Page, index: int) -> tuple[str, Way] | None:
    """ "مطلع الشهر", "نهاية العام": this one."""
    unit = units().get(page.folded(index).removeprefix("ال"))
    if unit is None or unit[0] not in "MY" or not page.folded(index).startswith("ال"):
        return None
    return (unit[0], Way(index + 1, 0)) if page.year(index + 1) is None else None


def _period(anchor: dt.date, unit: str, step: int, end: int) -> Reading:
    if unit == "W":
        year, week, _ = (anchor + dt.timedelta(7 * step)).isocalendar()
        return Reading(end, When(f"{year:04d}-W{week:02d}"))
    if unit == "M":
        year, month = month_from(anchor, step)
        return Reading(end, When(f"{year:04d}-{month:02d}"))
    return Reading(end, When(f"{anchor.year + step:04d}"))
