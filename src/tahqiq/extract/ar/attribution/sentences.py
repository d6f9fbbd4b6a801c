"""Sentences: stretches of tokens that end at a full stop, a question mark or a line, but never inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tahqiq.extract.ar.attribution.quotes import Quotes
from tahqiq.extract.tokens import Kind, Stream

_ENDS = frozenset(".؟?!…")
_CLOSERS = frozenset("\"”»›'’)]")
_STOPS = _ENDS | _CLOSERS
_SHORT = 3  # letters of a part of an abbreviation ("إن.إتش.كيه")


class Sentence(NamedTuple):
    """Tokens first:end without the closing mark."""

    first: int
    end: int


def sentences(stream: Stream, marks: Quotes) -> Iterator[Sentence]:
    """The sentences of a stream, in order."""
    first = 0
    for index in range(len(stream.tokens)):
        if not _ends_at(stream, marks, index):
            continue
        if index > first:
            yield Sentence(first, index if stream.folded(index) not in _CLOSERS else index + 1)
        first = index + 1
    if first < len(stream.tokens):
        yield Sentence(first, len(stream.tokens))


def _ends_at(stream: Stream, marks: Quotes, index: int) -> bool:
    word = stream.tokens[index].word
    if word.kind is Kind.NEWLINE:
        return marks.inside[index] < 0
    if word.raw not in _STOPS or marks.inside[index] >= 0:
        return False
    if word.raw in _ENDS:
        return _is_stop(stream, index)
    return (
        word.raw in _CLOSERS and stream.folded(index - 1) in (".", "؟", "!", "?") and _sentence_follows(stream, index)
    )


def _is_stop(stream: Stream, index: int) -> bool:
    """Whether a point ends a sentence: none inside a number, an address, or after a single letter (د. محمد)."""
    if stream.folded(index) != ".":
        return True
    before = stream.tokens[index - 1].word if index else None
    if before is not None and before.kind is Kind.WORD and len(before.folded) == 1 and stream.glued(index):
        return False
    if not stream.glued(index + 1):
        return True
    if before is not None and stream.glued(index) and len(before.folded) <= _SHORT:
        return False
    after = stream.tokens[index + 1].word
    return after.kind is not Kind.DIGITS and not (after.kind is Kind.WORD and not after.is_arabic)


def _sentence_follows(stream: Stream, index: int) -> bool:
    following = stream.folded(index + 1)
    return following not in ("،", ",", "؛", ":", "-", "")
