"""Whose words a stretch of a report is: the innermost statement that holds it."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.model.claim import Statement
from tahqiq.model.text import Span

_LONGEST_GLOSS = 200


class Speech:
    """The statements of a text, asked for stretches in the order in which they begin; linear over all of them."""

    __slots__ = ("_coming", "_open")

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._coming = sorted(statements, key=lambda s: s.content.start, reverse=True)
        self._open: list[Statement] = []

    def holder(self, span: Span) -> Statement | None:
        """The innermost statement whose words hold `span`, None where the narrator speaks."""
        while self._coming and self._coming[-1].content.start <= span.start:
            self._open.append(self._coming.pop())
        self._open = [s for s in self._open if s.content.end > span.start]
        holding = (s for s in self._open if s.content.contains(span))
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def is_gloss(words: Span, span: Span) -> bool:
    """Whether a span stands in parentheses inside attributed words: that is the narrator's gloss."""
    before = words.text.raw[max(words.start, span.start - _LONGEST_GLOSS) : span.start]
    return before.rfind("(") > before.rfind(")")
