"""The dateline near the head of a text: when a report was published, and by whom where it says so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from tahqiq.clean.lines import Line, lines_of
from tahqiq.model.claim import DateMention
from tahqiq.model.folding import fold
from tahqiq.model.report import Metadata

DateReader = Callable[[str], tuple[DateMention, ...]]
"""Reads every date written in some words, in order, in any calendar."""

_LONGEST_DATELINE = 70
_HEAD_LINES = 6
_HEAD = 1200
_YEAR = re.compile(r"(?<!\d)(?:1[345]|19|20)\d\d(?!\d)")
_OPENING = re.compile(
    r"(?:[^\d\n]{1,20}[-–—|/:،]\s{0,3})?(?:\d|(?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)"
    r"|نشر|منشور|تاريخ|التاريخ|اخر تحديث|تحديث|تم النشر|اضيف)"
)
_OUTLET = re.compile(
    r"((?:وكالة|صحيفة|جريدة|شبكة|موقع|قناة|مجلة|إذاعة|راديو|مؤسسة)\s[^\d–—|/\n]{2,60}?)\s{0,3}[–—|/-]\s"
)
_WORD = re.compile(r"[^\W\d_]+")
_OF_DATELINES = frozenset(
    fold(word)
    for word in (
        "نشر نشرت النشر منشور تم في تاريخ التاريخ بتاريخ آخر تحديث التحديث محدث عدل تعديل أضيف يوم الساعة عند على "
        "التوقيت المحلي العالمي المكرمة غرينتش جرينتش "
        "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة "
        "الموافق هـ م ص صباحا مساء ظهرا عصرا فجرا ليلا GMT UTC AM PM"
    ).split()
)
_ZONE = re.compile(r"\bب?توقيت \w+")
_UPDATED = re.compile("تحديث|محدث|تعديل|عدل")
_PUBLISHED = re.compile("نشر|منشور|اضيف")
_BEFORE = re.compile(r"[^\d\n]{1,20}[-–—|/:،]")
_APART = re.compile(r"\s*(?:[-–—|/،(•·]|بواسطة|بقلم)")
_FEW = 2  # words apart from the date, as of a town or an author


class Dateline(NamedTuple):
    """The day that a line gives, the outlet it names before it, and whether it is only the day of an update."""

    day: dt.date
    outlet: str | None
    is_update: bool


def dateline(raw: str, title_end: int, read_dates: DateReader) -> Metadata:
    """The day of publication that a dateline in the first lines gives, and the outlet it names before the day."""
    found = published((line.words for line in _head(raw, title_end)), read_dates)
    return Metadata() if found is None else Metadata(outlet=found.outlet, published=found.day)


def published(lines: Iterable[str], read_dates: DateReader) -> Dateline | None:
    """The first dateline of publication among some lines, else the first of an update; None where there is none."""
    update: Dateline | None = None
    for words in lines:
        found = read_dateline(words, read_dates)
        if found is not None and not found.is_update:
            return found
        update = update or found
    return update


def read_dateline(words: str, read_dates: DateReader) -> Dateline | None:
    """What a line says as a dateline; None for a headline or a sentence that holds a date.

    A dateline is short, holds a whole day, opens with it, with an outlet or with "نشر", and says little else.
    """
    if not may_be_dateline(words):
        return None
    mentions = read_dates(words)
    days = [(mention, day) for mention in mentions if (day := _whole_day(mention)) is not None]
    if not days or not _says_little_else(words, mentions):
        return None
    ends = [0, *(mention.span.end for mention, _ in days)]
    labels = [fold(words[end : mention.span.start]) for end, (mention, _) in zip(ends, days, strict=False)]
    day, is_update = min(
        ((day, _is_of_update(label)) for label, (_, day) in zip(labels, days, strict=True)), key=lambda pair: pair[1]
    )
    named = _OUTLET.match(words)
    return Dateline(day, named[1] if named else None, is_update)


def may_be_dateline(words: str) -> bool:
    """Whether a line has the shape of a dateline: short, a year in it, opening with a day, a number or "نشر"."""
    if len(words) > _LONGEST_DATELINE or words[-1] in ".؟!":
        return False
    folded = fold(words)
    return _YEAR.search(folded) is not None and _OPENING.match(folded) is not None


def _says_little_else(words: str, mentions: tuple[DateMention, ...]) -> bool:
    """Whether no word but those of datelines stands beside the dates, save a few behind a mark, as of a town."""
    between = [words[a.span.end : b.span.start] for a, b in pairwise(mentions)]
    before, behind = words[: mentions[0].span.start], words[mentions[-1].span.end :]
    opening = _OUTLET.match(words) or _BEFORE.match(before)
    if any(map(_other_words, (before[opening.end() if opening else 0 :], *between))):
        return False
    others = _other_words(behind)
    return not others or (len(others) <= _FEW and _APART.match(behind) is not None)


def _other_words(part: str) -> list[str]:
    return [word for word in _WORD.findall(_ZONE.sub(" ", fold(part))) if word not in _OF_DATELINES]


def _whole_day(mention: DateMention) -> dt.date | None:
    value = (mention.when.value or "").partition("T")[0]
    return dt.date.fromisoformat(value) if len(value) == len("2026-01-22") and "/" not in value else None


def _is_of_update(label: str) -> bool:
    return _UPDATED.search(label) is not None and _PUBLISHED.search(label) is None


def _head(raw: str, title_end: int) -> Iterator[Line]:
    yield from islice(lines_of(raw[:title_end]), 1)
    yield from (line for line in islice(lines_of(raw, title_end), _HEAD_LINES) if line.start < title_end + _HEAD)
