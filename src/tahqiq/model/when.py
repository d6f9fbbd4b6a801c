"""Dates and intervals with their precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tahqiq.errors import InvalidValue

_POINT = r"(?:-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?|-W\d\d)?|-?\d{3}X|-?\d{2}XX|T\d\d:\d\d)[?~%]?"
_EDTF = re.compile(rf"(?:{_POINT}|\.\.)(?:/(?:{_POINT}|\.\.))?")


class Calendar(StrEnum):
    """The calendar in which a date was written."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class When:
    """A date or interval in EDTF (ISO 8601-2) with the precision that was written.

    `value` is e.g. "2026-01-21", "2024-07", "2018-W15", "2018-33" (third quarter codes 33-36), "2018-21" (seasons
    21-24), "201X" (a decade), "2018-04-11T14:30", "T14:00" (a clock time, day unknown), "2011/2018". It is None for
    a relative expression that had no day to hang on; `relative` then says what it is relative by, as an ISO 8601
    duration with a sign ("-P1D" is yesterday). `calendar` is the one it was written in.
    """

    value: str | None
    calendar: Calendar = Calendar.GREGORIAN
    relative: str | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.relative is None:
            raise InvalidValue("a date needs a value or a relative offset")
        if self.value is not None and not _EDTF.fullmatch(self.value):
            raise InvalidValue(f"{self.value!r} is not an EDTF date")
