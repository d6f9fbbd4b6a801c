"""Where a count holds, as far as it tells one count from another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tahqiq.model.place import Place
from tahqiq.reconcile.lexicon import PLACE_TYPES, VAGUE_PLACES
from tahqiq.reconcile.words import stem, words

_ELSEWHERE_TOO = frozenset(("اخري", "other", "others", "elsewhere"))


@dataclass(frozen=True, slots=True)
class Locality:
    """The name words and gazetteer key of a place; without words it is the story's own, wherever that is."""

    name: frozenset[str] = frozenset()
    key: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the place tells nothing apart."""
        return not self.name

    def meets(self, other: Locality) -> bool:
        """Whether both may be one place: either is open, the keys agree, or the names share a word."""
        if self.is_open or other.is_open:
            return True
        return (self.key is not None and self.key == other.key) or bool(self.name & other.name)

    def shared_with(self, other: Locality) -> Locality:
        """What both leave standing: the words in common, or everywhere."""
        if self == other:
            return self
        return Locality(self.name & other.name, self.key if self.key == other.key else None)


EVERYWHERE = Locality()


def locality(place: Place | None, common: Collection[str]) -> Locality:
    """The locality of `place` in a story whose reports all speak of the places `common` (stems).

    A place named with such a word only ("the city of X" in a story about X), with a direction or a kind only, or with
    "and other regions", is the story's own.
    """
    if place is None:
        return EVERYWHERE
    named = words(place.name)
    if _ELSEWHERE_TOO.intersection(named):
        return EVERYWHERE
    name = frozenset(stem(word) for word in named if word not in PLACE_TYPES and word not in VAGUE_PLACES)
    return Locality(name, place.key) if name.difference(common) else EVERYWHERE
