"""Number words as atoms: what one written word can contribute to a number."""

from __future__ import annotations

from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from tahqiq.extract.lexicon import read_table
from tahqiq.extract.tokens import Word, word_of
from tahqiq.model.folding import fold


class Part(Enum):
    """What place a number word fills."""

    ZERO = auto()
    ONE = auto()
    COMBINING = auto()
    TEN = auto()
    TEENS = auto()
    TENS = auto()
    HUNDRED = auto()
    HUNDREDS = auto()
    HUNDREDS_PLURAL = auto()
    SCALE = auto()
    SCALE_PLURAL = auto()
    SCALE_DUAL = auto()
    SCALE_DUAL_OR_ACCUSATIVE = auto()
    TENS_PLURAL = auto()
    FEW = auto()
    ODD = auto()
    FRACTION = auto()
    DENOMINATOR = auto()
    ORDINAL = auto()
    ORDINAL_COMBINING = auto()
    MINUS = auto()
    POINT = auto()


class Atom(NamedTuple):
    """One number word. `value` is its number (a scale: the power of ten); `proclitics` are split off its front."""

    part: Part
    value: int | Fraction
    proclitics: str = ""
    has_pronoun: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether it begins with the conjunction و."""
        return self.proclitics[:1] == "و"

    @property
    def is_definite(self) -> bool:
        """Whether it carries the article."""
        return self.proclitics.endswith("ال")

    @property
    def is_scale(self) -> bool:
        """Whether it multiplies what stands before it (ألف، ملايين، مليارا)."""
        return self.part in _MULTIPLIERS


_MULTIPLIERS = frozenset((Part.SCALE, Part.SCALE_PLURAL, Part.SCALE_DUAL_OR_ACCUSATIVE))
_SECTIONS = {
    "zero": Part.ZERO,
    "ones": Part.ONE,
    "nunated": Part.ONE,
    "combining": Part.COMBINING,
    "ten": Part.TEN,
    "teens": Part.TEENS,
    "tens": Part.TENS,
    "hundred": Part.HUNDRED,
    "hundreds": Part.HUNDREDS,
    "hundreds_plural": Part.HUNDREDS_PLURAL,
    "tens_plural": Part.TENS_PLURAL,
    "few": Part.FEW,
    "odd": Part.ODD,
    "denominators": Part.DENOMINATOR,
    "ordinals": Part.ORDINAL,
    "ordinals_combining": Part.ORDINAL_COMBINING,
    "minus": Part.MINUS,
    "point": Part.POINT,
}
_SCALES = {
    "scale": Part.SCALE,
    "scale_plural": Part.SCALE_PLURAL,
    "scale_dual": Part.SCALE_DUAL,
    "scale_dual_or_accusative": Part.SCALE_DUAL_OR_ACCUSATIVE,
}
_PROCLITICS = frozenset("و ف ب ل ال وال بال فال لال ولال وب ول فب فل وبال فبال".split()) | {""}
_PRONOUNS = ("هم", "ها", "هن", "ه", "هما")
_DAMMA = "\u064f"
_TANWIN = "\u064b"


def _rows(section: str) -> list[tuple[str, str]]:
    """The (value, folded word) pairs of a section of numerals.toml."""
    table = read_table("numerals")[section]
    assert isinstance(table, dict)
    return [(value, fold(word)) for value, words in table.items() for word in str(words).split()]


@cache
def _atoms() -> dict[str, Atom]:
    atoms: dict[str, Atom] = {}
    for section, part in _SECTIONS.items():
        atoms |= {word: Atom(part, int(value)) for value, word in _rows(section)}
    for section, part in _SCALES.items():
        atoms |= {word: Atom(part, 10 ** int(value)) for value, word in _rows(section)}
    for value, word in _rows("fractions"):
        atoms[word] = Atom(Part.FRACTION, Fraction(value))
        atoms |= {word + p: Atom(Part.FRACTION, Fraction(value), has_pronoun=True) for p in _PRONOUNS}
    return atoms


@cache
def _never() -> frozenset[str]:
    return frozenset(word for _, word in _rows("never"))


@cache
def _with_damma() -> dict[str, Fraction]:
    return {word: Fraction(value) for value, word in _rows("fractions_with_damma")}


def atom_of(word: Word) -> Atom | None:
    """The number word that `word` is, in its first reading, or None."""
    return _atom(word.raw)


@lru_cache(maxsize=1 << 17)
def _atom(raw: str) -> Atom | None:
    word = word_of(raw)
    if word.folded in _never():
        return None
    known = _atoms()
    for proclitics, stem in word.splits:
        if proclitics in _PROCLITICS and (atom := known.get(stem)) is not None:
            return _vocalized(atom._replace(proclitics=proclitics), word)
    return None


def _vocalized(atom: Atom, word: Word) -> Atom:
    """What written vowels decide: خُمس is a fifth, ألفاً one thousand."""
    if _DAMMA in word.raw and (part := _with_damma().get(word.folded[len(atom.proclitics) :])) is not None:
        return atom._replace(part=Part.FRACTION, value=part)
    if atom.part is Part.SCALE_DUAL_OR_ACCUSATIVE and _TANWIN in word.raw:
        return atom._replace(part=Part.SCALE)
    return atom
