"""What stands together is one expression: two days make an interval, a day and a clock time make a moment."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tahqiq.extract.ar.dates.page import Page
from tahqiq.extract.engine import Found
from tahqiq.model.when import Calendar, When

_BETWEEN = ("بين", "وبين")
_FROM = ("من", "منذ", "ما", "فتره", "الفتره")
_TO = ("الي", "حتي", "وحتي", "-", "–", "ولغايه", "لغايه")
_LINKS = frozenset("الموافق والموافق الموافقه ( - – — / \\ = ، , يوم هـ ه م".split())
_LONGEST_LINK = 3
_DAY = len("2018-04-11")
_YEAR_DIGITS = len("2018")
_YEAR = ("العام", "السنه")
_ITSELF = ("نفسه", "نفسها", "ذاته", "ذاتها")
_THE_SAME = ("نفس", "ذات", "ذلك", "تلك")


def joined(page: Page, found: Sequence[Found[When]]) -> tuple[Found[When], ...]:
    """The readings with intervals and moments put together, in order."""
    return tuple(_moments(page, _intervals(page, _pairs(page, _same_years(page, found)))))


def _same_years(page: Page, found: Sequence[Found[When]]) -> list[Found[When]]:
    """Days and months "من العام نفسه" take the year of the date before them."""
    out: list[Found[When]] = []
    for hit in found:
        end = _behind_same_year(page, hit.end)
        value = None if end is None or not out else _in_year_of(hit, out[-1])
        out.append(hit if value is None or end is None else hit._replace(end=end, value=value))
    return out


def _behind_same_year(page: Page, index: int) -> int | None:
    """The token behind "من العام نفسه", "من نفس السنة", "من ذلك العام"."""
    index = page.any_of(index, "من", "في")
    pair = page.folded(index), page.folded(index + 1)
    is_same = (pair[0] in _YEAR and pair[1] in _ITSELF) or (pair[0] in _THE_SAME and pair[1] in _YEAR)
    return index + 2 if is_same else None


def _in_year_of(hit: Found[When], before: Found[When]) -> When | None:
    """The day or month in the year of the date before; None where the year has no such day."""
    value, year = hit.value.value, (before.value.value or "")[:_YEAR_DIGITS]
    if hit.rule not in ("month", "day and month") or hit.value.calendar is not Calendar.GREGORIAN or value is None:
        return None
    if len(year) < _YEAR_DIGITS or not year.isdigit() or value[_YEAR_DIGITS:] == "-02-29":
        return None
    return When(year + value[_YEAR_DIGITS:])


def _pairs(page: Page, found: Sequence[Found[When]]) -> list[Found[When]]:
    """One day written in two calendars is one date; its Gregorian side wins where the two are a day apart."""
    out: list[Found[When]] = []
    for hit in found:
        if out and (whole := _pair(page, out[-1], hit)) is not None:
            out[-1] = whole
        else:
            out.append(hit)
    return out


def _pair(page: Page, a: Found[When], b: Found[When]) -> Found[When] | None:
    """ "3 شعبان 1447 هـ الموافق 22 يناير 2026", either first, parted by a bracket, a dash or "الموافق"."""
    if not (_is_day(a) and _is_day(b)) or a.value.calendar is b.value.calendar or b.first - a.end > _LONGEST_LINK:
        return None
    if any(page.folded(index) not in _LINKS for index in range(a.end, b.first)):
        return None
    gregorian = a if a.value.calendar is Calendar.GREGORIAN else b
    days = [dt.date.fromisoformat(str(hit.value.value)) for hit in (a, b)]
    if abs((days[0] - days[1]).days) > 1:
        return None
    is_bracketed = any(page.folded(index) == "(" for index in range(a.end, b.first))
    end = page.any_of(b.end, ")") if is_bracketed else b.end
    return Found(a.first, end, gregorian.value, "day in two calendars", a.skip)


def _intervals(page: Page, found: Sequence[Found[When]]) -> list[Found[When]]:
    out: list[Found[When]] = []
    for hit in found:
        if out and (whole := _interval(page, out[-1], hit)) is not None:
            out[-1] = whole
        else:
            out.append(hit)
    return out


def _interval(page: Page, a: Found[When], b: Found[When]) -> Found[When] | None:
    """ "من عام 2011 وحتى عام 2016", "بين الجمعة والأحد", "12 يناير - 22 يناير"; both of one precision, in order."""
    first, last = a.value.value, b.value.value
    if first is None or last is None or "/" in first + last or "T" in first + last:
        return None
    if len(first) != len(last) or first >= last or a.value.calendar is not b.value.calendar:
        return None
    gap, before = b.first - a.end, page.folded(a.first - 1)
    is_between = before in _BETWEEN and gap <= 1 and _begins_with_and(page, a.end, b.first)
    opened = before in _FROM or page.folded(a.first) in _FROM or (gap == 1 and page.folded(a.end) in ("-", "–"))
    is_written_out = a.rule == b.rule == "day and month" and page.folded(a.end) in ("الي", "حتي", "وحتي")
    is_ranged = gap == 1 and page.folded(a.end) in _TO and (opened or page.is_short or is_written_out)
    if not (is_between or is_ranged):
        return None
    opens = a.first - 1 if is_between or before in ("من", "بين") else a.first
    return Found(opens, b.end, When(f"{first}/{last}", a.value.calendar), "interval")


def _begins_with_and(page: Page, end: int, first: int) -> bool:
    return (first == end and page.folded(first).startswith("و")) or page.folded(end) == "و"


def _moments(page: Page, found: Sequence[Found[When]]) -> list[Found[When]]:
    out: list[Found[When]] = []
    days = [hit for hit in found if _is_day(hit)]
    index = 0
    while index < len(found):
        hit = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if _is_clock(hit):
            day_after = following is not None and _is_day(following) and following.first - hit.end <= 1
            if day_after and following is not None:
                out.append(Found(hit.first, following.end, _at(following, hit), hit.rule, hit.skip))
                index += 2
                continue
            out.append(_on_a_day(page, hit, days))
        elif _is_day(hit) and following is not None and _is_clock(following) and following.first - hit.end <= 2:
            out.append(Found(hit.first, following.end, _at(hit, following), hit.rule, hit.skip))
            index += 1
        else:
            out.append(hit)
        index += 1
    return out


def _on_a_day(page: Page, hit: Found[When], days: Sequence[Found[When]]) -> Found[When]:
    """A clock time on the day meant: the first of its sentence, the one shortly before, or that of publication."""
    day = _day_meant(page, hit, days)
    if _is_of_untold_day(page, hit.end):
        return hit
    if day is not None:
        return hit._replace(value=_at(day, hit))
    if page.anchor is None:
        return hit
    return hit._replace(value=When(f"{page.anchor.isoformat()[:_DAY]}{hit.value.value}"))


def _is_of_untold_day(page: Page, index: int) -> bool:
    """ "الساعة السادسة من صباح اليوم التالي": a day beside one that the text tells of."""
    index = page.any_of(index, "من", "في")
    index = page.any_of(index, "صباح", "مساء", "فجر", "ظهر", "عصر", "ليل")
    return page.folded(index) == "اليوم" and page.folded(index + 1) in _BESIDE


_BESIDE = ("التالي", "الموالي", "السابق")


def _day_meant(page: Page, hit: Found[When], days: Sequence[Found[When]]) -> Found[When] | None:
    start, end = page.sentences.at(hit.first)
    index = bisect_left(days, start, key=attrgetter("first"))
    if index < len(days) and days[index].first < end:
        return days[index]
    return days[index - 1] if index and days[index - 1].first >= start - _NEAR else None


_NEAR = 60


def _is_day(hit: Found[When]) -> bool:
    value = hit.value.value
    return value is not None and len(value) == _DAY and "/" not in value


def _is_clock(hit: Found[When]) -> bool:
    return hit.value.value is not None and hit.value.value.startswith("T")


def _at(day: Found[When], clock: Found[When]) -> When:
    return When(f"{day.value.value}{clock.value.value}", day.value.calendar)
