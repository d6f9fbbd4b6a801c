"""Days and times counted from publication: "أمس", "غدا", weekdays, "قبل 3 سنوات", "منذ أسبوعين"."""

from __future__ import annotations

import datetime as dt

from tahqiq.extract.ar.dates.months import month_at
from tahqiq.extract.ar.dates.page import Page, Reading, between, month_from, on
from tahqiq.extract.ar.dates.words import deictics, lone_units, units, weekdays
from tahqiq.extract.ar.places import gazetteer
from tahqiq.extract.lexicon import Hit, listed
from tahqiq.model.when import When

_DAY_PARTS = frozenset("يوم صباح مساء فجر ظهر عصر ليل ليله نهار غروب".split())
_LONGEST = {"D": 100_000, "W": 10_000, "M": 2400, "Y": 1000, "X": 100, "C": 10}
_NEARLY = ("نحو", "حوالي", "قرابه", "اكثر")


def deictic(page: Page, index: int) -> Reading | None:
    """ "أمس", "اليوم الأربعاء", "غدا الجمعة"; "اليوم" inside "كل يوم", "اليوم الذي" and the like is none."""
    hit = deictics().at(page.stream, index)
    if hit is None or _is_no_day(page, index, hit.end, hit.value):
        return None
    end = hit.end
    bracketed = page.any_of(end, "(")
    weekday = weekdays().at(page.stream, page.any_of(bracketed, "الموافق"))
    if weekday is not None and "ال" in weekday.proclitics + page.folded(weekday.first)[:2]:
        end = weekday.end + (bracketed > end and page.folded(weekday.end) == ")")
    if page.anchor is None:
        return Reading(end, When(None, relative=f"{'-' if hit.value < 0 else ''}P{abs(hit.value)}D"))
    day = page.anchor + dt.timedelta(hit.value)
    return Reading(end, on(day if weekday is None or end == hit.end else _checked(day, weekday.value)))


def _checked(day: dt.date, isoweekday: int) -> dt.date:
    """The day counted from publication, moved to the weekday written beside it where that is one day off.

    Reports filed around midnight count from the day before; further off, the count is kept.
    """
    off = (isoweekday - day.isoweekday() + 3) % 7 - 3
    return day + dt.timedelta(off) if abs(off) == 1 else day


def _is_no_day(page: Page, index: int, end: int, days: int) -> bool:
    word = page.folded(end - 1)
    if days == 1 and word in ("بكره", "وبكره") and not page.is_short:
        return True
    if word in ("التالي", "السابق") and not page.is_short:
        return True  # beside a day told before, not beside that of publication
    if days == 0 and end - index == 1 and word.endswith("اليوم"):
        before, behind = page.folded(index - 1), page.folded(end)
        if before in listed("not_before_today") or behind in listed("not_behind_today"):
            return True
        return page.whole(end, 1, 31) is not None and page.numbers[end].value.is_ordinal
    return days == 1 and word == "الغد" and page.folded(index - 1) in listed("not_before_today")


def weekday(page: Page, index: int) -> Reading | None:
    """ "الأربعاء", "يوم الخميس المقبل", "مساء الثلاثاء": the nearest past one unless the words look ahead."""
    start = index
    while page.bare(start) in _DAY_PARTS:
        start += 1
    hit = weekdays().at(page.stream, start)
    if hit is None or (start == index and not _is_definite(page, index)) or _is_one(page, hit):
        return None
    if page.folded(hit.end) in listed("weekday_tails") or _recurs(page, start):
        return None
    if page.anchor is None:
        return None  # a weekday of an unknown week
    other = _first_of_two(page, start)
    if other is not None:
        return Reading(hit.end, on(_two_days(page, other, page.anchor)[start > other]))
    way = page.way(hit.end)
    end = hit.end if way is None or page.folded(hit.end) in ("هذا", "هذه") else way.end
    step = _step(page, index, way.step if way is not None and end == way.end else None)
    back = (page.anchor.isoweekday() - hit.value) % 7
    if page.folded(end) == "من" and page.folded(end + 1) in ("الاسبوع", "هذا"):
        return _of_week(page, end, hit.value)
    named = _week_before(page, index)
    if named is not None:
        return Reading(end, on(_monday(page.anchor) + dt.timedelta(7 * named + hit.value - 1)))
    is_today = back == 0 and (way is None or end != way.end)
    if step is None or step == 0 or (is_today and not page.is_short):
        return Reading(end, on(page.anchor - dt.timedelta(back)))
    return Reading(end, on(page.anchor + (dt.timedelta(7 - back) if step > 0 else -dt.timedelta(back or 7))))


def _recurs(page: Page, index: int) -> bool:
    """ "أيام الثلاثاء والخميس", "كل جمعة", "الأحد من كل شهر": every such day, not one of them."""
    first = index - 1
    while first >= 0 and index - first <= _DAYS_OF_A_WEEK and weekdays().at(page.stream, first) is not None:
        first -= 1
    end = index + 1 + (page.folded(index - 1) in _TWO_DAYS)
    return page.folded(first) in ("ايام", "كل") or (page.folded(end), page.folded(end + 1)) == ("من", "كل")


_DAYS_OF_A_WEEK = 7  # no list of weekdays is longer, and a hostile one is not walked again from each of its words


def _first_of_two(page: Page, index: int) -> int | None:
    """Where the first weekday of "يومي الخميس والجمعة" stands, seen from either; None elsewhere."""
    first = index if page.folded(index - 1) in _TWO_DAYS else index - 1
    if page.folded(first - 1) not in _TWO_DAYS or not page.folded(first + 1).startswith("وال"):
        return None
    hits = weekdays().at(page.stream, first), weekdays().at(page.stream, first + 1)
    return None if None in hits else first


def _two_days(page: Page, first: int, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """Two weekdays in order, past ones unless the words around look ahead."""
    hits = weekdays().at(page.stream, first), weekdays().at(page.stream, first + 1)
    assert hits[0] is not None and hits[1] is not None
    behind = page.folded(first + 2)
    if behind in _NEXT or (behind not in _LAST and page.looks_ahead(first - 1)):
        begin = anchor + dt.timedelta((hits[0].value - anchor.isoweekday()) % 7 or 7 * (behind in _NEXT))
        return begin, begin + dt.timedelta((hits[1].value - hits[0].value) % 7)
    last = anchor - dt.timedelta((anchor.isoweekday() - hits[1].value) % 7)
    return last - dt.timedelta((hits[1].value - hits[0].value) % 7), last


_TWO_DAYS = ("يومي", "ويومي")
_NEXT = ("المقبلين", "القادمين", "التاليين")
_LAST = ("الماضيين", "الفايتين", "المنصرمين")


def _is_one(page: Page, hit: Hit[int]) -> bool:
    """ "واحد" is no Sunday: a weekday with a conjunction has its article."""
    return hit.proclitics == "و" and not page.folded(hit.first).startswith("وال")


def _is_definite(page: Page, index: int) -> bool:
    word = page.folded(index)
    return "ال" in word[:3] or word.startswith("لل")


def _step(page: Page, index: int, said: int | None) -> int | None:
    if said is not None:
        return said
    return 1 if page.looks_ahead(index) else None


def _week_before(page: Page, index: int) -> int | None:
    """The week named right before: "الأسبوع المقبل بين الأربعاء والجمعة", "هذا الأسبوع الجمعة" (0: this one)."""
    for back in range(1, 6):
        if page.folded(index - back) == "الاسبوع":
            way = page.way(index - back + 1)
            if page.folded(index - back - 1) == "هذا":
                return 0
            return None if way is None else way.step
    return None


def _monday(day: dt.date) -> dt.date:
    """The first day of its week (ISO 8601)."""
    return day - dt.timedelta(day.isoweekday() - 1)


def _of_week(page: Page, end: int, weekday_number: int) -> Reading | None:
    """ "الأحد من الأسبوع الماضي"; weeks begin on Monday (ISO 8601)."""
    assert page.anchor is not None
    way = page.way(end + 2)
    if page.folded(end + 1) == "هذا" and page.folded(end + 2) == "الاسبوع":
        step, stop = 0, end + 3
    elif way is not None:
        step, stop = way.step, way.end
    else:
        return None
    return Reading(stop, on(_monday(page.anchor) + dt.timedelta(7 * step + weekday_number - 1)))


def ago(page: Page, index: int) -> Reading | None:
    """ "قبل 3 سنوات", "قبل أسبوعين", "منذ أربعة أعوام": the year, month or day that it points to."""
    word = page.bare(index)
    if word not in ("قبل", "منذ", "من") or page.anchor is None:
        return None
    nearly = page.any_of(index + 1, *_NEARLY)
    nearly = page.any_of(nearly, "من") if nearly > index + 1 else nearly
    span = span_at(page, nearly)
    if span is None or (word == "من" and not page.is_short):
        return None
    end, count, unit = span
    if page.year(end) is not None or month_at(page, end) is not None:
        return None  # "منذ شهر مارس" names the month
    has_tail = (page.folded(end), page.folded(end + 1)) in _TAILS
    if word == "قبل" and not has_tail and _counts_from_an_event(page, index, end):
        return None
    if word == "منذ" and (unit == "D" or (unit == "Y" and count >= _OLD) or (unit in "XC" and not has_tail)):
        return None
    if unit == "W" and not page.is_short:
        year, week, _ = (page.anchor - dt.timedelta(7 * count)).isocalendar()
        return Reading(end, When(f"{year:04d}-W{week:02d}"))
    return shifted(page.anchor, -count, unit, end + 2 * has_tail)


def _counts_from_an_event(page: Page, index: int, end: int) -> bool:
    """ "قبل أسبوعين من الانتخابات": not counted from publication.

    "من" may belong to others: it names who did it ("من قبل", "من جانب"), a place that was left ("قبل سنة من لبنان"),
    or what a verb before speaks of ("تمكنوا قبل يومين من العودة", "حذرت قبل 10 أيام من عاصفة"). Behind a verb that may
    stand without it, an event with its article is counted from.
    """
    event = page.folded(end + 1)
    if page.folded(end) != "من" or event in _BY or gazetteer().at(page.stream, end + 1) is not None:
        return False
    first = max(index - _REACH, page.sentences.at(index)[0])
    before = frozenset(page.folded(i).removeprefix("و") for i in range(first, index))
    is_definite = "ال" in (event[:2], page.folded(end + 2)[:2])
    return before.isdisjoint(listed("always_takes_from")) and (is_definite or before.isdisjoint(listed("takes_from")))


_BY = ("قبل", "جانب", "طرف")
_REACH = 4  # words between a verb and its "من"


_TAILS = (("من", "الان"), ("من", "الزمن"), ("من", "اليوم"))
_OLD = 30  # "غير مسبوقة منذ 30 عاما" speaks of a span, not of a year


def from_now(page: Page, index: int) -> Reading | None:
    """ "بعد أسبوعين من الآن", "بعد 3 سنوات" where the words look ahead."""
    if page.bare(index) != "بعد" or page.anchor is None:
        return None
    span = span_at(page, index + 1)
    if span is None:
        return None
    end, count, unit = span
    if page.folded(end) == "من" and page.folded(end + 1) in ("الان", "اليوم"):
        return shifted(page.anchor, count, unit, end + 2)
    return _within(page.anchor, count, unit, end) if page.is_short and page.looks_ahead(index) else None


def span_at(page: Page, index: int) -> tuple[int, int, str] | None:
    """A span of time: "3 سنوات", "أسبوعين", "شهر"; end, count and unit letter."""
    word = units().get(page.folded(index))
    if word is not None:
        return (index + 1, word[1], word[0]) if page.folded(index) in lone_units() else None
    number = page.whole(index, 1, 10_000)
    if number is None or page.numbers[index].value.is_ordinal:
        return None
    word = units().get(page.folded(number[0]))
    return None if word is None or word[1] != 1 else (number[0] + 1, number[1], word[0])


def shifted(anchor: dt.date, count: int, unit: str, end: int) -> Reading | None:
    """The day, week, month or year that lies `count` units from the anchor, with the precision of the unit."""
    if abs(count) > _LONGEST[unit]:
        return None
    if unit in "YXC":
        year = anchor.year + count * {"Y": 1, "X": 10, "C": 100}[unit]
        return Reading(end, When(f"{year:04d}")) if year > 0 else None
    if unit == "M":
        year, month = month_from(anchor, count)
        return Reading(end, When(f"{year:04d}-{month:02d}")) if year > 0 else None
    return Reading(end, on(anchor + dt.timedelta(count * (7 if unit == "W" else 1))))


def _within(anchor: dt.date, count: int, unit: str, end: int) -> Reading | None:
    """From tomorrow to the end of a span that begins now."""
    days = count * {"D": 1, "W": 7, "M": 30, "Y": 365, "X": 3652, "C": 36525}[unit]
    if days > _LONGEST["D"]:
        return None
    if unit == "Y":
        years = anchor.replace(day=min(anchor.day, 28), year=anchor.year + count), anchor.day - min(anchor.day, 28)
        last = years[0] + dt.timedelta(years[1])
        return Reading(end, between(last - dt.timedelta(364), last))
    return Reading(end, between(anchor + dt.timedelta(1), anchor + dt.timedelta(days)))
