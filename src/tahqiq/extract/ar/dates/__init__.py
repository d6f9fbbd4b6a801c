"""Dates: calendar days in every month system, years, weekdays, relative days and periods, clock times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache

from tahqiq.extract.ar.dates.calendar_days import calendar_day, day_range, lone_day, weekday_of_month
from tahqiq.extract.ar.dates.clock import clock, digital_clock
from tahqiq.extract.ar.dates.feasts import feast
from tahqiq.extract.ar.dates.joining import joined
from tahqiq.extract.ar.dates.months import month_alone
from tahqiq.extract.ar.dates.near import ago, deictic, from_now, weekday
from tahqiq.extract.ar.dates.numeric import numeric
from tahqiq.extract.ar.dates.page import Page, Reader
from tahqiq.extract.ar.dates.periods import (
    beside_this,
    decade,
    part_of_month,
    quarter,
    rest,
    season,
    several,
    week_of,
)
from tahqiq.extract.ar.dates.words import deictics, feasts, misspelt_months, months, weekdays
from tahqiq.extract.ar.dates.years import bare_year, named_year
from tahqiq.extract.ar.numerals import Numeral
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import listed
from tahqiq.extract.tokens import Kind, Stream, word_of
from tahqiq.model.when import When

__all__ = ["dates"]

Row = tuple[str, Reader]
DAYS = "days of a month"

# Each rule with its name; the longest reading wins, then the earlier row. Those that open with a number come first.
_DAY: Row = ("day and month", calendar_day)
_NTH: Row = ("nth weekday of a month", weekday_of_month)
_FEAST: Row = ("feast", feast)
_LONE: Row = ("day alone", lone_day)
OPENED_BY_NUMBERS: tuple[Row, ...] = (
    _NTH,
    _DAY,
    (DAYS, day_range),
    ("date in figures", numeric),
    ("year alone", bare_year),
    _FEAST,
    _LONE,
)
OPENED_BY_WORDS: tuple[Row, ...] = (
    _NTH,
    _DAY,
    ("month", month_alone),
    ("part of a month", part_of_month),
    ("year", named_year),
    _FEAST,
    ("weekday", weekday),
    ("day counted from publication", deictic),
    ("time ago", ago),
    ("time from now", from_now),
    ("week, month or year beside this one", beside_this),
    ("weeks or years counted back or on", several),
    ("rest of a week or month", rest),
    ("quarter or half of a year", quarter),
    ("season", season),
    ("decade", decade),
    ("week of a year", week_of),
    ("clock time", clock),
    _LONE,
)


def dates(stream: Stream, numerals: Mapping[int, Found[Numeral]], anchor: dt.date | None) -> tuple[Found[When], ...]:
    """Every date of the text from left to right; relative ones count from `anchor`, or stay relative without one."""
    page = Page(stream, numerals, anchor)
    found: list[Found[When]] = []
    index = 0
    while index < len(stream.tokens):
        word = stream.tokens[index].word
        rows = _rows(index in page.numbers or word.kind is Kind.DIGITS, _may_open(word.raw))
        hit = _best(page, index, rows) if rows else None
        if hit is None and found and found[-1].end >= index - 1 and word.kind is Kind.DIGITS:
            moment = digital_clock(page, index)
            hit = None if moment is None else Found(index, moment.end, moment.when, "clock time behind a day")
        if hit is None:
            index += 1
            continue
        found.append(_opened(page, hit, found[-1].end if found else 0) if hit.rule == DAYS else hit)
        index = hit.end
    return joined(page, found)


@lru_cache(maxsize=1 << 17)
def _may_open(raw: str) -> bool:
    """Whether a date may open with a written word."""
    return any(split.stem in _openers() for split in word_of(raw).splits)


@cache
def _openers() -> frozenset[str]:
    lexicons = (months(), misspelt_months(), weekdays(), deictics(), feasts())
    return frozenset(listed("date_openers")).union(*(lexicon.first_words for lexicon in lexicons))


def _opened(page: Page, hit: Found[When], free: int) -> Found[When]:
    """An interval with the "from" or "between" before it."""
    is_opened = hit.first > free and page.folded(hit.first - 1) in ("من", "بين", "ومن", "وبين")
    return hit._replace(first=hit.first - 1, skip=0) if is_opened else hit


@cache
def _rows(is_number: bool, may_open: bool) -> tuple[Row, ...]:
    """The rules to try where a number stands, where a word stands that a date may open with, or both."""
    return (*(OPENED_BY_NUMBERS if is_number else ()), *(OPENED_BY_WORDS if may_open else ()))


def _best(page: Page, index: int, rows: tuple[Row, ...]) -> Found[When] | None:
    best: Found[When] | None = None
    for name, reader in rows:
        reading = reader(page, index)
        if reading is not None and (best is None or reading.end > best.end):
            best = Found(index, reading.end, reading.when, name)
    return None if best is None else best._replace(skip=_skip(page.stream, index))


def _skip(stream: Stream, index: int) -> int:
    """A conjunction or preposition glued to the first word is not part of the date."""
    hit = weekdays().at(stream, index) or months().at(stream, index) or deictics().at(stream, index)
    return len(hit.proclitics.removesuffix("ال").removesuffix("لال")) if hit is not None else 0
