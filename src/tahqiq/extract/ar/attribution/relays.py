"""To whom it was said: "لوكالة فرانس برس", "في تصريح لصحيفة", "لرويترز" make the chain of relays."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.outlets import led_outlet
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import Role

_OUTLETS = frozenset({Role.AGENCY, Role.OUTLET})


def relays(scan: Scan, start: int, stop: int) -> tuple[Phrase, ...]:
    """The agencies and outlets addressed in tokens start:stop, in text order."""
    found = []
    index = start
    while index < stop:
        phrase = _relay(scan, index, stop)
        if phrase is not None:
            found.append(phrase)
        index = phrase.end if phrase else index + 1
    return tuple(found)


def _relay(scan: Scan, index: int, stop: int) -> Phrase | None:
    s = scan.at(index)
    led = led_outlet(scan, index)
    if led > index:
        return Phrase(index, led, 1)
    if s.preposition == "ل" and s.role in _OUTLETS:
        end = max(noun_phrase(scan, index, stop), index + 1)
        return Phrase(index, end, 1 if not s.definite else 0)
    if scan.folded(index) == "ل" and scan.closing(index + 1) is not None:
        end = scan.closing(index + 1) or index
        return Phrase(index + 2, end) if index + 2 < end <= stop else None
    if s.role in _OUTLETS and scan.folded(index - 1) in ("مع", "ل", "الي", "عبر", "علي"):
        end = max(noun_phrase(scan, index, stop), index + 1)
        return Phrase(index, end)
    return None
