"""Presence: what people are there for: aboard a craft, at work in a disaster, or to blow themselves up.

Each is one count whatever reports call them: first "soldiers" then "people" on a plane, "police and firefighters" then
"rescuers" in a flood, and suicide bombers whether they came, attacked or died.
"""

from __future__ import annotations

from tahqiq.model.claim import Figure
from tahqiq.model.folding import fold
from tahqiq.reconcile.lexicon import ABOARD, CARRYING, DETONATING, ROLES, SEARCHING, SERVICES
from tahqiq.reconcile.subjects import ABOARD_PREDICATE, DETONATED_PREDICATE, RESPONDING_PREDICATE, subject
from tahqiq.reconcile.words import stem, words

_BEFORE = 25
_AFTER = 60
_MIXED = 2
_OF_BOMBERS = frozenset(("present", "attacked", "killed", "other:count"))
_SERVICES = frozenset(map(stem, SERVICES))


def presence(figure: Figure) -> str:
    """The predicate of a figure, told more closely where people are counted as present, and for suicide bombers."""
    if figure.predicate in _OF_BOMBERS and any(r.key == "bomber" for r in map(ROLES.get, words(figure.counted)) if r):
        return DETONATED_PREDICATE
    if figure.predicate != "present" or not subject(figure.counted, figure.predicate).is_people:
        return figure.predicate
    raw, span = figure.span.text.raw, figure.span
    before = fold(raw[max(0, span.start - _BEFORE) : span.start]).split()
    after = fold(raw[span.end : span.end + _AFTER]).partition(".")[0].split()
    if (before and before[-1] in CARRYING) or _has(before, ABOARD) or _has(after, ABOARD):
        return ABOARD_PREDICATE
    if _has(after, DETONATING):
        return DETONATED_PREDICATE
    is_mixed = len({stem(word) for word in after} & _SERVICES) >= _MIXED
    return RESPONDING_PREDICATE if is_mixed or _has(after, SEARCHING) else figure.predicate


def _has(said: list[str], cues: tuple[str, ...]) -> bool:
    joined = f" {' '.join(said)}"
    return any(f" {cue}" in joined for cue in cues)
