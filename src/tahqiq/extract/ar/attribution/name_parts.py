"""Which words can be part of a person's name, and which never are."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Form
from tahqiq.extract.ar.attribution.holders import SPOKEN_FOR
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, Role, person_names, word_list
from tahqiq.extract.ar.everyday import is_everyday
from tahqiq.extract.ar.places import gazetteer
from tahqiq.extract.tokens import word_of

_NAME_PARTS = frozenset("بن ابن ابو ابي ال عبد دي فون فان دو دا لا لو ل ماك سان بو ام بنت".split())
QUANTIFIERS = frozenset(
    "احد احدي بعض عدد العديد كثير الكثير مجموعه معظم جميع كافه عشرات عده نحو حوالي نصف ثلث ربع غالبيه اغلبيه"
    " ثلاثه اربعه خمسه".split()
)
_THAT = frozenset(
    lead + "ان" + end for lead in ("", "ب", "ف", "ل", "ك", "و") for end in ("", "ه", "ها", "هم", "هما", "نا", "ني")
)


def is_name_part(scan: Scan, index: int) -> bool:
    """Whether a word can be part of a person's name: borne by people, no everyday word, or after بن, عبد, أبو."""
    s = scan.at(index)
    if is_ali(scan, index):
        return True
    if not s.is_word or s.role in FUNCTION or s.role is Role.TIME or scan.folded(index) in QUANTIFIERS:
        return False
    if _speaks_for(scan, index):
        return False
    if scan.folded(index) in _NAME_PARTS or scan.folded(index - 1) in _NAME_PARTS:
        return True
    if is_that(scan, index) or (any(cue.form is Form.VERB for cue in s.cues) and not s.is_name):
        return False
    whole = not s.preposition or _is_whole(scan, index)
    return s.role is Role.NONE and not s.is_action and (s.is_name or not s.is_known) and whole


def _is_whole(scan: Scan, index: int) -> bool:
    """Whether ب or ل only seems to stand before a word: what would be left is neither a word, a name nor a place."""
    s = scan.at(index)
    if s.preposition not in ("ب", "ل") or s.definite or s.joined:
        return False
    left = word_of(s.stem)
    return not is_everyday(s.stem) and s.stem not in person_names() and gazetteer().of(left) is None


def _speaks_for(scan: Scan, index: int) -> bool:
    """Whether باسم, which is also a name, stands behind a spokesman."""
    return scan.folded(index) in SPOKEN_FOR and any(scan.at(i).role is Role.OFFICE for i in range(index - 3, index))


def is_ali(scan: Scan, index: int) -> bool:
    """The name علي, which folds to the preposition على: written with its dots, beside a name."""
    if scan.folded(index) != "علي" or not scan.stream.tokens[index].word.raw.endswith("ي"):
        return False
    return scan.at(index - 1).is_name or scan.folded(index - 1) in _NAME_PARTS or scan.at(index + 1).is_name


def starts_name(scan: Scan, index: int) -> bool:
    """Whether a person's name begins at a word: a name part, or a bare word that a foreign surname follows."""
    if is_name_part(scan, index):
        return True
    if _speaks_for(scan, index) or scan.at(index).is_nationality:
        return False
    s, after = scan.at(index), scan.at(index + 1)
    plain = s.is_word and s.role is Role.NONE and not (s.definite or s.is_action or s.preposition or s.joined or s.cues)
    return plain and is_name_part(scan, index + 1) and not after.is_known and not after.definite and not after.joined


def is_surname(scan: Scan, index: int) -> bool:
    """Whether an everyday word ends a name that a given name began ("محمد معيط،")."""
    s, after = scan.at(index), scan.at(index + 1)
    plain = s.is_word and s.role is Role.NONE and not (s.definite or s.preposition or s.joined or s.cues)
    return (
        plain
        and (s.is_name or not s.is_action)
        and (scan.at(index - 1).is_name or is_name_part(scan, index - 1))
        and (not after.is_word or after.role in FUNCTION or is_that(scan, index + 1))
    )


def is_titular_surname(scan: Scan, index: int) -> bool:
    """Whether a title ends a name that a given name began ("مروان الخطيب", "سلوى حداد"), or عبد asks for it."""
    if scan.folded(index - 1) == "عبد" and scan.at(index).definite:
        return True
    before = scan.at(index - 1)
    s = scan.at(index)
    if s.stem not in word_list("people", "titular_surnames") or not is_name_part(scan, index - 1) or before.definite:
        return False
    is_deed = s.stem in word_list("circumstances", "actions")
    if scan.at(index - 2).is_name and is_deed and not _closes(scan, index + 1):
        return False
    return s.definite or s.role is Role.NONE


def _closes(scan: Scan, index: int) -> bool:
    """Whether a phrase has ended before a token: a mark, أن, a time or a particle stands there."""
    s = scan.at(index)
    return not s.is_word or is_that(scan, index) or s.role in FUNCTION or s.role is Role.TIME


def is_that(scan: Scan, index: int) -> bool:
    """Whether أن or one of its kin stands there, with whatever is written onto it."""
    return is_that_word(scan.folded(index))


def is_that_word(folded: str) -> bool:
    """Whether a folded word is أن or one of its kin ("بأنها", "وأنهم")."""
    return folded in _THAT
