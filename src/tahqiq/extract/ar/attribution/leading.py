"""Verbs that lead up to a noun of saying: "سارع الوزير إلى نفي الخبر", "اكتفى بالقول إن", "جدد تأكيده على"."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form, cue_words
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.openings import Found, opening
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.subjects import antecedent, is_source, subject_before, subject_end
from tahqiq.extract.ar.attribution.words import FUNCTION, Role, word_list

LED = "led up to"
_LEAD = Cue("lead", Form.VERB, frozenset({"object"}))
_NEGATIONS = frozenset("لم لن لا ما فلم ولم ولا".split())
_BARE = frozenset({"deny", "confirm", "condemn", "warn"})  # what "إلى نفي الخبر" can be; "على دعوة الضيوف" is a deed
_REACH, _NEAR = 5, 4  # tokens from a speaker to the noun, and from the noun to what introduces the content


def led_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is a leading verb at `index` together with its noun of saying, or None."""
    is_verb = scan.at(index).stem in word_list("cues", "leading") and not scan.at(index).definite
    if not is_verb or scan.folded(index - 1) in _NEGATIONS:
        return None
    end = subject_end(scan, index + 1, stop, _LEAD)
    if is_source(scan, index + 1, end):
        return _noun_after(scan, index, Phrase(index + 1, end), stop)
    before = antecedent(scan, index, start) or subject_before(scan, index, start)
    if before is None and not (scan.at(index).joined or index == start or scan.is_comma(index - 1)):
        return None
    return _noun_after(scan, index, before, stop)


def _noun_after(scan: Scan, index: int, subject: Phrase | None, stop: int) -> Hit | None:
    first = index + 1 if subject is None or subject.end <= index else subject.end
    for noun in range(first, min(stop, first + _REACH)):
        cue = _noun_cue(scan, noun)
        found = _content(scan, noun, stop, cue) if cue is not None else None
        if cue is not None and found is not None:
            return Hit(
                Phrase(index, noun + 1), cue._replace(attached=False), subject, found.opening, found.content, LED
            )
        if not _may_stand_between(scan, noun):
            return None
    return None


def _may_stand_between(scan: Scan, index: int) -> bool:
    """Whether a word between a speaker and the noun is a preposition, a time, a comma or a talk ("أنهى كلمته بـ")."""
    s = scan.at(index)
    is_talk = s.stem in word_list("circumstances", "media")
    return (
        is_talk or scan.is_comma(index) or s.role in (Role.TIME, Role.PREPOSITION) or scan.folded(index) in ("ب", "ل")
    )


def _content(scan: Scan, noun: int, stop: int, cue: Cue) -> Found | None:
    after = scan.at(noun + 1)
    is_object = after.is_word and after.role not in FUNCTION and after.role is not Role.TIME and not after.preposition
    found = opening(scan, noun + 1, min(stop, noun + 1 + _NEAR), cue)
    if found is not None and found.introducer == noun + 1:
        return found
    if "object" in cue.takes and is_object and noun + 1 < stop and not after.joined:
        return Found(Opening.OBJECT, noun + 1, noun + 1)
    return found


def _noun_cue(scan: Scan, index: int) -> Cue | None:
    """The reading of a word as a verbal noun of saying, with or without a pronoun."""
    s = scan.at(index)
    cue = next((c for c in (*s.cues, *cue_words().get(s.stem, ())) if c.form is Form.NOUN), None)
    return cue if cue is not None and (s.definite or cue.attached or cue.act in _BARE) else None
