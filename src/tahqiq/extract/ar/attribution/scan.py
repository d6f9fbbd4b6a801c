"""A report's tokens with what attribution needs to know of each: its senses and the quotation around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tahqiq.extract.actors import Actors
from tahqiq.extract.ar.attribution.cues import Form
from tahqiq.extract.ar.attribution.quotes import Quotes, quotes
from tahqiq.extract.ar.attribution.words import OUTSIDE, Role, Sense, sense, word_list
from tahqiq.extract.tokens import COMMAS, Kind, Stream, Word

_PADDING = ("",) * 64


class Phrase(NamedTuple):
    """Tokens first:end; `skip` folded letters of the first are proclitics."""

    first: int
    end: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """The stream, the sense, folded word and mark of every token, its quotations, and who is known by name.

    `surnames` are definite words that somewhere follow a name. The rows are padded at their end, so that looking a few
    tokens before the first or behind the last finds nothing.
    """

    stream: Stream
    senses: tuple[Sense, ...]
    words: tuple[str, ...]
    signs: tuple[str, ...]
    marks: Quotes
    surnames: frozenset[str]
    actors: Actors

    def at(self, index: int) -> Sense:
        """The sense of a token; outside the stream, one that is no word."""
        return self.senses[index]

    def mark(self, index: int) -> str:
        """The written mark at a token, "" where there is none."""
        return self.signs[index]

    def is_comma(self, index: int) -> bool:
        """Whether a comma stands there."""
        return self.signs[index] in COMMAS

    def closing(self, index: int) -> int | None:
        """The closing mark of a quotation that opens at `index`, or None."""
        return self.marks.partner.get(index)

    def folded(self, index: int) -> str:
        """The folded word at a token."""
        return self.words[index]

    def takes_up(self, index: int) -> bool:
        """Whether a preposition stands there with the pronoun that takes up the noun before ("حصلت عليها")."""
        return self.words[index] in word_list("circumstances", "references_back")

    def size(self) -> int:
        """How many tokens there are."""
        return len(self.stream.tokens)


def scan(stream: Stream, actors: Actors) -> Scan:
    """Look at every token, and again at those whose و, ل or ب only the report itself shows ("وأردوغان")."""
    tokens = [token.word for token in stream.tokens]
    words = (*(word.folded for word in tokens), *_PADDING)
    seen = set(words)
    alone = [_in_company(word, seen) for word in tokens]
    read = [_as_kunya(alone, words, index) for index in range(len(alone))]
    senses = (*(_as_ministry(read, index) for index in range(len(read))), *(OUTSIDE for _ in _PADDING))
    signs = (*(word.raw if word.kind is Kind.MARK else "" for word in tokens), *_PADDING)
    pairs = zip(senses, senses[1:], words[1:], strict=False)
    surnames = frozenset(word for given, s, word in pairs if given.is_name and s.definite and s.role is Role.NONE)
    return Scan(stream, senses, words, signs, quotes(stream), surnames, actors)


def _as_kunya(senses: list[Sense], words: tuple[str, ...], index: int) -> Sense:
    """أم before a name and after a verb of saying or a title is "mother of" ("قالت أم سعيد"), else "or"."""
    s = senses[index]
    if words[index] != "ام" or not index or index + 1 == len(senses) or not senses[index + 1].is_name:
        return s
    before = senses[index - 1]
    is_led = before.role in (Role.OFFICE, Role.HONORIFIC, Role.WITNESS) or any(c.form is Form.VERB for c in before.cues)
    return s._replace(role=Role.NONE, is_name=True) if is_led else s


def _as_ministry(senses: list[Sense], index: int) -> Sense:
    """The field of a ministry before an adjective of nationality stands for the ministry ("الدفاع الروسية")."""
    s, after = senses[index], senses[index + 1] if index + 1 < len(senses) else OUTSIDE
    is_field = s.definite and s.role is Role.NONE and s.stem in word_list("bodies", "fields")
    is_one = is_field and after.definite and after.stem.endswith("ه") and after.has_nationality
    return s._replace(role=Role.GOVERNMENT) if is_one else s


def _in_company(word: Word, seen: set[str]) -> Sense:
    s = sense(word.raw)
    if s.role is not Role.NONE or s.is_known or s.is_name or s.joined or s.preposition or len(word.folded) < 5:
        return s
    letter = word.folded[0]
    if letter not in "وفلب" or word.folded[1:] not in seen:
        return s
    alone = sense(word.raw[1:])
    return alone._replace(joined=letter) if letter in "وف" else alone._replace(preposition=letter)
