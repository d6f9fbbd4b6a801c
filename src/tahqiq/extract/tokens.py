"""One pass over a Text: tokens with their place, folded form and possible proclitic splits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from tahqiq.model.folding import fold, fold_char
from tahqiq.model.text import Span, Text


class Kind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    DIGITS = "digits"
    MARK = "mark"
    NEWLINE = "newline"


class Split(NamedTuple):
    """One way to read a word: its proclitics ("و", "بال", "" …) and what is left; "لل" is given as "لال"."""

    proclitics: str
    stem: str


@dataclass(frozen=True, slots=True)
class Word:
    """What can be known of a token from its letters alone; shared by all tokens with the same letters.

    `folded` is the orthographically folded form (of digits: ASCII digits). `splits` begins with the whole word; the
    rest peel proclitics off an Arabic word, the shortest first; at least two letters are left over.
    """

    raw: str
    folded: str
    kind: Kind
    splits: tuple[Split, ...]

    @property
    def is_arabic(self) -> bool:
        """Whether the word is written in the Arabic script."""
        return self.kind is Kind.WORD and "\u0621" <= self.folded[:1] <= "\u06d3"


class Token(NamedTuple):
    """A word at a place: raw code points start:end of the Text."""

    start: int
    end: int
    word: Word


_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_TOKEN = re.compile(rf"(?:[^\W\d_][{_MARKS}]*)+|\d+|\n|[^\w\s{_MARKS}]|_", re.UNICODE)

_PROCLITICS = tuple(
    sorted(
        (
            (written, "لال".join(written.rsplit("لل", 1)) if written.endswith("لل") else written)
            for written in "و ف ب ل ك ال وال فال بال كال لل ولل فلل وبال فبال وكال وب فب ول فل وك س وس فس".split()
        ),
        key=lambda pair: len(pair[0]),
    )
)
_MIN_STEM = 2
COMMAS = frozenset("،,؛;")


def _splits(folded: str) -> tuple[Split, ...]:
    peeled = (
        Split(name, folded[len(written) :])
        for written, name in _PROCLITICS
        if folded.startswith(written) and len(folded) - len(written) >= _MIN_STEM
    )
    return (Split("", folded), *peeled)


@lru_cache(maxsize=1 << 17)
def word_of(raw: str) -> Word:
    """The analysis of one written token; it holds at least one code point that folding keeps."""
    folded = fold(raw)
    if raw == "\n":
        return Word(raw, raw, Kind.NEWLINE, (Split("", raw),))
    if folded.isdecimal():
        return Word(raw, folded, Kind.DIGITS, (Split("", folded),))
    if raw[0].isalpha() or raw[0].isalnum():
        return Word(raw, folded, Kind.WORD, _splits(folded) if folded else (Split("", folded),))
    return Word(raw, folded, Kind.MARK, (Split("", folded),))


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of a Text in order, without those of its excluded stretches.

    Rules work on token indexes; `span` brings a half-open range of them back to the Text.
    """

    text: Text
    tokens: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def folded(self, index: int) -> str:
        """The folded form of a token, "" outside the stream."""
        return self.tokens[index].word.folded if 0 <= index < len(self.tokens) else ""

    def glued(self, index: int) -> bool:
        """Whether token `index` follows its predecessor without a space between."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def span(self, first: int, end: int, *, skip: int = 0) -> Span:
        """The Text under tokens first:end; `skip` leaves out that many folded letters of the first (proclitics)."""
        begin = self.tokens[first]
        start = begin.start + _raw_length(begin.word.raw, skip)
        return Span(self.text, start, self.tokens[end - 1].end)


def _raw_length(raw: str, letters: int) -> int:
    """How many code points of `raw` carry its first `letters` folded letters, with their marks."""
    if not letters:
        return 0
    seen = 0
    for index, char in enumerate(raw):
        width = len(fold_char(char))
        if width and seen >= letters:
            return index
        seen += width
    return 0


def tokenize(text: Text) -> Stream:
    """Cut a Text into tokens in one linear pass; letters, digit runs, single marks and newlines; blanks fall away."""
    tokens = [Token(*m.span(), word_of(m.group())) for m in _TOKEN.finditer(text.raw)]
    if not text.excluded:
        return Stream(text, tuple(tokens))
    return Stream(text, tuple(t for t in tokens if not text.is_excluded(t.start, t.end)))
