"""What a written word can be in the phrase around a cue: a title, a body, a circumstance, a name, a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tahqiq.extract.actors import names_of_one_word
from tahqiq.extract.ar.attribution.cues import Cue, cue_words
from tahqiq.extract.ar.counted import GENERIC, PERSONS, nationalities, things
from tahqiq.extract.ar.everyday import is_everyday
from tahqiq.extract.lexicon import read_table
from tahqiq.extract.tokens import Kind, Split, word_of
from tahqiq.model.folding import fold
from tahqiq.model.source import SourceKind


class Role(StrEnum):
    """The part that a word plays in naming a source, or why it cannot."""

    OFFICE = "office"
    HONORIFIC = "honorific"
    ANONYMOUS = "anonymous"
    WITNESS = "witness"
    GOVERNMENT = "government"
    STATE = "state"
    ORGANIZATION = "organization"
    AGENCY = "agency"
    OUTLET = "outlet"
    DOCUMENT = "document"
    TIME = "time"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    RELATIVE = "relative"
    PRONOUN = "pronoun"
    PARTICLE = "particle"
    NONE = ""


HEADS = frozenset(
    {
        Role.OFFICE,
        Role.HONORIFIC,
        Role.ANONYMOUS,
        Role.WITNESS,
        Role.GOVERNMENT,
        Role.STATE,
        Role.ORGANIZATION,
        Role.AGENCY,
        Role.OUTLET,
        Role.DOCUMENT,
    }
)
FUNCTION = frozenset({Role.PREPOSITION, Role.CONJUNCTION, Role.RELATIVE, Role.PRONOUN, Role.PARTICLE})


class Sense(NamedTuple):
    """A word as the attribution rules see it.

    `stem` is its folded form without the proclitics named in `joined` (و, ف), `preposition` (ل, ب, ك) and the article
    (`definite`). `cues` are its readings as a verb of saying, `is_name` that people bear it, `is_action` that it looks
    like a verbal noun and so begins an object, `is_known` that it is an everyday word, `may_attribute` that a rule of
    attribution can begin there.
    """

    stem: str
    role: Role
    definite: bool
    joined: str
    preposition: str
    cues: tuple[Cue, ...]
    is_name: bool
    is_action: bool
    is_known: bool
    is_word: bool
    may_attribute: bool = False

    @property
    def is_nationality(self) -> bool:
        """Whether it is a bare adjective of nationality ("إيراني"), which begins no name."""
        return not self.definite and self.has_nationality

    @property
    def has_nationality(self) -> bool:
        """Whether its stem is an adjective of nationality."""
        return self.stem in _nationalities()


OUTSIDE = Sense("", Role.NONE, False, "", "", (), False, False, False, False)
_SECTIONS = (
    ("circumstances", "time", Role.TIME),
    ("circumstances", "prepositions", Role.PREPOSITION),
    ("circumstances", "conjunctions", Role.CONJUNCTION),
    ("circumstances", "relatives", Role.RELATIVE),
    ("circumstances", "pronouns", Role.PRONOUN),
    ("circumstances", "particles", Role.PARTICLE),
    ("bodies", "government", Role.GOVERNMENT),
    ("bodies", "organization", Role.ORGANIZATION),
    ("bodies", "agency", Role.AGENCY),
    ("bodies", "outlet", Role.OUTLET),
    ("bodies", "document", Role.DOCUMENT),
    ("anonymous", "anonymous", Role.ANONYMOUS),
    ("anonymous", "witness", Role.WITNESS),
    ("titles", "offices", Role.OFFICE),
    ("titles", "honorifics", Role.HONORIFIC),
)
_ACTING = {
    SourceKind.GOVERNMENT: Role.GOVERNMENT,
    SourceKind.ORGANIZATION: Role.ORGANIZATION,
    SourceKind.AGENCY: Role.AGENCY,
    SourceKind.OUTLET: Role.OUTLET,
}
_ARTICLES = ("ال", "بال", "كال", "فال", "وال", "لال", "ولال", "وبال", "فلال", "فبال", "وكال")
_NOT_PEOPLE = frozenset(
    "قانون تعاون تلفزيون صابون زيتون كانون شوون سجون ديون عيون فنون مضمون مليون ليمون بطون بنتاغون".split()
)
_SPELLED_ALIKE = frozenset("اجراء اجراءات قصر اسر حوامل".split())  # as words for people, folded
_SPEAKING = PERSONS - {"dead"}
_TRIGGERS = frozenset(
    "بحسب حسب وفق وفقا طبقا تبعا حسبما وفقما كما مثلما علي نقلا نقل نقلت ينقل تنقل جاء جاءت ورد يرد"
    " اصدر اصدرت يصدر تصدر وجه وجهت يوجه توجه اطلق اطلقت".split()
)
_OPENING_MARKS = frozenset(":-–—(")  # marks at which a headline can name its speaker
_SHORTEST_SERVANT = 6
_SHORTEST_LED = 3
_SHORTEST_OWNED = 4
_SINGLE = frozenset("وبلك")
_ACTION = re.compile(r"است..ا.ه?|ا.ا.ه|.{3,}ات|ا.ت.ا.|ان..ا.|ا..ا.ه?|ت..ي.ه?|ت.ا..|م.ا..ه|ت...")


@cache
def word_list(table: str, section: str) -> frozenset[str]:
    """The folded words of one section of a word file."""
    entry = read_table(table)[section]
    return frozenset(fold(w) for w in str(entry["words"]).split()) if isinstance(entry, dict) else frozenset()


@cache
def person_names() -> frozenset[str]:
    """Folded one-word names of people, given names and surnames."""
    return given_names() | word_list("people", "names") | word_list("people", "surnames")


@cache
def given_names() -> frozenset[str]:
    """Folded one-word names of which most are given names, surnames known as such left out."""
    lines = resources.files("tahqiq.extract.lexicon").joinpath("person_names.txt").read_text("utf-8").splitlines()
    packaged = frozenset(fold(line) for line in lines if not line.startswith("#"))
    return (packaged | word_list("people", "given_names")) - word_list("people", "surnames")


@cache
def _roles() -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for table, section, role in _SECTIONS:
        for word in word_list(table, section):
            for form in _forms(word, role):
                if not form.endswith("ا") or form == word or form not in cue_words():
                    roles.setdefault(form, role)
    for name, actor in names_of_one_word():
        role = Role.STATE if actor.is_state or actor.seats else _ACTING.get(actor.kind, Role.NONE)
        roles.setdefault(name, role)
    return roles


def _forms(word: str, role: Role) -> Iterator[str]:
    """The forms under which a title may be written; other lists hold their words as written."""
    yield word
    if role in (Role.OFFICE, Role.HONORIFIC) and not word.endswith("ه"):
        yield from (word + ending for ending in ("ه", "ون", "ين", "ان", "و"))
    if role is Role.OFFICE:
        yield from (word.removesuffix("ه") + ending for ending in ("ها", "هم", "ته", "تها", "تهم"))
    if role is Role.ANONYMOUS and not word.endswith(("ون", "ين", "ان", "و")):
        base = word.removesuffix("ه") + "ت" if word.endswith("ه") else word
        yield from (base + "ان", base + "ين")
    if role is Role.ANONYMOUS and word.endswith(("ون", "ين")):
        yield from (word[:-2] + vowel + pronoun for vowel in "وي" for pronoun in ("ه", "ها", "هم"))
        yield from (word[:-2] + vowel for vowel in "وي" if word[:-2] != "اخر")
    if role in (Role.OFFICE, Role.ANONYMOUS) and not word.endswith(("ه", "ا", "ي", "ون", "ين", "اء")):
        yield word + "ا"


@lru_cache(maxsize=1 << 16)
def sense(raw: str) -> Sense:
    """What a written token can be."""
    word = word_of(raw)
    if not word.is_arabic:
        is_word = word.kind is Kind.WORD
        opens = raw in _OPENING_MARKS
        return Sense(word.folded, role_of(word.folded), False, "", "", (), False, False, False, is_word, opens)
    for split in word.splits:
        if split.proclitics.endswith("ب") and split.stem in word_list("circumstances", "actions"):
            continue  # "بفتح تحقيق" opens one, and is not by Fatah
        role = Role.OFFICE if split.stem == "امام" and "إ" in raw else role_of(split.stem)
        if role is not Role.NONE and _may_carry(role, split) and _is_article(raw, split):
            return _sense(raw, split, role)
    plain = _as_cue(raw, word.splits) or _plainest(raw, word.splits)
    return _sense(raw, plain, Role.ANONYMOUS if _are_people(plain) or _counts_people(plain) else Role.NONE)


def _as_cue(raw: str, splits: tuple[Split, ...]) -> Split | None:
    """The split that reads a verb of saying where its hamza shows that no article stands there ("وألمح")."""
    for split in splits:
        if split.proclitics in ("", "و", "ف") and split.stem in cue_words() and raw[len(split.proclitics)] in "أآإ":
            return split
    return None


def _are_people(split: Split) -> bool:
    """A definite nominative plural of people ("المشاركون")."""
    stem = split.stem
    return split.proclitics.endswith("ال") and stem.endswith("ون") and len(stem) > 4 and stem not in _NOT_PEOPLE


def _counts_people(split: Split) -> bool:
    """Whether the things that news counts hold the word as a noun for people ("الجنود", "متطوعون").

    A word that may be a verb of saying or an adjective ("مدني", "المسلحة") is left out.
    """
    thing = things().of(word_of(split.stem))
    if thing is None or thing.label in GENERIC or thing.group not in _SPEAKING:
        return False
    is_other = split.stem in cue_words() or split.stem in _SPELLED_ALIKE
    return not (is_other or split.stem.endswith(("ي", "يا", "ه")))


def role_of(stem: str) -> Role:
    return _roles().get(stem, Role.NONE)


def _may_carry(role: Role, split: Split) -> bool:
    if role in FUNCTION:
        return split.proclitics in ("", "و", "ف")
    return not split.proclitics.startswith(("س", "وس", "فس"))


def _plainest(raw: str, splits: tuple[Split, ...]) -> Split:
    """The split of a word that no list holds: with its article; else whole if it is known; else less one proclitic."""
    long = (s for s in splits if len(s.stem) > 2 or s.proclitics != "ال" or is_everyday(s.stem))
    articled = [s for s in long if s.proclitics in _ARTICLES and _is_article(raw, s)]
    if articled:
        return articled[-1]
    if len(raw) == _SHORTEST_LED and raw[0] == "ب" and len(splits) > 1 and not _is_everyday(raw):
        return splits[1]
    if len(raw) <= _SHORTEST_LED or _is_everyday(raw):
        return splits[0]
    if _is_b_noun(raw):
        return splits[1]
    return next(
        (s for s in splits[1:] if s.proclitics in _SINGLE and len(s.stem) > 2 and _is_everyday(raw[1:])), splits[0]
    )


def _is_article(raw: str, split: Split) -> bool:
    """An alef with a hamza begins a word, not the article ("إلغاء", "وألمانيا")."""
    place = len(split.proclitics) - 2
    if not split.proclitics.endswith("ال"):
        return True
    return split.proclitics.endswith("لال") or raw[place : place + 1] not in "أإآ"


def _is_b_noun(raw: str) -> bool:
    """ب before a noun that no list holds, known by its ending or shape ("بمعاقبة", "بتصريحات", "برؤيتها")."""
    if len(raw) < 5 or raw[0] != "ب" or any(is_everyday(c) for c in _without_endings(raw)):
        return False
    return raw.endswith(("ة", "ات", "ها", "هم", "اته")) or _is_common(raw[1:])


def _is_everyday(raw: str) -> bool:
    """Whether a written word is a name of people or a word that the lemmatizer holds."""
    return fold(raw) in person_names() or is_everyday(raw)


def _sense(raw: str, split: Split, role: Role) -> Sense:
    word = word_of(raw)
    proclitics, stem = split.proclitics, split.stem
    cues, led = _cues(word.splits)
    if raw.endswith("ة"):
        cues = tuple(c for c in cues if not c.attached)
    joined = proclitics[:1] if proclitics[:1] in ("و", "ف") else led if role is Role.NONE and not proclitics else ""
    rest = proclitics[len(joined) :]
    preposition = rest[:1] if rest[:1] in ("ل", "ب", "ك") else ""
    bare = not proclitics
    return Sense(
        stem,
        role,
        rest.endswith("ال"),
        joined,
        preposition,
        cues,
        word.folded in person_names() or stem in person_names() or _is_servant(word.folded),
        bare and role is Role.NONE and is_action(raw, stem),
        _is_common(raw),
        True,
        bool(cues) or any(s.stem in _triggers() for s in word.splits if s.proclitics in ("", "و", "ف")),
    )


@cache
def _triggers() -> frozenset[str]:
    """Words other than verbs of saying at which a rule of attribution can begin."""
    return _TRIGGERS | word_list("cues", "leading")


def _is_servant(folded: str) -> bool:
    """Whether a word is a name such as عبدالعزيز, written together."""
    return folded.startswith("عبدال") and len(folded) > _SHORTEST_SERVANT


def _is_common(raw: str) -> bool:
    """Whether the lemmatizer holds a written word, alone or with what Arabic writes onto it."""
    bare = raw[1:] if len(raw) > 4 and raw[0] == "و" else raw
    led = bare[:1] in "بلك" or (bare[:1] == "س" and bare[1:2] in "يتنأ")
    rest = bare[1:] if led and len(bare) > _SHORTEST_OWNED else bare
    return any(is_everyday(c) for form in (raw, bare, rest) for c in _without_endings(form))


def _without_endings(raw: str) -> tuple[str, ...]:
    """A word, and what is left of it without an attached pronoun: "رسالته" → "رسالة", "معارضيه" → "معارض"."""
    if len(raw) <= _SHORTEST_OWNED:
        return (raw,)
    cut = [raw[: -len(end)] for end in ("ها", "هم", "هما", "ه", "ا") if raw.endswith(end)]
    restored = (form[:-1] + ("ة" if form.endswith("ت") else "") for form in cut if form.endswith(("ت", "ي")))
    return (raw, *cut, *restored)


def _cues(splits: tuple[Split, ...]) -> tuple[tuple[Cue, ...], str]:
    """The readings of a word as a cue, and the و or ف that only these readings split off."""
    whole = cue_words().get(splits[0].stem, ())
    joined = [
        (cue, s.proclitics) for s in splits[1:] if s.proclitics in ("و", "ف") for cue in cue_words().get(s.stem, ())
    ]
    return (*whole, *(cue for cue, _ in joined)), joined[0][1] if joined and not whole else ""


@cache
def _nationalities() -> frozenset[str]:
    """Folded adjectives of nationality in every form; some have the shape of verbal nouns (تركية)."""
    return nationalities().first_words


def is_action(raw: str, stem: str) -> bool:
    """Whether a word without its article looks like a verbal noun, or is listed as one."""
    if stem in word_list("circumstances", "actions"):
        return True
    if stem in person_names() or stem in _nationalities():
        return False
    known = _is_common(raw) or _is_common(raw.removeprefix("ال"))
    forms = (stem,) if raw.endswith("ية") else _without_endings(stem)
    shaped = any(_ACTION.fullmatch(form) for form in forms)
    return (shaped and known) or raw.endswith("\u064b") or raw.endswith("\u064b\u0627")
