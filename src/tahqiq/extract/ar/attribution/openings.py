"""What introduces the words of a speaker: أن and its kin, a colon, a quotation, a preposition, or nothing at all."""

from __future__ import annotations

from typing import NamedTuple

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Opening
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role, word_list
from tahqiq.extract.tokens import Kind

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ي", "نه", "نها", "نهم", "ك")
THAT = frozenset(lead + "ان" + end for lead in ("", "ب") for end in _PRONOUNS) | {"انا", "اني", "بانا"}
_NOT_THAT_AFTER = frozenset(
    "بعد قبل دون بدون رغم منذ غير حيث مجرد لدرجه بشرط برغم شان سوي حتي يمكن يجب ينبغي الا يفترض لابد".split()
)
_NOT_AFTER = {
    "علي": frozenset({"لسان", "حد"}),
    "من": frozenset("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها قبل خلال دون".split()),
}
_NAMED = frozenset({Role.GOVERNMENT, Role.ORGANIZATION, Role.AGENCY, Role.OUTLET, Role.DOCUMENT})
_MANNERS = frozenset("اغلبيه غالبيه اجماع اصوات تصويت".split())  # of how a house votes: "أقر المجلس بأغلبية"
_REACH = 48
_LONGEST_NAME = 6
_MEDIUM = 3  # tokens up to the closing mark of a medium's name (على "تويتر")


class Found(NamedTuple):
    """How content begins: its first token, and where the introducing words begin."""

    opening: Opening
    content: int
    introducer: int


def opening(scan: Scan, start: int, stop: int, cue: Cue) -> Found | None:
    """The first thing from `start` on that can introduce content of `cue`, or None before `stop`."""
    index, embedded = start, 0
    while index < min(stop, start + _REACH):
        found = None if embedded and _is_that(scan, index) else _opens(scan, index, stop, cue)
        if found is not None:
            return found
        embedded -= int(bool(embedded) and _is_that(scan, index))
        embedded += _embeds(scan, index)
        if _breaks(scan, index, start):
            return None
        closing = scan.closing(index)
        index = closing + 1 if closing is not None else index + 1
    return None


def _is_that(scan: Scan, index: int) -> bool:
    """Whether أن introduces words there; after بعد, قبل, دون it only joins clauses."""
    return scan.folded(index) in THAT and scan.folded(index - 1) not in _NOT_THAT_AFTER


def _opens(scan: Scan, index: int, stop: int, cue: Cue) -> Found | None:
    if scan.mark(index) == ":" and not _is_clock(scan, index):
        return _after_colon(scan, index, stop)
    if scan.closing(index) is not None:
        return None if _is_name(scan, index, stop, cue) else Found(Opening.QUOTE, index, index)
    if _is_that(scan, index):
        return Found(Opening.THAT, index + 1, index) if index + 1 < stop else None
    return _by_preposition(scan, index, stop, cue)


def _after_colon(scan: Scan, index: int, stop: int) -> Found | None:
    after = index + 1
    if after >= stop:
        return None
    if (scan.folded(after) in THAT and scan.folded(after) != "ان") or scan.folded(after) == "ان":
        return Found(Opening.THAT, after + 1, index)
    return Found(Opening.QUOTE if scan.closing(after) is not None else Opening.COLON, after, index)


def _is_clock(scan: Scan, index: int) -> bool:
    tokens = scan.stream.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].word.kind is Kind.DIGITS
        and tokens[index + 1].word.kind is Kind.DIGITS
        and scan.stream.glued(index + 1)
    )


def _is_name(scan: Scan, index: int, stop: int, cue: Cue) -> bool:
    """Whether a short quotation is a name inside the phrase: something after it still introduces the content."""
    closing = scan.closing(index)
    if closing is None or closing - index > _LONGEST_NAME or closing >= stop:
        return False
    before = scan.at(index - 1)
    if (scan.stream.glued(index) and before.is_word) or (before.role in _NAMED and not before.definite):
        return True
    if before.role is Role.PREPOSITION and closing - index <= _MEDIUM and scan.folded(index - 1) not in cue.takes:
        return True
    return any(
        scan.folded(i) in THAT
        or scan.mark(i) == ":"
        or (scan.folded(i) in cue.takes and scan.at(i).role is Role.PREPOSITION)
        or (scan.closing(i) or 0) - i > _LONGEST_NAME
        for i in range(closing + 1, min(stop, closing + 25))
    )


def _by_preposition(scan: Scan, index: int, stop: int, cue: Cue) -> Found | None:
    folded, s = scan.folded(index), scan.at(index)
    if folded in cue.takes and folded != "ان" and s.role is Role.PREPOSITION:
        led = scan.at(index + 1)
        if scan.folded(index + 1) in _NOT_AFTER.get(folded, ()) or (
            folded == "علي" and led.stem in word_list("circumstances", "media")
        ):
            return None
        after = index + 2 if scan.folded(index + 1) in THAT else index + 1
        return Found(Opening.PREPOSITION, after, index) if after < stop else None
    if s.stem in _MANNERS:
        return None
    letter = s.preposition if s.preposition in ("ب", "ل") else folded if folded in ("ب", "ل") else ""
    is_aside = s.role is Role.TIME or _is_setting(scan, index) or _is_told(scan, index, stop)
    if letter and letter in cue.takes and not is_aside:
        return Found(Opening.PREPOSITION, index + 1 if folded == letter else index, index)
    return None


def _is_setting(scan: Scan, index: int) -> bool:
    """ب and ل that lead a place, a body or a listener instead of content ("لوكالة", "بالقاهرة", "بدوره")."""
    s = scan.at(index)
    is_told_of = s.preposition == "ب" and s.role in (Role.ANONYMOUS, Role.WITNESS, Role.DOCUMENT)
    return (
        (s.role in HEADS and not is_told_of)
        or s.stem in ("دوره", "دورها", "دورهم", "حسب", "اسم", "شكل", "صوره")
        or scan.folded(index - 1)
        in (
            "المتحدث",
            "الناطق",
        )
    )


def _is_told(scan: Scan, index: int, stop: int) -> bool:
    """Whether ل leads a listener's name in quotation marks, and what is said follows ("لـ«الميدان» أن")."""
    closing = scan.closing(index + 1)
    if scan.folded(index) != "ل" or closing is None or closing - index > _LONGEST_NAME:
        return False
    after = closing + 2 if scan.is_comma(closing + 1) else closing + 1
    return after < stop and (_is_that(scan, after) or scan.mark(after) == ":")


def _embeds(scan: Scan, index: int) -> int:
    """1 where a verb of saying inside a relative clause will take the next أن for itself."""
    s = scan.at(index)
    is_verb = s.role is Role.NONE and any(c.form is Form.VERB for c in s.cues) and not s.is_name and not s.definite
    return int(is_verb and scan.at(index - 1).role is Role.RELATIVE)


def _breaks(scan: Scan, index: int, start: int) -> bool:
    """A new verb of saying, or a participle after a comma, ends the search."""
    s = scan.at(index)
    if s.role is not Role.NONE or index == start or s.definite or s.is_name:
        return False
    if any(c.form is Form.PARTICIPLE and not c.attached for c in s.cues):
        return scan.is_comma(index - 1)
    starts = bool(s.joined) or scan.is_comma(index - 1) or scan.at(index - 1).role is Role.CONJUNCTION
    return starts and any(c.form is Form.VERB for c in s.cues)
