"""Nouns in the dual, which count two without a number word; told from plural and plain words that end alike."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from tahqiq.extract.ar.numeral_words import Part, atom_of
from tahqiq.extract.lexicon import read_table
from tahqiq.extract.tokens import Stream, Word, word_of
from tahqiq.model.folding import fold


class Dual(NamedTuple):
    """A noun that may be a dual. `needs_two`: only beside "اثنين", since it is also the plural's form."""

    proclitics: str
    is_duration: bool = False
    needs_two: bool = False


def _listed(section: str) -> list[str]:
    return [fold(word) for word in str(read_table("duals")[section]).split()]


@cache
def _forms() -> dict[str, Dual]:
    forms: dict[str, Dual] = {}
    for noun in _listed("sound"):
        forms |= {noun + "ان": Dual(""), noun + "ين": Dual("", needs_two=True)}
    for noun in (*_listed("masculine"), *_listed("feminine")):
        forms |= dict.fromkeys(_endings(noun), Dual(""))
    for noun in _listed("durations"):
        forms |= dict.fromkeys(_endings(noun), Dual("", is_duration=True))
    for word in _listed("not_dual"):
        forms.pop(word, None)
    return forms


def _endings(noun: str) -> tuple[str, str]:
    if noun.endswith("ه"):
        return noun[:-1] + "تان", noun[:-1] + "تين"
    return noun + "ان", noun + "ين"


def dual_of(word: Word) -> Dual | None:
    """What dual the letters of `word` can be, or None."""
    return _dual(word.raw) if word.folded[-1:] == "ن" else None


@lru_cache(maxsize=1 << 16)
def _dual(raw: str) -> Dual | None:
    for proclitics, stem in word_of(raw).splits:
        if (dual := _forms().get(stem)) is not None and not proclitics.startswith("ك"):  # "كبيرين"
            return dual._replace(proclitics=proclitics)
    return None


def two_after(stream: Stream, index: int) -> bool:
    """Whether token `index` is "اثنين" in any form, bare."""
    if index >= len(stream.tokens):
        return False
    atom = atom_of(stream.tokens[index].word)
    return atom is not None and atom.part is Part.ONE and atom.value == 2 and not atom.proclitics


@cache
def _countable() -> frozenset[str]:
    return frozenset(_listed("masculine")) | frozenset(_listed("feminine")) | frozenset(_listed("sound"))


def is_countable(folded: str) -> bool:
    """Whether a folded word is the singular of a noun that news counts."""
    return folded in _countable()


def past_agreeing(stream: Stream, index: int) -> int:
    """The first token from `index` on that does not end as words do which agree with a dual before them."""
    while stream.folded(index).endswith(("ان", "ين")):
        index += 1
    return index
