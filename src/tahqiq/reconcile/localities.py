"""Where a count holds, as far as it tells one count from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tahqiq.model.place import Place
from tahqiq.reconcile.lexicon import PLACE_TYPES, STOPWORDS, VAGUE_PLACES
from tahqiq.reconcile.words import stem, words

_EMPTY = STOPWORDS | VAGUE_PLACES
_COMMON = 0.6
_ASIDE = 0.4
_ELSEWHERE_TOO = frozenset(("اخري", "other", "others", "elsewhere"))


@dataclass(frozen=True, slots=True)
class Locality:
    """The name words and gazetteer key of a place; without words it is the story's own, wherever that is.

    `is_aside` says that few reports of the story speak of it: what holds there need not hold for the whole matter.
    """

    name: frozenset[str] = frozenset()
    key: str | None = None
    is_aside: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the place tells nothing apart."""
        return not self.name

    def meets(self, other: Locality) -> bool:
        """Whether both may be one place: either is open, the keys agree, or the names share a word."""
        if self.is_open or other.is_open:
            return True
        return (self.key is not None and self.key == other.key) or bool(self.name & other.name)

    def surely_meets(self, other: Locality) -> bool:
        """Whether both are one place without need of further evidence: they meet, and neither is aside of the other."""
        return self.meets(other) and not (self.is_open != other.is_open and (self.is_aside or other.is_aside))

    def shared_with(self, other: Locality) -> Locality:
        """What both leave standing: the words in common, or everywhere."""
        if self == other:
            return self
        return Locality(self.name & other.name, self.key if self.key == other.key else None, self.is_aside)


EVERYWHERE = Locality()


def locality(place: Place | None, spread: Mapping[str, float]) -> Locality:
    """The locality of `place` in a story; `spread` is each stem's share of the story's reports (empty: unknown).

    A place that most reports speak of ("the city of X" in a story about X), a country, a direction or a kind only, or
    "X and other regions" is the story's own.
    """
    if place is None or is_country(place):
        return EVERYWHERE
    named = words(place.name)
    if _ELSEWHERE_TOO.intersection(named):
        return EVERYWHERE
    name = frozenset(stem(word) for word in named if _names(word))
    if not name or not spread:
        return Locality(name, place.key)
    shares = [spread.get(word, 0.0) for word in name]
    return EVERYWHERE if min(shares) >= _COMMON else Locality(name, place.key, min(shares) < _ASIDE)


def is_country(place: Place | None) -> bool:
    """Whether it is a whole country."""
    return place is not None and place.key is not None and place.key == place.country


def lie_in_two_countries(a: Place | None, b: Place | None) -> bool:
    """Whether two places surely lie in different countries."""
    return a is not None and b is not None and None not in (a.country, b.country) and a.country != b.country


def _names(word: str) -> bool:
    """Whether a folded word of a place's name tells it from others."""
    bare = word.removeprefix("و")
    return len(word) > 1 and not {word, bare} & _EMPTY and not PLACE_TYPES.intersection((word, bare, stem(word)))
