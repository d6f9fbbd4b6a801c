"""Attribution by a colon alone: "فلان: ..." in headlines, subheadings and after a comma or two points."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.name_parts import is_name_part
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role

_CUE = Cue("say", Form.VERB, frozenset())
_LONGEST = 9
_FINDINGS = frozenset("تقارير دراسه دراسات استطلاع ابحاث احصاءات احصاييات".split())
_TOPICS = frozenset({Role.DOCUMENT, Role.STATE})


def colon_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is the colon at `index`: all before it in the sentence is the name of a source."""
    if scan.mark(index) != ":" or index + 1 >= stop or not 0 < index - start <= _LONGEST:
        return None
    first = start
    if not _is_speaker(scan, first, index):
        return None
    end = noun_phrase(scan, first, index)
    if end != index:
        return None
    content = index + 1
    opening = Opening.QUOTE if scan.closing(content) is not None else Opening.COLON
    return Hit(
        Phrase(index, index + 1), _CUE, Phrase(first, end, len(scan.at(first).joined)), opening, content, "colon"
    )


def _is_speaker(scan: Scan, first: int, end: int) -> bool:
    """A person, a body or an anonymous speaker; a place or a topic before a colon says nothing."""
    s = scan.at(first)
    if s.preposition:
        return False
    if s.stem in _FINDINGS and not s.definite:
        return True
    if s.role in HEADS and s.role not in _TOPICS:
        return True
    if s.cues or s.is_action:
        return False
    return is_name_part(scan, first) or (s.definite and end - first == 1 and not s.is_known)
