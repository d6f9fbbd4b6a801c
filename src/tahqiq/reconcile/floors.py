"""Floors: counts of what is documented, below which the whole cannot lie."""

from __future__ import annotations

from tahqiq.model.claim import Figure
from tahqiq.model.folding import fold
from tahqiq.reconcile.lexicon import DOCUMENTED, ROLES
from tahqiq.reconcile.words import words

_REACH = 30


def is_floor(figure: Figure) -> bool:
    """Whether bodies are counted, or persons known by name ("we have the names of 112 of them")."""
    if any(word in ROLES and ROLES[word].key == "body" for word in words(figure.counted)):
        return True
    span = figure.span
    before = fold(span.text.raw[max(0, span.start - _REACH) : span.start]).split()[-2:]
    return any(DOCUMENTED.intersection((word, word.removeprefix("و"))) for word in before)
