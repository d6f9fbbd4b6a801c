"""Words as data: what reconciliation knows of counted things, predicates, places, sources and cues.

Add a word to the TOML file of its kind; no code changes. Arabic words are written in plain spelling and folded here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Protocol

from tahqiq.model.folding import fold

_Table = dict[str, dict[str, str]]
_Lists = dict[str, list[str]]


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _folded(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in listed)


@dataclass(frozen=True, slots=True)
class Role:
    """What a word of a counted label says: `group` is the kind of attribute ("" for a word that adds nothing)."""

    group: str
    key: str
    arabic: str


class Named(Protocol):
    """What reads one way in English and another in Arabic."""

    @property
    def english(self) -> str: ...

    @property
    def arabic(self) -> str: ...


@dataclass(frozen=True, slots=True)
class UnitName:
    """What a unit is called."""

    english: str
    arabic: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a predicate's counts move ("rise", "fall", "state" or "deed") and how it reads in a title.

    `clashes` is False where one predicate serves many unlike counts, so that two of them prove nothing.
    """

    trend: str
    english: str
    arabic: str
    clashes: bool = True


def _roles() -> dict[str, Role]:
    groups: dict[str, dict[str, list[str]]] = tomllib.loads(_text("counted.toml"))
    return {
        word: Role("" if group == "people" else group, key, listed[0])
        for group, keys in groups.items()
        for key, listed in keys.items()
        for word in listed[1:]
    }


def _predicates() -> dict[str, Predicate]:
    table = tomllib.loads(_text("predicates.toml"))
    return {name: Predicate(**row) for name, row in table.items()}


def _units() -> dict[str, UnitName]:
    return {code: UnitName(**row) for code, row in tomllib.loads(_text("units.toml")).items()}


_WORDS: _Lists = tomllib.loads(_text("words.toml"))

ROLES = _roles()
PREDICATES = _predicates()
UNITS = _units()
LABELS: dict[str, str] = tomllib.loads(_text("labels.toml"))
REASONS: _Table = tomllib.loads(_text("reasons.toml"))
STOPWORDS = _folded(_WORDS["stop"])
PLACE_TYPES = _folded(_WORDS["place_types"])
VAGUE_PLACES = _folded(_WORDS["vague_places"])
SOURCE_FILLERS = _folded(_WORDS["source_fillers"])
DOCUMENTED = _folded(_WORDS["documented"])
BODIES = _folded(_WORDS["bodies"])
ITS = _folded(_WORDS["its"])
OFFICES = _folded(_WORDS["offices"])
SUPERLATIVES = _folded(_WORDS["superlatives"])
SPANS_OF_TIME = _folded(_WORDS["spans_of_time"])
ABOARD = tuple(fold(cue) for cue in _WORDS["aboard"])
CARRYING = _folded(_WORDS["carrying"])
DETONATING = tuple(fold(cue) for cue in _WORDS["detonating"])
SEARCHING = tuple(fold(cue) for cue in _WORDS["searching"])
SERVICES = _folded(_WORDS["services"])
SINCE = tuple(fold(cue) for cue in _WORDS["since"])
SUPERSEDED = tuple(fold(cue) for cue in _WORDS["superseded"])
CORRECTED = tuple(fold(cue) for cue in _WORDS["corrected"])
CORRECTED_AFTER = tuple(fold(cue) for cue in _WORDS["corrected_after"])
OPPOSED = tuple(fold(cue) for cue in _WORDS["opposed"])
