"""Clock times: "الساعة 14:30", "الساعة الرابعة والنصف فجرا", "9 صباحا"; on which day is told by `joining`."""

from __future__ import annotations

from tahqiq.extract.ar.dates.page import Page, Reading
from tahqiq.extract.tokens import Kind
from tahqiq.model.when import When

_EVENING = frozenset("مساء عصرا ليلا المساء".split())
_MORNING = frozenset("صباحا فجرا صباح ظهرا فجر ظهر".split())
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
    return page.folded(page.any_of(index, "من")) in _EVENING | _MORNING or page.folded(index) in _QUARTERS


def _minutes(page: Page, index: int) -> tuple[int, int] | None:
    """ "وعشر دقائق", "و16 دقيقة"."""
    at = page.any_of(index, "و")
    found = page.whole(at, 1, 59) if at > index or page.folded(index).startswith("و") else None
    if found is None or page.folded(found[0]) not in ("دقيقه", "دقائق", "دقايق"):
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
    if hour > 24 or minute > 59:
        return None
    part = page.folded(page.any_of(end, "من"))
    if part in _EVENING and 1 <= hour < 12:
        hour += 12
    elif part in ("صباحا", "فجرا") and hour == 12:
        hour = 0
    if part in ("صباحا", "مساء", "فجرا", "ظهرا", "عصرا", "ليلا"):
        end = page.any_of(end, "من") + 1 if part != "مساء" or page.folded(end) == "مساء" else end
    return Reading(end, When(f"T{hour % 24:02d}:{minute:02d}"))
