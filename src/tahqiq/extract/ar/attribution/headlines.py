"""Attribution by a colon alone: "فلان: ..." in headlines, subheadings and after a comma or two points."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.name_parts import is_name_part
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.relays import relays
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role, word_list

_CUE = Cue("say", Form.VERB, frozenset())
_LONGEST = 9
_SHORTEST_HEADLINE, _LONGEST_CREDIT = 3, 4
_BEFORE_SPEAKER = frozenset("-–—(")
_UNNAMED = frozenset({Role.ANONYMOUS, Role.WITNESS})
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
    told = relays(scan, end, index)
    is_all = end == index or (bool(told) and told[-1].end >= index - 1)
    if end == first or not is_all or _is_credit(scan, first, index, stop):
        return None
    content = index + 1
    opening = Opening.QUOTE if scan.closing(content) is not None else Opening.COLON
    subject = Phrase(first, end, len(scan.at(first).joined))
    return Hit(Phrase(index, index + 1), _CUE, subject, opening, content, "colon", told)


def credited_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution of a headline to the unnamed speaker at its end: "... - مسؤول", "... (شهود)"."""
    if start or index - start < _SHORTEST_HEADLINE or scan.mark(index) not in _BEFORE_SPEAKER:
        return None
    end = noun_phrase(scan, index + 1, stop)
    is_last = end == stop or (scan.mark(index) == "(" and scan.mark(end) == ")" and end + 1 == stop)
    if end == index + 1 or not is_last or scan.at(index + 1).role not in _UNNAMED:
        return None
    return Hit(Phrase(index, index + 1), _CUE, Phrase(index + 1, end), Opening.BEFORE, start, "credited at the end")


def _is_own_act(scan: Scan, index: int) -> bool:
    """Whether what follows a state and a colon is in its own voice: "لن نتراجع", "سنرد", "إحباط هجوم", a quotation."""
    word, after = scan.folded(index), scan.folded(index + 1)
    speaks = (word in ("لن", "لا", "لم") and after.startswith("ن")) or word.startswith("سن")
    return speaks or scan.closing(index) is not None or scan.at(index).stem in word_list("circumstances", "own_acts")


def _is_credit(scan: Scan, first: int, colon: int, stop: int) -> bool:
    """Whether a line only names where it comes from: "المصدر: وكالات"."""
    is_source = scan.folded(first) == "المصدر" and colon == first + 1
    return is_source and stop - colon <= _LONGEST_CREDIT


def _is_speaker(scan: Scan, first: int, end: int) -> bool:
    """A person, a body or an anonymous speaker; a place or a topic before a colon says nothing."""
    s = scan.at(first)
    if s.preposition:
        return False
    if s.stem in _FINDINGS and not s.definite:
        return True
    if s.role in HEADS and (s.role not in _TOPICS or (s.role is Role.STATE and _is_own_act(scan, end + 1))):
        return True
    if s.cues or s.is_action:
        return False
    return is_name_part(scan, first) or (s.definite and end - first == 1 and not s.is_known)
