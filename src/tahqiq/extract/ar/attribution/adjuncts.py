"""Cues that hang on another clause: participles ("مضيفا أن"), verbal nouns ("قوله إن", "إعلان فلان أن")."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.name_parts import is_that
from tahqiq.extract.ar.attribution.openings import THAT, Found, opening
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role

QUOTING_PARTICIPLE = "participle, quoting"
_NEAR = 6
_SAID = Cue("say", Form.VERB, frozenset({"ان", "object"}))


def participle_at(scan: Scan, index: int, stop: int) -> Hit | None:
    """A participle of saying in the accusative whose content follows at once; its speaker is that of the clause."""
    s = scan.at(index)
    if s.role not in (Role.NONE, Role.OFFICE) or s.definite:
        return None
    for cue in s.cues:
        if cue.form is not Form.PARTICIPLE or cue.attached or not _hangs(scan, index, cue):
            continue
        quoting = _quoting(scan, index, stop, cue)
        if quoting is not None:
            return quoting
        found = _bare(scan, index + 1, stop, cue) or opening(scan, index + 1, stop, cue)
        near = _NEAR if s.role is Role.NONE else 1
        if found is not None and found.introducer - index <= near:
            speaker = _just_before(scan, index, cue)
            return Hit(Phrase(index, index + 1), cue, speaker, found.opening, found.content, "participle")
    return None


def _quoting(scan: Scan, index: int, stop: int, cue: Cue) -> Hit | None:
    """ "مشيرة، نقلا عن الأركان، إلى": what another said, as told by the speaker of the clause."""
    if not scan.is_comma(index + 1) or (scan.at(index + 2).stem, scan.folded(index + 3)) != ("نقلا", "عن"):
        return None
    end = noun_phrase(scan, index + 4, stop)
    found = opening(scan, end, stop, cue)
    if end == index + 4 or found is None or found.introducer - end > _NEAR:
        return None
    subject = Phrase(index + 4, end)
    return Hit(Phrase(index, index + 1), cue, subject, found.opening, found.content, QUOTING_PARTICIPLE)


def _just_before(scan: Scan, index: int, cue: Cue) -> Phrase | None:
    """The actor of another verb, if the participle follows him without a comma ("رد عليه فلان قائلا")."""
    for first in range(max(0, index - 5), index):
        s = scan.at(first)
        if (s.role in HEADS or s.is_name or s.definite) and noun_phrase(scan, first, index) == index:
            lead = scan.at(first - 1)
            is_verb = lead.role is Role.PRONOUN or any(c.form is Form.VERB for c in lead.cues)
            if is_verb and not s.preposition:
                return Phrase(first, index)
    return None


def _bare(scan: Scan, index: int, stop: int, cue: Cue) -> Found | None:
    """A bare object at once after the participle ("معلنا انطلاق", "منتقدا القرار")."""
    s = scan.at(index)
    is_object = s.is_word and (s.role not in FUNCTION or s.stem in ("هذا", "هذه", "ذلك")) and s.role is not Role.TIME
    if "object" not in cue.takes or index >= stop or not is_object or is_that(scan, index) or s.preposition:
        return None
    return Found(Opening.OBJECT, index, index)


def _hangs(scan: Scan, index: int, cue: Cue) -> bool:
    """A feminine or plural form is also an everyday adjective: it then needs a comma or a quotation before it."""
    if not cue.feminine and scan.folded(index).endswith("ا"):
        return True
    return scan.is_comma(index - 1) or bool(scan.mark(index - 1)) or scan.at(index).joined == "و"


def noun_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """A verbal noun with its content: "عن فلان قوله إن", "تأكيده أن", "إعلان الوزارة أن"."""
    s = scan.at(index)
    for cue in s.cues:
        if cue.form is not Form.NOUN or s.definite:
            continue
        hit = _possessed(scan, index, stop, cue) if cue.attached else _with_subject(scan, index, stop, cue)
        if hit is not None and hit.subject is None:
            subject, relayed = _quoted_from(scan, index, start)
            return hit._replace(subject=subject, relays=relayed)
        if hit is not None:
            return hit
    return None


def _possessed(scan: Scan, index: int, stop: int, cue: Cue) -> Hit | None:
    found = opening(scan, index + 1, stop, cue)
    if found is None or found.opening is Opening.PREPOSITION or found.introducer - index > 14:
        return None
    return Hit(Phrase(index, index + 1), cue, None, found.opening, found.content, "verbal noun")


def _quoted_from(scan: Scan, index: int, start: int) -> tuple[Phrase | None, tuple[Phrase, ...]]:
    """In "نقلت الوكالة عن فلان قوله", the person after عن, and the relay before it."""
    for about in range(index - 1, max(start, index - 30) - 1, -1):
        if scan.folded(about) == "عن":
            end = noun_phrase(scan, about + 1, index)
            if end > about + 1:
                return Phrase(about + 1, end), _relay_before(scan, about, start)
    return None, ()


def _relay_before(scan: Scan, about: int, start: int) -> tuple[Phrase, ...]:
    for verb in range(about - 1, max(start, about - 16) - 1, -1):
        if scan.at(verb).stem in ("نقل", "نقلت", "نقلته", "نسب", "نسبت", "ينقل", "تنقل", "نقلا"):
            end = noun_phrase(scan, verb + 1, about)
            return (Phrase(verb + 1, end),) if end > verb + 1 else ()
    return ()


def _with_subject(scan: Scan, index: int, stop: int, cue: Cue) -> Hit | None:
    """Only with a named speaker and أن at once after it: "إعلان فلان" alone is a thing, not a statement."""
    first = index + 1
    s = scan.at(first)
    if s.role not in HEADS and not s.is_name and not s.definite and scan.folded(first) not in THAT:
        return None
    end = noun_phrase(scan, first, stop)
    if scan.folded(end) not in THAT or end + 1 >= stop:
        return None
    subject = Phrase(first, end) if end > first else None
    return Hit(Phrase(index, index + 1), cue, subject, Opening.THAT, end + 1, "verbal noun", (), False)


def stated_at(scan: Scan, index: int, stop: int) -> Hit | None:
    """ "جاء في البيان أن", "ورد في الوثيقة أن": said by the document."""
    if scan.at(index).stem not in ("جاء", "جاءت", "ورد", "يرد", "وورد"):
        return None
    if scan.folded(index + 1) in ("فيه", "فيها"):
        return _said_therein(scan, index, stop)
    if scan.folded(index + 1) != "في":
        return None
    end = noun_phrase(scan, index + 2, stop)
    if end == index + 2 or scan.at(index + 2).role is not Role.DOCUMENT:
        return None
    found = opening(scan, end, stop, _SAID)
    if found is None:
        return None
    return Hit(Phrase(index, index + 2), _SAID, Phrase(index + 2, end), found.opening, found.content, "stated in")


def _said_therein(scan: Scan, index: int, stop: int) -> Hit | None:
    """ "نقلت الوكالة البيان الذي جاء فيه «...»": said by the document just named."""
    found = opening(scan, index + 2, stop, _SAID)
    if found is None or found.introducer > index + 2:
        return None
    last = index - 1 if scan.at(index - 1).role is Role.RELATIVE else index
    for first in range(last - 1, max(0, last - _NEAR) - 1, -1):
        if scan.at(first).role is Role.DOCUMENT and noun_phrase(scan, first, last) == last:
            phrase = Phrase(index, index + 2)
            return Hit(phrase, _SAID, Phrase(first, last), found.opening, found.content, "stated in")
    return None


def quoting_at(scan: Scan, index: int, stop: int) -> Hit | None:
    """ "نقلت وكالة عن مسؤول أن ...": said by the one after عن, relayed by the one before."""
    s = scan.at(index)
    if s.stem not in ("نقل", "نقلت", "ينقل", "تنقل") or s.joined not in ("", "و", "ف"):
        return None
    relay_end = noun_phrase(scan, index + 1, stop)
    about = next((i for i in range(relay_end, min(stop, relay_end + 8)) if scan.folded(i) == "عن"), None)
    if about is None:
        return None
    end = noun_phrase(scan, about + 1, stop)
    if end == about + 1:
        return None
    told = (Phrase(index + 1, relay_end),) if relay_end > index + 1 else ()
    if scan.folded(end) == "عن" and scan.at(about + 1).role in (Role.AGENCY, Role.OUTLET):
        inner = noun_phrase(scan, end + 1, stop)
        if inner > end + 1:
            told, about, end = (Phrase(about + 1, end), *told), end, inner
    hit = Hit(Phrase(index, index + 1), _SAID, Phrase(about + 1, end), Opening.OBJECT, end, "quoted from", told)
    found = opening(scan, end, min(stop, end + 24), _SAID)
    if found is not None:
        return hit._replace(opening=found.opening, content=found.content)
    return hit if scan.at(end).is_action else None
