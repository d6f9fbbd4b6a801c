"""Dates in figures: "21/1/2026", "2026-01-21", "18-9-15", "3/2015"; in short phrases also "22/4"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import permutations

from tahqiq.extract.ar.dates.page import YEARS, Page, Reading, on
from tahqiq.extract.tokens import Kind
from tahqiq.model.when import When

_MARKS = ("/", "-", ".")
_CENTURY = 2000
_NUMBERED = ("رقم", "قرار", "قانون", "مرسوم", "تعميم")  # "القرار 7/2015" is the seventh of 2015


def numeric(page: Page, index: int) -> Reading | None:
    """Three figures, or a month and a year, parted by one mark."""
    if index and page.stream.glued(index) and page.folded(index - 1) in (*_MARKS, ":", ","):
        return None
    parts = _parts(page, index)
    if len(parts) == 3:
        return _day(page, index + 5, parts)
    if len(parts) == 2 and page.folded(index - 1).removeprefix("ال") not in _NUMBERED:
        return _month_and_year(page, index + 3, parts) or _day_and_month(page, index + 3, parts)
    return None


def _parts(page: Page, index: int) -> list[str]:
    """Up to three runs of digits glued by one and the same mark; none where a fourth follows."""
    tokens = page.stream.tokens
    mark = page.folded(index + 1)
    if mark not in _MARKS or tokens[index].word.kind is not Kind.DIGITS:
        return []
    parts = [page.folded(index)]
    while (
        page.folded(index + 1) == mark
        and index + 2 < len(tokens)
        and tokens[index + 2].word.kind is Kind.DIGITS
        and page.stream.glued(index + 1)
        and page.stream.glued(index + 2)
    ):
        index += 2
        parts.append(page.folded(index))
    return parts if len(parts) <= 3 else []


def _day(page: Page, end: int, parts: list[str]) -> Reading | None:
    lengths = [len(p) for p in parts]
    if max(lengths) > 4 or 3 in lengths or lengths[1] > 2:
        return None
    days = sorted(set(_readings(parts)), key=lambda d: (_distance(page, d), d))
    return Reading(end, on(days[0])) if days else None


def _readings(parts: list[str]) -> Iterator[dt.date]:
    """Day, month and year; year, month and day; month before day only where the day cannot be a month."""
    numbers = [int(p) for p in parts]
    orders = [(2, 1, 0), (0, 1, 2)] if max(map(len, parts)) < 4 else [(0, 1, 2)] if len(parts[0]) == 4 else [(2, 1, 0)]
    for year_at, month_at, day_at in orders:
        if len(parts[year_at]) == 1:
            continue  # the lines of a team: "4-3-3"
        year, month, day = numbers[year_at], numbers[month_at], numbers[day_at]
        if month > 12 >= day:
            month, day = day, month
        year += _CENTURY if year < 100 else 0
        if year in YEARS and 1 <= month <= 12:
            try:
                yield dt.date(year, month, day)
            except ValueError:
                continue


def _distance(page: Page, day: dt.date) -> int:
    return 0 if page.anchor is None else abs(day.toordinal() - page.anchor.toordinal())


def _month_and_year(page: Page, end: int, parts: list[str]) -> Reading | None:
    mark_is_plain = page.folded(end - 2) == "/"
    for month, year in permutations(parts):
        if len(year) == 4 and len(month) <= 2 and int(year) in YEARS and 1 <= int(month) <= 12:
            return Reading(end, When(f"{year}-{int(month):02d}")) if mark_is_plain or page.is_short else None
    return None


def _day_and_month(page: Page, end: int, parts: list[str]) -> Reading | None:
    """ "22/4" in a short phrase, where only one of the two can be the day."""
    if not page.is_short or page.anchor is None or max(map(len, parts)) > 2:
        return None
    month, day = sorted(map(int, parts))
    if not (1 <= month <= 12 < day <= 31):
        return None
    try:
        return Reading(end, on(dt.date(page.anchor.year, month, day)))
    except ValueError:
        return None
