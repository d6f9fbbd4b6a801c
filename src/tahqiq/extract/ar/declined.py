"""Reasons for which a number that is read makes no figure, and the words that tell."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tahqiq.extract.ar.numerals import Numeral
from tahqiq.extract.lexicon import read_table
from tahqiq.extract.tokens import Split, Stream
from tahqiq.model.folding import fold


class Declined(StrEnum):
    """Why a number makes no figure; the value is a phrase for people."""

    DATE = "part of a date"
    YEAR = "a year"
    CLOCK = "a clock time"
    AGE = "an age"
    DURATION = "a span of time"
    ORDINAL = "an ordinal"
    SCORE = "the result of a match"
    LIST = "a list number"
    NAME = "part of a name"
    CODE = "a phone number or code"
    ONE_OF = "one of several, or one and the same"
    WORD = "a word of another meaning"
    PART = "a fixed part, such as a round of a cup"
    BACK = "points back to two things already named"


class Place(NamedTuple):
    """A number at its place: tokens first:end without hedge and unit.

    `unit` is the symbol of its unit of measure ("" where it counts); `after` the first token behind number and unit,
    or, for a number that shares the words behind a second one ("12 و14 عاما"), behind that.
    """

    first: int
    end: int
    numeral: Numeral
    unit: str
    after: int
    is_hedged: bool
    is_range: bool


_ARTICLES = frozenset(("ال", "لل", "بال", "وال"))


@cache
def listed(section: str) -> frozenset[str]:
    """The folded words of a list of declined.toml."""
    return frozenset(fold(word) for word in str(read_table("declined")[section]).split())


def is_article(stream: Stream, index: int) -> bool:
    """Whether token `index` is an article written apart from its number ("الـ 16"); "إل" is a piece of a name."""
    return stream.folded(index) in _ARTICLES and stream.tokens[index].word.raw[0] != "إ"


def splits_at(stream: Stream, index: int) -> tuple[Split, ...]:
    """How token `index` may be read; nothing outside the stream."""
    return stream.tokens[index].word.splits if 0 <= index < len(stream.tokens) else ()


def is_one_of(stream: Stream, index: int, section: str) -> bool:
    """Whether token `index`, with or without proclitics, is a word of a list."""
    words = listed(section)
    return any(split.stem in words for split in splits_at(stream, index))


def has_before(stream: Stream, first: int, reach: int, section: str) -> bool:
    """Whether a word of a list stands among the `reach` tokens before token `first`."""
    return any(is_one_of(stream, index, section) for index in range(max(0, first - reach), first))
