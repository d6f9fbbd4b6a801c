"""Cues: words around a number that say how it stands to others: overtaken, put right, or set against them."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.model.folding import fold
from tahqiq.model.text import Span
from tahqiq.reconcile.lexicon import CORRECTED, CORRECTED_AFTER, OPPOSED, SUPERSEDED
from tahqiq.reconcile.sentences import sentence_around

_NEAR = 45
_CLAUSE = 120
_AFTER = 25


def is_superseded(number: Span) -> bool:
    """Whether the words just before call it an earlier toll."""
    return _is_led_by(number, SUPERSEDED, _NEAR)


def is_correction(number: Span) -> bool:
    """Whether it puts an earlier number right: "the ministry corrected the toll to 64", "64 instead of 71"."""
    return _is_led_by(number, CORRECTED, _CLAUSE) or _is_followed_by(number, CORRECTED_AFTER)


def is_opposed(number: Span) -> bool:
    """Whether its sentence sets it against what others hold ("the true number", "allege")."""
    said = " ".join(fold(sentence_around(number).quote).split())
    return any(f" {linked}{cue} " in f" {said} " for cue in OPPOSED for linked in ("", "و", "ف"))


def _is_led_by(number: Span, cues: Sequence[str], reach: int) -> bool:
    """Whether one of the cues begins a word in the same sentence, at most `reach` before (after "and" too)."""
    start = max(number.start - reach, sentence_around(number).start)
    before = " ".join(fold(number.text.raw[start : number.start]).split())
    return any(f" {linked}{cue}" in f" {before}" for cue in cues for linked in ("", "و", "ف"))


def _is_followed_by(number: Span, cues: Sequence[str]) -> bool:
    after = " ".join(fold(number.text.raw[number.end : number.end + _AFTER]).split())
    return any(f" {cue}" in f" {after}" for cue in cues)
