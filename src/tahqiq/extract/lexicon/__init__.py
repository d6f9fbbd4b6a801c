"""Words as data: typed word lists read from the TOML files of this folder, matched on tokens.

A word list maps a phrase (one word or several, in any spelling: it is folded on loading) to a value. The first word
of a phrase may carry proclitics in the text, unless the list says otherwise; the longest phrase wins.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Generic, NamedTuple, TypeVar

from tahqiq.extract.tokens import Stream, Word, tokenize
from tahqiq.model.folding import fold
from tahqiq.model.text import Text

T = TypeVar("T")
ANY_PROCLITIC = None

Table = dict[str, "str | int | float | bool | list[str] | Table"]


@cache
def read_table(name: str) -> Table:
    """The content of lexicon/NAME.toml, read once."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def listed(name: str, key: str = "words") -> frozenset[str]:
    """The folded single words of lexicon/NAME.toml, a plain list under `key`."""
    return frozenset(fold(word) for word in str(read_table(name)[key]).split())


class Hit(NamedTuple, Generic[T]):
    """A phrase of a word list found at tokens first:end, with the proclitics of its first word."""

    first: int
    end: int
    proclitics: str
    value: T


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    rest: tuple[str, ...]
    value: T


class Lexicon(Generic[T]):
    """A word list with typed values.

    `proclitics` are the ones that the first word may carry: a set of strings as `Split` gives them, or `ANY_PROCLITIC`.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], proclitics: frozenset[str] | None = ANY_PROCLITIC) -> None:
        found: dict[str, list[_Phrase[T]]] = {}
        for phrase, value in entries:
            first, *rest = (token.word.folded for token in tokenize(Text(phrase)).tokens)
            found.setdefault(first, []).append(_Phrase(tuple(rest), value))
        self._phrases = {k: tuple(sorted(v, key=lambda p: -len(p.rest))) for k, v in found.items()}
        self._allowed = proclitics
        self._candidates: dict[str, tuple[tuple[str, _Phrase[T]], ...]] = {}

    @property
    def first_words(self) -> frozenset[str]:
        """The folded first words of all phrases."""
        return frozenset(self._phrases)

    def at(self, stream: Stream, index: int) -> Hit[T] | None:
        """The longest phrase that begins at token `index` (a whole-word reading before a split one), or None."""
        if index >= len(stream.tokens):
            return None
        word = stream.tokens[index].word
        candidates = self._candidates.get(word.folded)
        if candidates is None:
            candidates = self._candidates[word.folded] = self._read(word)
        for proclitics, phrase in candidates:
            end = index + 1 + len(phrase.rest)
            if not phrase.rest or phrase.rest == tuple(t.word.folded for t in stream.tokens[index + 1 : end]):
                return Hit(index, end, proclitics, phrase.value)
        return None

    def may_begin(self, word: Word) -> bool:
        """Whether some phrase may begin with `word`; worth caching by a caller that asks it of every token."""
        return any(
            split.stem in self._phrases and (self._allowed is ANY_PROCLITIC or split.proclitics in self._allowed)
            for split in word.splits
        )

    def of(self, word: Word) -> T | None:
        """The value of a one-word phrase in any allowed reading of `word`, or None."""
        for split in word.splits:
            if self._allowed is ANY_PROCLITIC or split.proclitics in self._allowed:
                for phrase in self._phrases.get(split.stem, ()):
                    if not phrase.rest:
                        return phrase.value
        return None

    def _read(self, word: Word) -> tuple[tuple[str, _Phrase[T]], ...]:
        """Phrases that may begin with `word`, longest first; the order of splits decides between equals."""
        found = [
            (split.proclitics, phrase)
            for split in word.splits
            if not split.proclitics or self._allowed is ANY_PROCLITIC or split.proclitics in self._allowed
            for phrase in self._phrases.get(split.stem, ())
        ]
        return tuple(sorted(found, key=lambda pair: -len(pair[1].rest)))
