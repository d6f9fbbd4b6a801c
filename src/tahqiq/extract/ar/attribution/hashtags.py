"""Hashtags are read as the words they hold: "دونالد #ترمب", "#الشيخ_حمد_بن_سالم"."""

from __future__ import annotations

from tahqiq.extract.tokens import Kind, Stream


def without_hashtags(stream: Stream) -> Stream:
    """The stream less "#" before a word and "_" between two; spans still point into the whole text."""
    marks = [i for i, token in enumerate(stream.tokens) if token.word.raw in ("#", "_") and _holds(stream, i)]
    if not marks:
        return stream
    left_out = frozenset(marks)
    return Stream(stream.text, tuple(token for i, token in enumerate(stream.tokens) if i not in left_out))


def _holds(stream: Stream, mark: int) -> bool:
    """Whether a mark stands right before a word."""
    after = mark + 1
    return stream.glued(after) and stream.tokens[after].word.kind in (Kind.WORD, Kind.DIGITS)
