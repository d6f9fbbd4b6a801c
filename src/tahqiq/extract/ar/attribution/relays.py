"""To whom it was said: "لوكالة فرانس برس", "في تصريح لصحيفة", "لرويترز" make the chain of relays."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.outlets import led_outlet
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import Role

_NEAR = 12
PUBLISHING = frozenset(
    "نشره نشرته نشرها نشرتها بثه بثته بثها بثتها نقله نقلته نقلها نقلتها اذاعه اذاعته اذاعها اذاعتها عرضه عرضته"
    " عرضها عرضتها اجراها اجرته اجرتها اوردته اوردتها".split()
)
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


def past_listener(scan: Scan, index: int, stop: int) -> int:
    """The token behind the medium that ل leads at `index` ("لصحيفة كذا", لـ"كذا"); `index` itself where none does."""
    phrase = _relay(scan, index, stop) if scan.folded(index).startswith("ل") else None
    if phrase is None:
        return index
    return phrase.end + int(scan.closing(phrase.first - 1) == phrase.end)


def quoted_source(scan: Scan, start: int, stop: int) -> Phrase | None:
    """Whom the grammatical subject quotes before the content ("ذكرت صحيفة نقلا عن مصادر أن")."""
    for index in range(start, min(stop, start + _NEAR)):
        if scan.at(index).stem == "نقلا" and scan.folded(index + 1) == "عن":
            end = noun_phrase(scan, index + 2, stop)
            return Phrase(index + 2, end) if end > index + 2 else None
    return None


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
    before = scan.folded(index - 1)
    if s.role in _OUTLETS and (before in ("مع", "ل", "الي", "عبر", "علي") or before in PUBLISHING):
        end = max(noun_phrase(scan, index, stop), index + 1)
        return Phrase(index, end)
    return None
