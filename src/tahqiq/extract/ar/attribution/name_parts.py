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
CALLED = frozenset("يدعي تدعي يسمي تسمي ويدعي وتدعي ويسمي وتسمي".split())  # before a name
LINEAGE = frozenset({"بن", "بنت"})
_ENDINGS = frozenset({"الدين", "الله", "الاسلام"})  # of names such as شمس الدين
_SYLLABLES = frozenset("لي هو هي".split())  # of Chinese and Korean names, elsewhere pronouns
_SHORTEST_PLURAL = 4
_LONGEST_NAME, _SHORTEST_RUN, _SHORTEST_OWNED = 5, 2, 3
QUANTIFIERS = frozenset(
    "احد احدي بعض عدد العديد كثير الكثير مجموعه معظم جميع كافه عشرات عده نحو حوالي نصف ثلث ربع غالبيه اغلبيه"
    " ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع ثماني تسع عشر مئات الاف كل".split()
)
_THAT = frozenset(
    lead + "ان" + end for lead in ("", "ب", "ف", "ل", "ك", "و") for end in ("", "ه", "ها", "هم", "هما", "نا", "ني")
)


def is_joint(scan: Scan, index: int) -> bool:
    """Whether a word joins the parts of a name (بن, أبو, فان), and is not فإن, which folds alike."""
    return scan.folded(index) in _NAME_PARTS and "إ" not in scan.stream.tokens[index].word.raw


def is_name_part(scan: Scan, index: int) -> bool:
    """Whether a word can be part of a person's name: borne by people, no everyday word, or after بن, عبد, أبو."""
    s = scan.at(index)
    if is_ali(scan, index):
        return True
    if not s.is_word or s.role in FUNCTION or s.role is Role.TIME or scan.folded(index) in QUANTIFIERS:
        return False
    if scan.folded(index) == "ل" or _speaks_for(scan, index):
        return False
    if scan.folded(index + 1) in LINEAGE and not (s.definite or s.preposition or s.joined):
        return True
    if is_joint(scan, index) or is_joint(scan, index - 1):
        return True
    if is_that(scan, index) or (any(cue.form is Form.VERB for cue in s.cues) and not s.is_name):
        return False
    if _is_many(scan, index):
        return False
    whole = not s.preposition or is_whole(scan, index)
    return s.role is Role.NONE and not s.is_action and (s.is_name or not s.is_known) and whole


def _is_many(scan: Scan, index: int) -> bool:
    """Whether a plural in ات stands behind a definite surname, as an object ("انتقد عامر الحسيني تصرفات")."""
    s = scan.at(index)
    return scan.at(index - 1).definite and s.stem.endswith("ات") and len(s.stem) > _SHORTEST_PLURAL and not s.is_name


def is_whole(scan: Scan, index: int) -> bool:
    """Whether و, ب, ل or ك only seems to stand before a word: what is left is neither a word, a name nor a place."""
    s = scan.at(index)
    if not (s.preposition or s.joined == "و") or s.definite or (s.preposition and s.joined):
        return False
    left = scan.stream.tokens[index].word.raw[1:]
    if s.stem in word_list("circumstances", "actions"):
        return False
    if s.preposition == "ك" or (s.preposition == "ب" and left[:1] == "ي"):
        return s.role is Role.NONE  # ب leads no verb, and ك hardly anything in the news
    is_word = is_everyday(left) and (s.is_known or bool(s.preposition))
    return not is_word and s.stem not in person_names() and gazetteer().of(word_of(left)) is None


def _speaks_for(scan: Scan, index: int) -> bool:
    """Whether باسم, which is also a name, stands behind a spokesman."""
    return scan.folded(index) in SPOKEN_FOR and any(scan.at(i).role is Role.OFFICE for i in range(index - 3, index))


def is_ali(scan: Scan, index: int) -> bool:
    """The name علي, which folds to the preposition على: written with its dots, beside a name."""
    if scan.folded(index) != "علي" or not scan.stream.tokens[index].word.raw.endswith("ي"):
        return False
    before, after = scan.at(index - 1), scan.at(index + 1)
    if before.definite and before.role in (Role.HONORIFIC, Role.OFFICE):
        return True
    is_foreign = after.is_word and not (after.is_known or after.definite)
    is_said = is_foreign and any(cue.form is Form.VERB for cue in before.cues)
    return before.is_name or is_joint(scan, index - 1) or after.is_name or is_said


def starts_name(scan: Scan, index: int) -> bool:
    """Whether a person's name begins at a word: a name part, or a bare word that a foreign surname follows."""
    if is_name_part(scan, index):
        return True
    if _speaks_for(scan, index) or scan.at(index).is_nationality:
        return False
    s, after = scan.at(index), scan.at(index + 1)
    plain = s.is_word and s.role is Role.NONE and not (s.definite or s.is_action or s.preposition or s.joined or s.cues)
    return plain and is_name_part(scan, index + 1) and not after.is_known and not after.definite and not after.joined


def name_run(scan: Scan, index: int, stop: int) -> int:
    """The end of the bare words behind a definite title that can only be its holder's name; `index` if there are none.

    Arabic lets a bare noun follow a definite one as a name, an object or an adverb. Right before أن, a colon or a
    quotation nothing is told of by an object, so any bare words are a name; elsewhere one of them has to be unknown.
    """
    end, named = index, False
    while end < min(stop, index + _LONGEST_NAME) and _is_in_run(scan, index, end):
        s = scan.at(end)
        named = named or s.is_name or not s.is_known
        end += 1
    while end > index and (scan.at(end - 1).role in FUNCTION or scan.at(end - 1).role is Role.TIME) and not named:
        end -= 1
    words = [scan.at(i) for i in range(index, end)]
    is_told = is_that(scan, end) or scan.mark(end) == ":" or scan.closing(end) is not None
    is_adjective = words and words[0].is_nationality and not is_joint(scan, index + 1)
    is_short = not named and (not is_told or len(words) < _SHORTEST_RUN)
    if not words or is_adjective or is_short or is_of_a_noun(scan, index):
        return index
    return index if not is_told and any(s.is_action for s in words) else end


def is_of_a_noun(scan: Scan, index: int) -> bool:
    """Whether an unknown word is completed by an everyday noun, so that it is a misspelt one ("لحقو الإنسان")."""
    s, after = scan.at(index), scan.at(index + 1)
    is_titled = scan.at(index - 1).role in (Role.OFFICE, Role.HONORIFIC)
    is_noun = after.definite and after.is_known and after.role is Role.NONE and not (after.is_name or after.preposition)
    return is_noun and not (s.is_name or s.is_known or is_titled) and scan.folded(index + 1) not in _ENDINGS


def _is_in_run(scan: Scan, first: int, index: int) -> bool:
    """Whether a bare word, a part of a compound name, or a name's article after one continues the run."""
    s, raw = scan.at(index), scan.stream.tokens[index].word.raw
    if not s.is_word or is_that(scan, index) or _speaks_for(scan, index) or len(scan.folded(index)) == 1:
        return False
    beside = is_joint(scan, index - 1) or is_joint(scan, index) or scan.folded(index) in _ENDINGS
    if index > first and (beside or is_ali(scan, index)):
        return True
    if s.role in FUNCTION:
        return scan.folded(index) in _SYLLABLES or raw.startswith("آ")
    after = scan.at(index + 1)
    is_title = s.role in (Role.OFFICE, Role.HONORIFIC) and (after.definite or index > first)
    is_title = is_title and not (s.is_name and (after.is_name or after.stem.endswith("ي")))
    if s.definite or is_title:
        return False
    is_adverb = raw.endswith("\u064b") or (raw.endswith(("ا", "\u064b\u0627")) and is_everyday(raw.rstrip("\u064bا")))
    is_verb = any(cue.form is not Form.PARTICIPLE for cue in s.cues) and not s.is_name
    led = bool(s.preposition or s.joined) and (scan.at(index + 1).definite or not is_whole(scan, index))
    is_owned = raw.endswith(("ه", "ها", "هم")) and len(raw) > _SHORTEST_OWNED and not is_that(scan, index + 1)
    is_bearer = s.role in (Role.NONE, Role.OFFICE, Role.HONORIFIC) or (s.role is Role.ANONYMOUS and s.is_name)
    return is_bearer and not (is_adverb or is_verb or led or is_owned)


def ends_foreign_name(scan: Scan, index: int) -> bool:
    """Whether a pronoun is rather the last syllable of a name ("بارك سونغ هو")."""
    before = scan.at(index - 1)
    return scan.folded(index) in _SYLLABLES and before.is_word and not (before.is_known or before.definite)


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
