"""Finite verbs of saying: "قال فلان إن", "فلان قال إن", "وأضاف أن", "أعلنت الوزارة مقتل"."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.objects import content_after
from tahqiq.extract.ar.attribution.openings import THAT, Found
from tahqiq.extract.ar.attribution.phrases import is_that, noun_phrase
from tahqiq.extract.ar.attribution.relays import relays
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.subjects import (
    antecedent,
    is_source,
    late,
    mouthpiece,
    named_end,
    subject_before,
    subject_end,
)
from tahqiq.extract.ar.attribution.words import Role

_NEAR = 4
_NEGATIONS = frozenset("لم لن لا ولم ولن ولا فلم ما وما".split())
_HEARSAY = frozenset("يذكر يشار يقال قيل يعتقد يزعم يتوقع يرجح يخشي يقدر".split())
_ABOUT = frozenset("عليه عليها فيه فيها له لها عنه عنها اليه اليها لهم به بها".split())
_ATTACHABLE = frozenset({"believe", "say", "accuse", "ask", "call_for", "answer", "warn", "threaten"})


def verb_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is the finite verb at `index` of the clause run start:stop, or None."""
    s = scan.at(index)
    if (s.role is not Role.NONE and not _is_made_clear(scan, index)) or s.definite or _is_no_assertion(scan, index):
        return None
    for cue in s.cues:
        if cue.form is Form.VERB:
            hit = _read(scan, index, start, stop, cue)
            if hit is not None:
                return hit
    return None


def _refers_back(scan: Scan, index: int) -> bool:
    """ "..., الأمر الذي نفاه", "..., وهو ما أكده": the content stands before the cue."""
    pair = (scan.folded(index - 2), scan.folded(index - 1))
    return pair in (("الامر", "الذي"), ("وهو", "ما"), ("هو", "ما"), ("وهذا", "ما"), ("هذا", "ما"))


def _about_before(scan: Scan, index: int, stop: int, cue: Cue) -> Hit | None:
    end = noun_phrase(scan, index + 1, stop)
    if not is_source(scan, index + 1, end) or scan.folded(end) in THAT:
        return None
    return Hit(
        Phrase(index, index + 1), cue, Phrase(index + 1, end), Opening.BEFORE, index - 2, "verb after its content"
    )


def _is_made_clear(scan: Scan, index: int) -> bool:
    """بيّن, which without its shadda is "between": أن or the written shadda tells."""
    return scan.at(index).stem == "بين" and (is_that(scan, index + 1) or "\u0651" in scan.stream.tokens[index].word.raw)


def _says_of(scan: Scan, index: int) -> bool:
    """ "ما وصفه فلان", "ما علق عليه فلان": ما is what is spoken of, not "not"."""
    spoken = any(c.attached for c in scan.at(index).cues) or scan.folded(index + 1) in (*_ABOUT, "انه", "انها", "انهم")
    return scan.folded(index - 1) == "ما" and spoken


def _is_no_assertion(scan: Scan, index: int) -> bool:
    """Negated, subjunctive after أن, or rather a noun after a preposition."""
    before = scan.at(index - 1)
    if (
        (scan.folded(index - 1) in _NEGATIONS and not _says_of(scan, index))
        or scan.folded(index - 1) == "مما"
        or (before.role is Role.PREPOSITION
        and not scan.at(index).joined)
    ):
        return True
    return scan.folded(index - 1) in ("ان", "بان", "لن", "كي", "لكي") and any(c.present for c in scan.at(index).cues)


def _read(scan: Scan, index: int, start: int, stop: int, cue: Cue) -> Hit | None:
    if cue.attached and _refers_back(scan, index):
        return _about_before(scan, index, stop, cue)
    before = subject_before(scan, index, start)
    if before is not None:
        found = content_after(scan, index + 1, stop, cue)
        return (
            _hit(scan, index, cue, before, found, "subject verb")
            if found and not _is_believed(scan, index, found)
            else None
        )
    first = index + 2 if scan.folded(index + 1) in _ABOUT else index + 1
    end = subject_end(scan, first, stop, cue)
    found = content_after(scan, end, stop, cue)
    if scan.closing(first) == end - 1 and (found is None or found.opening is Opening.QUOTE):
        end, found = first, Found(Opening.QUOTE, first, first)
    if found is not None and not is_source(scan, first, end) and not _speaks_anyway(scan, first, end, found):
        end = first
        found = content_after(scan, end, stop, cue)
    if found is None or (end == first and _is_nobody(scan, index, cue, found)):
        return None
    if "only" in cue.takes and found.opening is not Opening.THAT:
        return None
    if cue.attached and cue.act not in _ATTACHABLE:
        return None
    if cue.act == "threaten" and found.opening is Opening.PREPOSITION and found.introducer - end > _NEAR:
        return None
    if end > first and scan.closing(first) == end - 1 and cue.act == "believe":
        return None
    if not cue.takes and found.introducer - end > 3:
        return None
    subject = Phrase(first, named_end(scan, first, end, found.introducer)) if end > first else None
    if subject is None and not cue.attached:
        subject = antecedent(scan, index, start) or late(scan, first, found.introducer)
    if subject is None and not cue.attached and scan.at(index - 1).role is Role.RELATIVE:
        return None
    return _hit(scan, index, cue, subject, found, "verb subject" if subject else "verb")


def _hit(scan: Scan, index: int, cue: Cue, subject: Phrase | None, found: Found, rule: str) -> Hit:
    zone = subject.end if subject is not None and subject.first > index else index + 1
    told = relays(scan, zone, found.introducer)
    subject = mouthpiece(scan, zone, found.introducer) or subject
    return Hit(Phrase(index, index + 1), cue, subject, found.opening, found.content, rule, told, _is_main(scan, index))


def _is_nobody(scan: Scan, index: int, cue: Cue, found: Found) -> bool:
    """ "يذكر أن", "يعتقد أن", "وصف بأنه": nobody says it."""
    at_once = found.introducer <= index + 2
    by_b = found.opening is Opening.PREPOSITION and scan.folded(found.introducer).startswith("ب")
    if by_b and "object" in cue.takes and found.introducer == index + 1 and not cue.attached:
        return True
    return scan.at(index).stem in _HEARSAY and at_once


def _is_believed(scan: Scan, index: int, found: Found) -> bool:
    """ "رجل يعتقد أنه": the man is what is believed."""
    return scan.at(index).stem in ("يعتقد", "تعتقد", "يزعم", "تزعم") and scan.folded(found.introducer) in (
        "انه",
        "انها",
        "انهم",
    )


def _speaks_anyway(scan: Scan, first: int, end: int, found: Found) -> bool:
    """A noun of no list is the speaker if it is definite and أن or a verbal noun follows it."""
    if end == first:
        return False
    if not scan.at(first).definite:
        return (
            found.opening in (Opening.THAT, Opening.QUOTE, Opening.COLON)
            and found.introducer == end
            and not scan.at(first).is_action
        )
    return found.opening in (Opening.THAT, Opening.COLON, Opening.QUOTE) or scan.at(found.content).is_action


def _is_main(scan: Scan, index: int) -> bool:
    """Whether the verb begins a clause of its own, so that the content before it has ended."""
    s = scan.at(index)
    return bool(s.joined) or scan.at(index - 1).role is Role.CONJUNCTION or scan.is_comma(index - 1)
