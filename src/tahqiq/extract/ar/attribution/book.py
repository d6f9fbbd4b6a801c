"""A report's words by where they stand, and how a phrase is written as a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tahqiq.extract.ar.attribution.scan import Phrase, Scan

_QUOTES = frozenset("«»\"“”„‟'’‘")
_MOST = 60  # places of one word that are looked at: more tell nothing new, and a hostile text has thousands


@dataclass(frozen=True, slots=True)
class Book:
    """The tokens of a report; `places` says where each stem stands first, `brackets` where "(word)" does."""

    scan: Scan
    places: dict[str, list[int]]
    brackets: dict[str, int]

    def at(self, stem: str) -> list[int]:
        """The first tokens with this stem."""
        return self.places.get(stem, [])


def book(scan: Scan) -> Book:
    """Index a report in one pass."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, s in enumerate(scan.senses):
        if s.is_word and len(places[s.stem]) < _MOST:
            places[s.stem].append(index)
    opened = (i for i, sign in enumerate(scan.signs) if sign == "(" and scan.mark(i + 2) == ")")
    brackets = {scan.folded(i + 1).removeprefix("ال"): i for i in opened}
    return Book(scan, dict(places), brackets)


def written(book: Book, phrase: Phrase) -> str:
    """The words of a phrase as a name: without proclitics, an article after ل restored."""
    stream = book.scan.stream
    words = " ".join(
        stream.span(phrase.first, phrase.end, skip=phrase.skip).quote.lstrip("#").replace("_", " ").split()
    )
    if len(words) > 2 and words[0] in _QUOTES and words[-1] in _QUOTES:
        words = words[1:-1]
    assimilated = book.scan.folded(phrase.first).startswith("لل") and book.scan.at(phrase.first).definite
    return "ال" + words.lstrip("ل") if assimilated else words


def stems_of(book: Book, phrase: Phrase) -> frozenset[str]:
    return frozenset(book.scan.at(i).stem for i in range(phrase.first, phrase.end) if book.scan.at(i).is_word)
