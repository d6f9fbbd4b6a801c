"""The dateline near the head of a text: when a report was published, and by whom where it says so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import islice

from tahqiq.clean.lines import Line, lines_of
from tahqiq.model.folding import fold
from tahqiq.model.report import Metadata

DateReader = Callable[[str], dt.date | None]
"""Reads the first full date written in some words, in any calendar; None where there is none."""

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


def is_dateline(words: str) -> bool:
    """Whether a line has the shape of a dateline: short, a year in it, opening with a day, a number or "نشر"."""
    if len(words) > _LONGEST_DATELINE or words[-1] in ".؟!":
        return False
    folded = fold(words)
    return _YEAR.search(folded) is not None and _OPENING.match(folded) is not None


def dateline(raw: str, title_end: int, read_date: DateReader) -> Metadata:
    """The day of publication that a dateline in the first lines gives, and the outlet it names before the day."""
    for line in _head(raw, title_end):
        if is_dateline(line.words) and (day := read_date(line.words)) is not None:
            named = _OUTLET.match(line.words)
            return Metadata(outlet=named[1] if named else None, published=day)
    return Metadata()


def _head(raw: str, title_end: int) -> Iterator[Line]:
    yield from islice(lines_of(raw[:title_end]), 1)
    yield from (line for line in islice(lines_of(raw, title_end), _HEAD_LINES) if line.start < title_end + _HEAD)
