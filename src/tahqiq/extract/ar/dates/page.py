"""What date rules read from: tokens, the numbers on them, the day of publication; and what they answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tahqiq.extract.ar.dates.words import directions, starts
from tahqiq.extract.ar.numerals import Numeral, Sense
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import listed
from tahqiq.extract.sentences import Sentences, sentences
from tahqiq.extract.tokens import Stream
from tahqiq.model.when import Calendar, When

YEARS = range(1800, 2101)
HIJRI_YEARS = range(1343, 1501)
_AHEAD_REACH = 12
_FEW_WORDS = 9
_RELATIVE = ("الذي", "التي", "الذين", "اللذين", "بعدما", "حيث")


class Reading(NamedTuple):
    """A date read up to token `end` (exclusive)."""

    end: int
    when: When


class Way(NamedTuple):
    """Last (-1), this (0) or next (1), written up to token `end`."""

    end: int
    step: int


@dataclass(frozen=True)
class Page:
    """One text while its dates are read; `anchor` is the day of publication, None where it is not known."""

    stream: Stream
    numbers: Mapping[int, Found[Numeral]]
    anchor: dt.date | None

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the text."""
        return sentences(self.stream)

    @property
    def is_short(self) -> bool:
        """Whether the text is a phrase rather than a report: bare numbers may then be days."""
        return len(self.stream.tokens) <= _FEW_WORDS

    def is_field(self, index: int) -> bool:
        """Whether the text is little more than a date that begins at `index`, as people type into a form."""
        return self.is_short and index == 0

    def folded(self, index: int) -> str:
        """The folded word at a token, "" outside."""
        return self.stream.folded(index)

    def bare(self, index: int) -> str:
        """The folded word without a conjunction or preposition glued to it."""
        word = self.stream.folded(index)
        return word[1:] if word[:1] in "وفبل" and word[1:] in starts() else word

    def any_of(self, index: int, *words: str) -> int:
        """The token behind `index` where it is one of `words`, else `index`."""
        return index + 1 if self.folded(index) in words else index

    def way(self, index: int) -> Way | None:
        """The direction word at `index`: الماضي، الجاري، المقبل …"""
        hit = directions().at(self.stream, index)
        return None if hit is None or hit.proclitics else Way(hit.end, hit.value)

    def whole(self, index: int, low: int, high: int) -> tuple[int, int] | None:
        """The whole number low..high at `index`, cardinal or ordinal, with the token behind it."""
        found = self.numbers.get(index)
        if found is None or found.value.sense not in (Sense.CARDINAL, Sense.ORDINAL):
            return None
        value = found.value.value
        return (found.end, value) if isinstance(value, int) and low <= value <= high else None

    def day(self, index: int) -> tuple[int, int] | None:
        """A day of the month: "21", "الحادي والعشرين", "الأول"."""
        found = self.whole(index, 1, 31)
        return found if found is not None and self.numbers[index].value.written <= 2 else None

    def year(self, index: int, years: range = YEARS) -> tuple[int, int] | None:
        """A year in four digits or in words."""
        found = self.numbers.get(index)
        if found is None or found.value.sense is not Sense.CARDINAL or found.value.written not in (0, 4):
            return None
        value = found.value.value
        return (found.end, value) if isinstance(value, int) and value in years else None

    def is_name(self, index: int) -> bool:
        """Whether a date at `index` is part of the name of an event ("ثورة يناير", "هجمات 11 سبتمبر")."""
        return self.folded(index - 1).removeprefix("و").removeprefix("ال") in listed("named_by_dates")

    def looks_ahead(self, index: int) -> bool:
        """Whether the words shortly before a date speak of what is to come ("سيعقد", "المقرر", "سوف")."""
        if self.is_field(index) or self._is_deadline(index) or (self.is_short and self.folded(0)[:2] in ("سا", "سن")):
            return True
        first = max(self.sentences.at(index)[0], index - _AHEAD_REACH)
        clause = max((i + 1 for i in range(first, index) if self.folded(i) in _RELATIVE), default=first)
        return any(_is_ahead(self.folded(i)) for i in range(clause, index))

    def _is_deadline(self, index: int) -> bool:
        """ "بحلول الثلاثاء", "اعتبارا من الأحد"; at the head of a clause "بحلول مساء السبت كانت …" is past."""
        before = self.folded(index - 1), self.folded(index - 2)
        if before[0] == "بحلول":
            return before[1] not in _CLAUSE_HEADS and self.sentences.at(index)[0] < index - 1
        told = (self.folded(i) for i in range(max(index - _TOLD_REACH, self.sentences.at(index)[0]), index))
        return before == ("من", "اعتبارا") and not any(word.removeprefix("و") == "قد" for word in told)


_TOLD_REACH = 6
_CLAUSE_HEADS = ("", "،", ",", ":", "ان", "انه", "انها", "و")


def _is_ahead(folded: str) -> bool:
    word = folded.removeprefix("و").removeprefix("ف")
    if word in listed("ahead") or word.removeprefix("ال") in listed("ahead"):
        return True
    is_future = len(word) > 4 and word[:2] in ("سي", "ست") and word not in listed("not_future")
    return is_future and len(_ENDING.sub("", word[2:], count=1)) <= _LONGEST_STEM


_ENDING = re.compile("(?:ون|ان|ين)?(?:ها|هما?|هن?|نا|ني|كما?|ك)?$")
_LONGEST_STEM = 5  # letters of a verb behind سي or ست without its ending, as in سيستخدمونها; longer ones are names


Reader = Callable[[Page, int], "Reading | None"]


def month_from(anchor: dt.date, step: int) -> tuple[int, int]:
    """The year and month `step` months from the anchor's."""
    months = anchor.year * 12 + anchor.month - 1 + step
    return months // 12, months % 12 + 1


def on(day: dt.date, calendar: Calendar = Calendar.GREGORIAN) -> When:
    """A day as a When."""
    return When(day.isoformat()[:10], calendar)


def between(first: dt.date, last: dt.date, calendar: Calendar = Calendar.GREGORIAN) -> When:
    """An interval of days, both included."""
    return When(f"{first.isoformat()[:10]}/{last.isoformat()[:10]}", calendar)
