"""A report's words by where they stand, and how a phrase is written as a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import Role, role_of
from tahqiq.model.folding import fold

_QUOTES = frozenset("«»\"“”„‟'’‘")
_HASHTAG = str.maketrans("_", " ", "#")
_LONG = 6  # letters: shorter names that differ in a vowel are often two
_VOWELS = {ord(letter): None for letter in "اوي"}
_MOST = 60  # places of one word that are looked at: more tell nothing new, and a hostile text has thousands


@dataclass(frozen=True, slots=True)
class Book:
    """The tokens of a report; `places` says where each stem stands first, `brackets` where "(word)" does.

    `spellings` holds where words of no list stand by their letters without long vowels: a foreign name is often written
    in two ways ("غيراشتشنكو", "غيراشتشينكو").
    """

    scan: Scan
    places: dict[str, list[int]]
    brackets: dict[str, int]
    spellings: dict[str, list[int]]

    def at(self, stem: str) -> list[int]:
        """The first tokens with this stem."""
        return self.places.get(stem, [])

    def spelled_like(self, stem: str) -> list[int]:
        """The first tokens of other words than this that differ from it in long vowels alone."""
        return [i for i in self.spellings.get(_skeleton(stem), ()) if self.scan.at(i).stem != stem]


def _skeleton(stem: str) -> str:
    """The letters of a long word without its vowels; "" for a short one."""
    return stem.translate(_VOWELS) if len(stem) >= _LONG else ""


def book(scan: Scan) -> Book:
    """Index a report in one pass."""
    places: dict[str, list[int]] = defaultdict(list)
    spellings: dict[str, list[int]] = defaultdict(list)
    for index, s in enumerate(scan.senses):
        if s.is_word and len(places[s.stem]) < _MOST:
            places[s.stem].append(index)
        if s.is_word and not s.is_known and (skeleton := _skeleton(s.stem)) and len(spellings[skeleton]) < _MOST:
            spellings[skeleton].append(index)
    opened = (i for i, sign in enumerate(scan.signs) if sign == "(" and scan.mark(i + 2) == ")")
    brackets = {scan.folded(i + 1).removeprefix("ال"): i for i in opened}
    return Book(scan, dict(places), brackets, dict(spellings))


def written(book: Book, phrase: Phrase) -> str:
    """The words of a phrase as a name: without proclitics, an article after ل restored."""
    stream = book.scan.stream
    words = " ".join(stream.span(phrase.first, phrase.end, skip=phrase.skip).quote.translate(_HASHTAG).split())
    if len(words) > 2 and words[0] in _QUOTES and words[-1] in _QUOTES:
        words = words[1:-1]
    words = _nominative(book.scan, phrase, words)
    assimilated = book.scan.folded(phrase.first).startswith("لل") and book.scan.at(phrase.first).definite
    return "ال" + words.lstrip("ل") if assimilated else words


def _nominative(scan: Scan, phrase: Phrase, words: str) -> str:
    """A name whose head is written in the accusative ("لكن متحدثا باسم الجيش نفى") in its usual form."""
    first, _, rest = words.partition(" ")
    head = first.removesuffix("\u064b").removesuffix("ا")
    is_bearer = scan.at(phrase.first).role in (Role.OFFICE, Role.ANONYMOUS) and not scan.at(phrase.first).definite
    is_construct = scan.at(phrase.first + 1).definite
    if not rest or head == first or is_construct or not is_bearer or role_of(fold(head)) is Role.NONE:
        return words
    return f"{head} {rest}"


def stems_of(book: Book, phrase: Phrase) -> frozenset[str]:
    return frozenset(book.scan.at(i).stem for i in range(phrase.first, phrase.end) if book.scan.at(i).is_word)
