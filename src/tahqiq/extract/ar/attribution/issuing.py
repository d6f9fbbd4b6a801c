"""Verbs of issuing with a noun of saying: "أصدر الأمين العام تحذيرا من أن", "وجهت النيابة اتهامات بـ"."""

from __future__ import annotations

from functools import cache

from tahqiq.extract.ar.attribution.cues import Cue, Form, cue_words
from tahqiq.extract.ar.attribution.hits import Hit
from tahqiq.extract.ar.attribution.openings import opening
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.subjects import is_source, subject_before, subject_end
from tahqiq.extract.lexicon import read_table
from tahqiq.model.folding import fold

ISSUED = "issued"
_ISSUE = Cue("issue", Form.VERB, frozenset({"object"}))
_REACH = 8
_ACTS = frozenset({"warn", "accuse", "call_for", "threaten", "deny"})


def issued_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is a verb of issuing at `index` together with its noun, or None."""
    if scan.at(index).stem not in _verbs():
        return None
    end = subject_end(scan, index + 1, stop, _ISSUE)
    if is_source(scan, index + 1, end):
        return _noun_after(scan, index, Phrase(index + 1, end), stop)
    before = subject_before(scan, index, start)
    return _noun_after(scan, index, before, stop) if before is not None else None


def _noun_after(scan: Scan, index: int, subject: Phrase, stop: int) -> Hit | None:
    first = max(subject.end, index + 1)
    for noun in range(first, min(stop, first + _REACH)):
        cue = _noun_cue(scan, noun)
        found = opening(scan, noun + 1, min(stop, noun + 1 + _REACH), _widened(cue)) if cue is not None else None
        if cue is not None and found is not None:
            return Hit(Phrase(index, noun + 1), cue, subject, found.opening, found.content, ISSUED)
    return None


def _widened(cue: Cue) -> Cue:
    """A noun is followed by more prepositions than its verb ("وجه الاتهام إلى", "تحذيرات بشأن")."""
    return cue._replace(takes=cue.takes | {"بشان", "الي", "ل"} if cue.act == "accuse" else cue.takes | {"بشان"})


def _noun_cue(scan: Scan, index: int) -> Cue | None:
    stem = scan.at(index).stem
    readings = (*cue_words().get(stem, ()), *cue_words().get(stem.removesuffix("ا"), ()))
    return next((c for c in readings if c.form is Form.NOUN and not c.attached and c.act in _ACTS), None)


@cache
def _verbs() -> frozenset[str]:
    entry = read_table("cues")["issuing"]
    return frozenset(fold(w) for w in str(entry["words"]).split()) if isinstance(entry, dict) else frozenset()
