"""Dates: calendar days in every month system, years, weekdays, relative days and periods, clock times."""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hijridate import Hijri

from tahqiq.extract.ar.numerals import Numeral, Sense
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import Hit, Lexicon, read_table
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.when import Calendar, When

_WITH_A_DAY = frozenset({"", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لال", "ك"})
_YEARS = range(1800, 2101)
_HIJRI_YEARS = range(1343, 1501)
_YEAR_WORDS = frozenset({"عام", "العام", "سنه", "السنه", "لعام", "بعام", "وعام", "لسنه", "بسنه", "عامي"})


class Month(NamedTuple):
    """A month of a calendar."""

    number: int
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Page:
    """What rules read from: tokens, numbers on them, and the day of publication."""

    stream: Stream
    numbers: Mapping[int, Found[Numeral]]
    anchor: dt.date | None

    def folded(self, index: int) -> str:
        """The folded word at a token."""
        return self.stream.folded(index)


Reading = tuple[int, When]
Reader = Callable[[Page, int], "Reading | None"]


def _lexicon(table: str, *path: str) -> Iterator[tuple[str, int]]:
    rows = read_table(table)
    for step in path:
        rows = rows[step]  # type: ignore[assignment]
    for key, phrases in rows.items():
        yield from ((phrase, int(key)) for phrase in str(phrases).split("|"))


@cache
def months() -> Lexicon[Month]:
    """All month names."""
    table = read_table("months")
    systems = ((Calendar.GREGORIAN, "gregorian"), (Calendar.HIJRI, "hijri"))
    return Lexicon(
        (
            (phrase, Month(number, kind))
            for kind, name in systems
            for system in table[name]  # type: ignore[union-attr]
            for phrase, number in _lexicon("months", name, str(system))
        ),
        proclitics=frozenset({"", "و", "ب", "ل", "ف"}),
    )


@cache
def weekdays() -> Lexicon[int]:
    """Weekday names, ISO numbers."""
    return Lexicon(_lexicon("days", "weekdays"), proclitics=frozenset({"", "و", "ب", "ل", "ف"}))


@cache
def deictics() -> Lexicon[int]:
    """Words for days counted from publication."""
    return Lexicon(_lexicon("days", "deictic"), proclitics=frozenset({"", "و", "ب", "ل", "ف"}))


@cache
def directions() -> Lexicon[int]:
    """Last (-1), this (0), next (1)."""
    table = read_table("days")
    return Lexicon(
        (phrase, way)
        for name, way in (("before", -1), ("now", 0), ("after", 1))
        for phrase in str(table[name]["words"]).split("|")  # type: ignore[index,call-overload]
    )


def dates(stream: Stream, numerals: Mapping[int, Found[Numeral]], anchor: dt.date | None) -> tuple[Found[When], ...]:
    """Every date of the text from left to right; relative ones count from `anchor`, or stay relative without one."""
    page, found, index = Page(stream, numerals, anchor), [], 0
    while index < len(stream.tokens):
        best: tuple[int, When, str] | None = None
        for name, reader in _READERS:
            reading = reader(page, index)
            if reading is not None and (best is None or reading[0] > best[0]):
                best = (*reading, name)
        if best is None:
            index += 1
            continue
        found.append(Found(index, best[0], best[1], best[2], _skip(stream, index)))
        index = best[0]
    return tuple(found)


def _skip(stream: Stream, index: int) -> int:
    """A conjunction or preposition glued to the first word is not part of the date."""
    hit = weekdays().at(stream, index) or months().at(stream, index) or deictics().at(stream, index)
    return len(hit.proclitics) if hit is not None else 0


def _day_number(page: Page, index: int) -> tuple[int, int] | None:
    """A day of the month: "21", "الحادي والعشرين", "الأول"."""
    found = page.numbers.get(index)
    if found is None or found.value.sense not in (Sense.CARDINAL, Sense.ORDINAL):
        return None
    value = found.value.value
    if not isinstance(value, int) or not 1 <= value <= 31 or (found.value.written > 2):
        return None
    return found.end, value


def _year(page: Page, index: int, hijri: bool = False) -> tuple[int, int] | None:
    """A four-digit year, or one in words."""
    found = page.numbers.get(index)
    if found is None or not isinstance(found.value.value, int) or found.value.sense is not Sense.CARDINAL:
        return None
    allowed = _HIJRI_YEARS if hijri else _YEARS
    return (found.end, found.value.value) if found.value.value in allowed and found.value.written in (0, 4) else None


def _month(page: Page, index: int) -> tuple[int, Month] | None:
    """A month, doubled or not: "نيسان/أبريل", "حزيران (يونيو)", "يناير / كانون الثاني"."""
    hit = months().at(page.stream, index)
    if hit is None:
        return None
    end = hit.end
    if page.folded(end) in ("/", "(", "-", "\\"):
        other = months().at(page.stream, end + 1)
        if other is not None and other.value.calendar is hit.value.calendar:
            closing = page.folded(end) == "(" and page.folded(other.end) == ")"
            end = other.end + (1 if closing else 0)
    return end, hit.value


def _direction(page: Page, index: int) -> tuple[int, int] | None:
    if page.folded(index) in ("من", "هذا") and directions().at(page.stream, index + 2):
        return None
    hit = directions().at(page.stream, index)
    return (hit.end, hit.value) if hit is not None and not hit.proclitics.startswith("و") else None


def _calendar_day(page: Page, index: int) -> Reading | None:
    """ "21 يناير 2026", "الأربعاء 21 نيسان/أبريل الماضي", "الرابع من رمضان 1447 هـ"."""
    weekday = weekdays().at(page.stream, index)
    start = index if weekday is None else weekday.end
    if weekday is not None:
        while page.folded(start) in ("،", ",", "الموافق", "في", "يوم", "(", "-"):
            start += 1
    elif page.folded(index) in ("يوم", "اليوم") and weekdays().at(page.stream, index + 1) is None:
        start = index + 1
    day = _day_number(page, start)
    if day is None:
        return None
    after = day[0] + (1 if page.folded(day[0]) in ("من", "شهر", "ل") else 0)
    after += page.folded(after) == "شهر"
    month = _month(page, after)
    if month is None:
        return _day_of_this_month(page, day)
    return _with_year(page, month[0], month[1], day[1])


def _day_of_this_month(page: Page, day: tuple[int, int]) -> Reading | None:
    """ "الحادي والعشرين من الشهر الجاري"."""
    index = day[0] + (1 if page.folded(day[0]) == "من" else 0)
    if page.folded(index) not in ("الشهر", "شهر") or page.anchor is None:
        return None
    way = _direction(page, index + 1)
    if way is None:
        return None
    year, month = _month_from(page.anchor, way[1])
    return _checked(way[0], year, month, day[1])


def _with_year(page: Page, index: int, month: Month, day: int | None) -> Reading | None:
    hijri = month.calendar is Calendar.HIJRI
    after = index
    while page.folded(after) in (*_YEAR_WORDS, "من", "،", ","):
        after += 1
    year = _year(page, after, hijri)
    if year is not None:
        end = year[0] + (1 if hijri and page.folded(year[0]) in ("ه", "هجري", "هجريه") else 0)
        end += 1 if not hijri and page.folded(year[0]) in ("م",) else 0
        return _named(end, month, year[1], day)
    way = _direction(page, index)
    if page.anchor is None:
        return None
    if hijri:
        return _nearest_hijri(page.anchor, index if way is None else way[0], month, day)
    if page.folded(index) == "من" and page.folded(index + 1) in ("العام", "السنه"):
        yearly = _direction(page, index + 2)
        if yearly is not None:
            return _checked(yearly[0], page.anchor.year + yearly[1], month.number, day)
    if way is not None:
        return _checked(way[0], _year_towards(page.anchor, month.number, day, way[1]), month.number, day)
    return _checked(index, _nearest_year(page.anchor, month.number, day), month.number, day)


def _named(end: int, month: Month, year: int, day: int | None) -> Reading | None:
    if month.calendar is Calendar.GREGORIAN:
        return _checked(end, year, month.number, day)
    try:
        if day is not None:
            return end, When(Hijri(year, month.number, day).to_gregorian().isoformat(), Calendar.HIJRI)
        first = Hijri(year, month.number, 1).to_gregorian()
        last = first + dt.timedelta(Hijri(year, month.number, 1).month_length() - 1)
    except (ValueError, OverflowError):
        return None
    return end, When(f"{first.isoformat()}/{last.isoformat()}", Calendar.HIJRI)


def _nearest_hijri(anchor: dt.date, end: int, month: Month, day: int | None) -> Reading | None:
    from hijridate import Gregorian

    year = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year
    return _named(end, month, year, day) if day is not None else None


def _checked(end: int, year: int, month: int, day: int | None) -> Reading | None:
    if day is None:
        return end, When(f"{year:04d}-{month:02d}")
    if day > gregorian.monthrange(year, month)[1]:
        return None
    return end, When(f"{year:04d}-{month:02d}-{day:02d}")


def _year_towards(anchor: dt.date, month: int, day: int | None, way: int) -> int:
    here = (anchor.month, anchor.day)
    there = (month, day if day is not None else (31 if way < 0 else 1))
    if way < 0:
        return anchor.year if there < here and (day is not None or month < anchor.month) else anchor.year - 1
    if way > 0:
        return anchor.year if there > here and (day is not None or month > anchor.month) else anchor.year + 1
    return anchor.year


def _nearest_year(anchor: dt.date, month: int, day: int | None) -> int:
    """The year that brings the day nearest to publication."""
    away = (month - anchor.month) * 30 + ((day or 15) - anchor.day)
    return anchor.year - 1 if away > 182 else anchor.year + 1 if away < -182 else anchor.year


def _month_from(anchor: dt.date, way: int) -> tuple[int, int]:
    months_on = anchor.year * 12 + anchor.month - 1 + way
    return months_on // 12, months_on % 12 + 1


def _month_alone(page: Page, index: int) -> Reading | None:
    """ "يناير 2018", "شهر آذار/مارس الماضي"; not a bare name that may be a word."""
    start = index + 1 if page.folded(index) in ("شهر", "شهري", "بشهر") else index
    month = _month(page, start)
    if month is None:
        return None
    reading = _with_year(page, month[0], month[1], None)
    if reading is None:
        return None
    is_bare = reading[0] == month[0] and start == index and page.stream.tokens[index].word.folded in _WORDS_TOO
    return None if is_bare else reading


_WORDS_TOO = frozenset(
    {"ماي", "رجب", "شعبان", "رمضان", "صفر", "محرم", "اوت", "جوان", "اب", "شوال", "مارس", "ايار", "باب"}
)


def _year_alone(page: Page, index: int) -> Reading | None:
    """ "عام 2018", "سنة 2011", "منذ 2011", "في 2014"; a bare number only after such words."""
    if page.folded(index) in _YEAR_WORDS or page.folded(index).removeprefix("و") in ("عام", "العام", "سنه"):
        year = _year(page, index + 1)
        if year is not None:
            end = year[0] + (1 if page.folded(year[0]) == "م" else 0)
            return end, When(f"{year[1]:04d}")
        way = _direction(page, index + 1)
        if way is not None and page.anchor is not None:
            return way[0], When(f"{page.anchor.year + way[1]:04d}")
        return None
    found = page.numbers.get(index)
    if found is not None and found.value.written == 4 and _year(page, index) is not None:
        before = page.folded(index - 1).removeprefix("و")
        if before in (
            "منذ",
            "في",
            "حتي",
            "قبل",
            "بعد",
            "مطلع",
            "اواخر",
            "منتصف",
            "نهايه",
            "بدايه",
            "خلال",
            "صيف",
            "شتاء",
            "ربيع",
            "خريف",
        ):
            return found.end, When(f"{found.value.value:04d}")
    return None


def _weekday(page: Page, index: int) -> Reading | None:
    """ "الأربعاء", "يوم الخميس المقبل", "مساء الثلاثاء", "فجر الأربعاء"."""
    start = index
    while page.folded(start).lstrip("وفبل") in ("يوم", "صباح", "مساء", "فجر", "ظهر", "عصر", "ليل", "ليله", "نهار"):
        start += 1
    hit = weekdays().at(page.stream, start)
    if hit is None or (start == index and "ال" not in page.folded(index)):
        return None
    way = _direction(page, hit.end)
    end = hit.end if way is None else way[0]
    if page.anchor is None:
        return None if start == index and way is None else (end, When(None, relative="P0D"))
    back = (page.anchor.isoweekday() - hit.value) % 7
    if way is not None and way[1] > 0:
        day = page.anchor + dt.timedelta(7 - back)
    elif way is not None and way[1] < 0:
        day = page.anchor - dt.timedelta(back or 7)
    else:
        day = page.anchor - dt.timedelta(back)
    return end, When(_iso(day))


def _deictic(page: Page, index: int) -> Reading | None:
    """ "أمس", "اليوم الأربعاء", "غدا"."""
    hit: Hit[int] | None = deictics().at(page.stream, index)
    if hit is None:
        return None
    end = hit.end
    if (day := weekdays().at(page.stream, end)) is not None and not day.proclitics:
        end = day.end
    elif page.folded(end) == "(" and (day := weekdays().at(page.stream, end + 1)) is not None:
        end = day.end + 1
    if page.anchor is None:
        return end, When(None, relative=f"{'-' if hit.value < 0 else ''}P{abs(hit.value)}D")
    return end, When(_iso(page.anchor + dt.timedelta(hit.value)))


_UNITS = {
    "يوم": "D",
    "يوما": "D",
    "ايام": "D",
    "اسبوع": "W",
    "اسابيع": "W",
    "شهر": "M",
    "اشهر": "M",
    "شهور": "M",
    "شهرا": "M",
}
_UNITS |= {"عام": "Y", "عاما": "Y", "اعوام": "Y", "سنه": "Y", "سنوات": "Y", "سنين": "Y"}
_DUALS = {"يومين": "D", "اسبوعين": "W", "شهرين": "M", "عامين": "Y", "سنتين": "Y"}


def _ago(page: Page, index: int) -> Reading | None:
    """ "قبل 3 سنوات", "قبل أسبوعين", "منذ أربعة أعوام", "بعد ثلاثة أيام"."""
    word = page.folded(index).removeprefix("و")
    if word not in ("قبل", "منذ") or page.anchor is None:
        return None
    nearly = index + 1 + (page.folded(index + 1) in ("نحو", "حوالي", "قرابه", "اكثر"))
    number = page.numbers.get(nearly)
    if number is not None and isinstance(number.value.value, int) and page.folded(number.end) in _UNITS:
        return _before(page.anchor, number.end + 1, number.value.value, _UNITS[page.folded(number.end)])
    if page.folded(nearly) in _DUALS:
        return _before(page.anchor, nearly + 1, 2, _DUALS[page.folded(nearly)])
    if word == "قبل" and page.folded(nearly) in _UNITS:
        return _before(page.anchor, nearly + 1, 1, _UNITS[page.folded(nearly)])
    return None


def _before(anchor: dt.date, end: int, count: int, unit: str) -> Reading | None:
    if unit == "Y":
        return (end, When(f"{anchor.year - count:04d}")) if count < 200 else None
    if unit == "M":
        year, month = _month_from(anchor, -count)
        return (end, When(f"{year:04d}-{month:02d}")) if year > 1000 else None
    days = count * (7 if unit == "W" else 1)
    return (end, When(_iso(anchor - dt.timedelta(days)))) if days < 100_000 else None


def _period(page: Page, index: int) -> Reading | None:
    """ "الأسبوع المقبل", "الشهر الماضي", "العام الجاري"."""
    word = page.folded(index)
    bare = word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    if bare not in ("الاسبوع", "الشهر", "العام", "السنه", "هذا") or page.anchor is None:
        return None
    if bare == "هذا":
        unit, end, way = page.folded(index + 1), index + 2, 0
    else:
        direction = _direction(page, index + 1)
        if direction is None:
            return None
        unit, (end, way) = bare, direction
    if unit == "الاسبوع":
        year, week, _ = (page.anchor + dt.timedelta(7 * way)).isocalendar()
        return end, When(f"{year:04d}-W{week:02d}")
    if unit == "الشهر":
        year, month = _month_from(page.anchor, way)
        return end, When(f"{year:04d}-{month:02d}")
    return (end, When(f"{page.anchor.year + way:04d}")) if unit in ("العام", "السنه") else None


def _numeric(page: Page, index: int) -> Reading | None:
    """ "21/1/2026", "2026-01-21", "21-1-2026"."""
    tokens = page.stream.tokens
    if index + 4 >= len(tokens) or tokens[index].word.kind is not Kind.DIGITS:
        return None
    marks = {page.folded(index + 1), page.folded(index + 3)}
    if marks not in ({"/"}, {"-"}, {"."}) or any(
        tokens[i].word.kind is not Kind.DIGITS for i in (index + 2, index + 4)
    ):
        return None
    first, second, third = (page.folded(i) for i in (index, index + 2, index + 4))
    if len(first) == 4:
        year, month, day = first, second, third
    elif len(third) == 4:
        day, month, year = first, second, third
    else:
        return None
    if int(year) not in _YEARS or not 1 <= int(day) <= 31 or len(day) > 2 or len(month) > 2:
        return None
    if int(month) > 12 and int(day) <= 12:
        day, month = month, day
    return _checked(index + 5, int(year), int(month), int(day)) if 1 <= int(month) <= 12 else None


def _clock(page: Page, index: int) -> Reading | None:
    """ "الساعة 14:30", "الساعة 9 صباحا"."""
    if page.folded(index).lstrip("وبل") not in ("الساعه", "ساعه"):
        return None
    hour = page.numbers.get(index + 1)
    if hour is None or not isinstance(hour.value.value, int) or hour.value.value > 24:
        return None
    end, minute = index + 2 if hour.value.form == "digits" else hour.end, 0
    value = int(page.folded(index + 1)) if page.folded(index + 1).isdigit() else hour.value.value
    if page.folded(end) in (":", ".", ",") and page.folded(end + 1).isdigit() and len(page.folded(end + 1)) == 2:
        minute, end = int(page.folded(end + 1)), end + 2
    if page.folded(end) in ("صباحا", "مساء", "ظهرا", "عصرا", "ليلا", "فجرا"):
        if page.folded(end) in ("مساء", "عصرا") and value < 12:
            value += 12
        end += 1
    return (end, When(f"T{value % 24:02d}:{minute:02d}")) if minute < 60 and value <= 24 else None


def _iso(day: dt.date) -> str:
    return day.isoformat()[:10]


_READERS: tuple[tuple[str, Reader], ...] = (
    ("day and month", _calendar_day),
    ("day, month and year in digits", _numeric),
    ("month", _month_alone),
    ("year", _year_alone),
    ("weekday", _weekday),
    ("day counted from publication", _deictic),
    ("time ago", _ago),
    ("week, month or year beside this one", _period),
    ("clock time", _clock),
)
