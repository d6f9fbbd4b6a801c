"""The words of a text as search terms: folded, without Arabic proclitics, beside the lemma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from tahqiq.model.folding import fold

# Letters, digits and the marks that ride on letters; joiners (ZWNJ, ZWJ) and tatweel do not part a word.
_WORD = re.compile("[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\u0640]")
_CONJUNCTIONS = ("و", "ف")
_ARTICLES = ("ال", "بال", "كال", "لل")
_PREPOSITIONS = ("ب", "ل", "ك")
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Term:
    """One word as it is searched: its folded form without proclitics, the folded lemma of that, and other readings.

    `others` are what the word may be besides: a name that no table knows, with a proclitic (وقسد may be قسد).
    """

    stem: str
    lemma: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term at start:end of a text, in code points."""

    term: Term
    start: int
    end: int


def occurrences(text: str) -> Iterator[Occurrence]:
    """Every term of a text with its place, in order."""
    for match in _WORD.finditer(text):
        term = term_of(match.group())
        if term.stem:
            yield Occurrence(term, match.start(), match.end())


@lru_cache(maxsize=200_000)
def term_of(word: str) -> Term:
    """The term of one word; of the first 64 code points where it is longer.

    The lemma comes from simplemma's Arabic table, which reads broken plurals (سجناء → سجين). It errs on names, and errs
    the same way in text and query; the stem is searched beside it.
    """
    bare = _MARKS.sub("", word[:_LONGEST])
    if not _ARABIC.search(bare):
        stem = fold(bare)
        return Term(stem, stem)
    stem = _without_proclitics(bare)
    others = () if stem != bare or _is_known(stem) else _unknown_with_proclitic(fold(stem))
    return Term(fold(stem), fold(simplemma.lemmatize(stem, lang="ar")), others)


def _unknown_with_proclitic(word: str) -> tuple[str, ...]:
    """What is left of a folded word that no table knows, when it is read as one or two proclitics and a name."""
    one = word[1:] if word.startswith(_CONJUNCTIONS + _PREPOSITIONS) else ""
    two = one[1:] if word.startswith(_CONJUNCTIONS) and one.startswith(_PREPOSITIONS) else ""
    return tuple(rest for rest in (one, two) if len(rest) >= 3)


def _without_proclitics(word: str) -> str:
    """`word` without a conjunction, preposition and article in front, where what is left is a word."""
    if _is_known(word) and not word.startswith("ال"):
        return word
    rest = word[1:] if word.startswith(_CONJUNCTIONS) else word
    for article in _ARTICLES:
        for start in (rest, word):
            if start.startswith(article) and len(start) - len(article) >= 3:
                return start[len(article) :]
    for start in (rest, word):
        shorter = _without_preposition(start)
        if shorter is not word and _is_known(shorter):
            return shorter
    return word


def _without_preposition(word: str) -> str:
    if word.startswith(_PREPOSITIONS) and not _is_known(word) and _is_known(word[1:]):
        return word[1:]
    return word


def _is_known(word: str) -> bool:
    return len(word) >= 3 and simplemma.is_known(word, lang="ar")
