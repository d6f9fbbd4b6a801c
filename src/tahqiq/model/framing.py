"""Framing: what outlets call the same thing, which positions they carry, and whom they let speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tahqiq.model.measure import Measure
from tahqiq.model.source import Source
from tahqiq.model.text import Span


class Voice(StrEnum):
    """Whose words a term is: the outlet's own, its report of what a source said, or a source's in quotation marks."""

    OWN = "own"
    REPORTED = "reported"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Term:
    """One of the words for the same actor or act, as it is written most plainly, with its sense in English."""

    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Family:
    """Terms between which a writer chooses for one actor, act or group of people (`kind`); `key` is its id."""

    key: str
    kind: str
    arabic: str
    english: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A term at a place of a report. `source` is who speaks there; None where the outlet does, or nobody is named."""

    span: Span
    family: Family
    term: Term
    voice: Voice
    source: Source | None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A naming with the report that holds it."""

    report_id: str
    naming: Naming


@dataclass(frozen=True, slots=True)
class TermUse:
    """How often an outlet uses a term in a story, by voice, with a place for each voice that it has."""

    family: Family
    term: Term
    outlet: str
    own: int
    reported: int
    quoted: int
    evidence: tuple[NamedIn, ...]


class Carriage(StrEnum):
    """Whether an outlet's reports carry a position; EARLIER where all of them are older than the position is."""

    CARRIED = "carried"
    ABSENT = "absent"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class CarriedPosition:
    """A position of a measure (by index), and how each outlet of the story stands to it.

    `first` has, for each outlet that carries it, the index of its first figure of the position in the measure.
    """

    measure: Measure
    position: int
    outlets: Mapping[str, Carriage]
    first: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How many statements of a source an outlet carries, `direct` of them wholly between quotation marks.

    `first` are the words of the first one, which is statement number `number`, from 1, of its report.
    """

    source: Source
    outlet: str
    statements: int
    direct: int
    report_id: str
    number: int
    first: Span


@dataclass(frozen=True, slots=True)
class Framing:
    """Facts of the words of a story's reports, and no score.

    `outlets` are those of the story, that with the most reports first: each under its name, else under the host of its
    address, else under the id of its report. `terms` are grouped by family, the most used
    first; `positions` are those of measures on which two or more are held; `sources` begin with the most quoted.
    """

    story: str
    outlets: tuple[str, ...]
    terms: tuple[TermUse, ...]
    positions: tuple[CarriedPosition, ...]
    sources: tuple[SourceUse, ...]
