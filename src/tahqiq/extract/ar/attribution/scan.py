"""A report's tokens with what attribution needs to know of each: its senses and the quotation around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tahqiq.extract.ar.attribution.quotes import Quotes, quotes
from tahqiq.extract.ar.attribution.words import OUTSIDE, Sense, sense
from tahqiq.extract.tokens import Kind, Stream

COMMAS = frozenset("،,؛;")


class Phrase(NamedTuple):
    """Tokens first:end; `skip` folded letters of the first are proclitics."""

    first: int
    end: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """The stream, the sense of every token, and its quotations."""

    stream: Stream
    senses: tuple[Sense, ...]
    marks: Quotes

    def at(self, index: int) -> Sense:
        """The sense of a token; outside the stream, one that is no word."""
        return self.senses[index] if 0 <= index < len(self.senses) else OUTSIDE

    def mark(self, index: int) -> str:
        """The written mark at a token, "" where there is none."""
        if not 0 <= index < len(self.stream.tokens):
            return ""
        word = self.stream.tokens[index].word
        return word.raw if word.kind is Kind.MARK else ""

    def is_comma(self, index: int) -> bool:
        """Whether a comma stands there."""
        return self.mark(index) in COMMAS

    def closing(self, index: int) -> int | None:
        """The closing mark of a quotation that opens at `index`, or None."""
        return self.marks.partner.get(index)

    def folded(self, index: int) -> str:
        """The folded word at a token."""
        return self.stream.folded(index)

    def size(self) -> int:
        """How many tokens there are."""
        return len(self.senses)


def scan(stream: Stream) -> Scan:
    """Look at every token once."""
    return Scan(stream, tuple(sense(token.word.raw) for token in stream.tokens), quotes(stream))
