"""Whether a verb of saying is one at its place, and asserts: no passive, no preposition, not denied, not supposed."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.name_parts import is_that
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.subjects import is_source
from tahqiq.extract.ar.attribution.words import Role

_NEAR, _REACH = 6, 12  # tokens to what takes مَن up or stands before بين, and to what introduces the content
_NEGATIONS = frozenset("لم لن لا ولم ولن ولا فلم ما وما".split())
_SUPPOSING = frozenset("اذا لو هل متي اين كيف لماذا لولا".split())
_BETWEEN = frozenset("بين بينه بينها بينهم بيني بيننا بينهما".split())
_OPINIONS = frozenset("يري تري يعتقد تعتقد يظن تظن".split())  # "إذا كان المدير يرى أن" supposes it


def is_passive(scan: Scan, index: int) -> bool:
    """Whether a written damma on its first letter makes the verb passive ("اُعتبر"): nobody is said to say it."""
    raw = scan.stream.tokens[index].word.raw
    return raw.removeprefix("و").removeprefix("ف")[1:2] == "\u064f"


def is_no_assertion(scan: Scan, index: int) -> bool:
    """Negated, subjunctive after أن, or rather a noun after a preposition."""
    s, before = scan.at(index), scan.at(index - 1)
    if (
        (scan.folded(index - 1) in _NEGATIONS and not _says_of(scan, index))
        or scan.folded(index - 1) == "مما"
        or (before.role is Role.PREPOSITION and not s.joined and not _is_of_whom(scan, index))
    ):
        return True
    is_supposed = any(scan.folded(i).removeprefix("و") == "اذا" for i in range(max(0, index - _NEAR), index - 1))
    if is_supposed and scan.folded(index) in _OPINIONS:
        return True
    if scan.folded(index - 1).removeprefix("و") in _SUPPOSING or (scan.folded(index - 1), s.stem) == ("او", "قدر"):
        return True
    if scan.folded(index - 1) in ("قد", "سوف") and any(c.present for c in scan.at(index).cues):
        return True
    return scan.folded(index - 1) in ("ان", "بان", "لن", "كي", "لكي") and any(c.present for c in scan.at(index).cues)


def _says_of(scan: Scan, index: int) -> bool:
    """ "ما وصفه فلان", "ما علق عليه فلان": ما is what is spoken of, not "not"."""
    after = scan.folded(index + 1) in ("انه", "انها", "انهم") or scan.takes_up(index + 1)
    spoken = after or any(c.attached for c in scan.at(index).cues)
    return scan.folded(index - 1) == "ما" and spoken


def _is_of_whom(scan: Scan, index: int) -> bool:
    """ "اعتقل من تقول الوزارة إنهم مطلوبون": مَن, spelt as the preposition, is taken up behind the verb."""
    taken_up = any(scan.folded(i) in ("انهم", "انه", "انها") for i in range(index + 2, index + _NEAR))
    return scan.folded(index - 1) == "من" and any(c.present for c in scan.at(index).cues) and taken_up


def is_made_clear(scan: Scan, index: int) -> bool:
    """بيّن and عبّر, prepositions without their shadda: that, أن, or عن behind a speaker tells."""
    stem = scan.at(index).stem
    opens = is_main(scan, index) or not index or scan.folded(index - 1) in ("قد", "\n") or scan.mark(index - 1) == "."
    if stem not in ("بين", "عبر") or (stem == "عبر" and not opens):
        return False
    if "\u0651" in scan.stream.tokens[index].word.raw or is_that(scan, index + 1):
        return True
    if stem == "بين" and _is_second_between(scan, index):
        return False
    if stem == "عبر" and scan.folded(index + 1) == "عن":
        return True
    end = noun_phrase(scan, index + 1, min(scan.size(), index + _REACH))
    tells = scan.folded(end) == "عن" if stem == "عبر" else opens and is_that(scan, end)
    return tells and is_source(scan, index + 1, end)


def _is_second_between(scan: Scan, index: int) -> bool:
    """ "بينه وبين الحاكم أن": the preposition taken up again."""
    for before in range(index - 1, max(-1, index - _NEAR), -1):
        if not scan.at(before).is_word:
            return False
        if scan.folded(before) in _BETWEEN:
            return True
    return False


def is_main(scan: Scan, index: int) -> bool:
    """Whether the verb begins a clause of its own, so that the content before it has ended."""
    s = scan.at(index)
    return bool(s.joined) or scan.at(index - 1).role is Role.CONJUNCTION or scan.is_comma(index - 1)
