"""Where sentences begin and end, on tokens."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tahqiq.extract.tokens import Kind, Stream

_STOPS = frozenset(".!?؟…")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Half-open token ranges of sentences, in order, covering the stream."""

    bounds: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...]

    def at(self, index: int) -> tuple[int, int]:
        """The range of the sentence that holds token `index`."""
        return self.bounds[bisect_right(self._starts, index) - 1]


def sentences(stream: Stream) -> Sentences:
    """Cut at newlines and at stops that no digit or letter is glued to on both sides ("3.5", "U.N." stay whole)."""
    starts = [0]
    for index, token in enumerate(stream.tokens):
        kind = token.word.kind
        if kind is not Kind.WORD and kind is not Kind.DIGITS and _ends(stream, index, kind):
            starts.append(index + 1)
    if starts[-1] == len(stream.tokens) and len(starts) > 1:
        starts.pop()
    return Sentences(tuple(zip(starts, [*starts[1:], len(stream.tokens)], strict=True)), tuple(starts))


def _ends(stream: Stream, index: int, kind: Kind) -> bool:
    if kind is Kind.NEWLINE:
        return True
    if kind is not Kind.MARK or stream.folded(index) not in _STOPS:
        return False
    return not (stream.glued(index) and stream.glued(index + 1) and _is_inner(stream, index + 1))


def _is_inner(stream: Stream, index: int) -> bool:
    return stream.tokens[index].word.kind in (Kind.DIGITS, Kind.WORD) and stream.tokens[index - 2].word.kind in (
        Kind.DIGITS,
        Kind.WORD,
    )
