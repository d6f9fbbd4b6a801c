"""A report's own words, and stretches of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from tahqiq.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A half-open stretch of a Text that is not the report's own words, and why (`reason` is one short phrase)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a report after cleaning.

    `raw` is never rewritten: every offset in Tahqiq is a Unicode code point of it. `title_end` is where the headline
    ends (0: no headline known). `excluded` are site furniture and repeats that no claim may come from, in order and
    apart. `language` is a BCP 47 code, "und" where unknown.
    """

    raw: str
    title_end: int = 0
    excluded: tuple[Exclusion, ...] = ()
    language: str = "und"

    def __post_init__(self) -> None:
        if not 0 <= self.title_end <= len(self.raw):
            raise InvalidValue(f"the headline ends at {self.title_end}, outside a text of {len(self.raw)}")
        last = 0
        for e in self.excluded:
            if not last <= e.start < e.end <= len(self.raw):
                raise InvalidValue(f"exclusion {e.start}:{e.end} of a text of {len(self.raw)}, after {last}")
            last = e.end

    def is_excluded(self, start: int, end: int) -> bool:
        """Whether any code point of start:end is excluded."""
        before = bisect_left(self.excluded, end, key=attrgetter("start"))
        return before > 0 and self.excluded[before - 1].end > start


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open, non-empty stretch of a Text; holding one proves that the words are there."""

    text: Text
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.text.raw):
            raise InvalidValue(f"span {self.start}:{self.end} lies outside a text of {len(self.text.raw)}")

    @property
    def quote(self) -> str:
        """The verbatim words."""
        return self.text.raw[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a code point (both of one Text)."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside (both of one Text)."""
        return self.start <= other.start and other.end <= self.end
