"""Clock times: "الساعة 14:30", "الساعة الرابعة والنصف فجرا", "9 صباحا"; on which day is told by `joining`."""

from __future__ import annotations

from typing import NamedTuple

from tahqiq.extract.ar.dates.page import Page, Reading
from tahqiq.extract.tokens import Kind
from tahqiq.model.when import When

_EVENING = frozenset("مساء عصرا عصر المساء".split())
_NIGHT = frozenset("ليلا ليل".split())
_NOON = frozenset("ظهرا ظهر".split())
_BEFORE_DAWN = frozenset("صباحا صباح فجرا فجر".split()) | _NIGHT
_PARTS = _EVENING | _NOON | _BEFORE_DAWN
_NIGHTFALL, _LATE_NOON = 6, 4
_PHRASES = {
    ("بعد", "منتصف", "الليل"): "فجرا",
    ("منتصف", "الليل"): "ليلا",
    ("بعد", "الظهر"): "عصرا",
    ("قبل", "الظهر"): "",
}
_QUARTERS = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
_NAMES = ("الساعه", "ساعه")


def clock(page: Page, index: int) -> Reading | None:
    """A clock time behind "الساعة", as T and hours and minutes."""
    if page.folded(index).lstrip("وبل") not in _NAMES and page.folded(index) not in _NAMES:
        return None
    hour = page.whole(index + 1, 0, 24)
    if hour is None:
        return _digital(page, index + 1)
    if page.folded(index + 1) == "الواحده" and page.folded(index - 1) == "في" and not _has_part(page, hour[0]):
        return None  # "120 in one hour" is a rate
    digital = _digital(page, index + 1)
    if digital is not None:
        return digital
    end, minute = hour[0], 0
    if page.folded(end) in _QUARTERS:
        end, minute = end + 1, _QUARTERS[page.folded(end)]
    elif (minutes := _minutes(page, end)) is not None:
        end, minute = minutes
    elif page.folded(end) == "و" and page.folded(end + 1) in ("النصف", "الربع"):
        end, minute = end + 2, 30 if page.folded(end + 1) == "النصف" else 15
    return _said(page, end, hour[1], minute)


def _has_part(page: Page, index: int) -> bool:
    return (
        page.folded(page.any_of(index, "من")) in _PARTS
        or _behind_phrase(page, index) is not None
        or page.folded(index) in _QUARTERS
    )


def _minutes(page: Page, index: int) -> tuple[int, int] | None:
    """ "وعشر دقائق", "و16 دقيقة"."""
    at = page.any_of(index, "و")
    found = page.whole(at, 1, 59) if at > index or page.folded(index).startswith("و") else None
    if found is None or page.folded(found[0]) not in ("دقيقه", "دقايق"):
        return None
    return found[0] + 1, found[1]


def digital_clock(page: Page, index: int) -> Reading | None:
    """ "19:07" by itself: only where a day stands right before it."""
    return _digital(page, index)


def _digital(page: Page, index: int) -> Reading | None:
    """Hours and minutes in figures."""
    tokens = page.stream.tokens
    if index + 2 >= len(tokens) or page.folded(index + 1) not in (":", "."):
        return None
    runs = tokens[index].word, tokens[index + 2].word
    is_glued = page.stream.glued(index + 1) and page.stream.glued(index + 2)
    lengths = tuple(len(run.folded) for run in runs)
    if any(run.kind is not Kind.DIGITS for run in runs) or not is_glued or lengths not in ((1, 2), (2, 2)):
        return None
    return _said(page, index + 3, int(runs[0].folded), int(runs[1].folded))


def _said(page: Page, end: int, hour: int, minute: int) -> Reading | None:
    """The time with the part of the day behind it, which tells the two halves of a day apart."""
    if hour > 24 or minute > 59:
        return None
    behind = _behind_phrase(page, end)
    part = page.folded(page.any_of(end, "من")) if behind is None else behind.part
    if _is_second_half(part, hour):
        hour += 12
    elif hour == 12 and part in _BEFORE_DAWN:
        hour = 0
    if behind is not None:
        end = behind.end
    elif part in ("صباحا", "مساء", "فجرا", "ظهرا", "عصرا", "ليلا"):
        end = page.any_of(end, "من") + 1 if part != "مساء" or page.folded(end) == "مساء" else end
    return Reading(end, When(f"T{hour % 24:02d}:{minute:02d}"))


class _Part(NamedTuple):
    """A part of the day written up to token `end`."""

    end: int
    part: str


def _behind_phrase(page: Page, index: int) -> _Part | None:
    """ "منتصف الليل", "بعد منتصف الليل", "بعد الظهر", "قبل الظهر"."""
    for count in (3, 2):
        part = _PHRASES.get(tuple(page.folded(i) for i in range(index, index + count)))
        if part is not None:
            return _Part(index + count, part)
    return None


def _is_second_half(part: str, hour: int) -> bool:
    """Whether 1 to 11 are said of the hours after noon: at night from six on, at noon up to four."""
    if part in _NIGHT:
        return _NIGHTFALL <= hour < 12
    return 1 <= hour <= _LATE_NOON if part in _NOON else part in _EVENING and 1 <= hour < 12
