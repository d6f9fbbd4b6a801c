"""Outlines: what is told of a story, a measure or a report without reading its words."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.measure import Estimate, Measure, Status, Story


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """A story and how much there is of it; days are ISO 8601, "" where no figure of it has one."""

    story: Story
    measures: int
    contradictions: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MeasureOutline:
    """What is counted, and how many figures, positions, contradictions and independent origins there are of it.

    `is_contradicted` says whether two positions contradict each other, `is_planned` whether a position is expected.
    """

    id: str
    story: str
    predicate: str
    counted: str
    description: str
    description_ar: str
    part_of: str | None
    unit: str
    figures: int
    positions: int
    contradictions: int
    origins: int
    is_contradicted: bool
    is_planned: bool
    estimates: tuple[Estimate, ...]

    def estimate(self, policy: str) -> Estimate | None:
        """The estimate under that policy; the first one where it is missing; None where there is none."""
        named = (e for e in self.estimates if e.policy == policy)
        return next(named, self.estimates[0] if self.estimates else None)

    def is_contested(self, policy: str) -> bool:
        """Whether two positions contradict each other or the estimate is contested."""
        chosen = self.estimate(policy)
        return self.is_contradicted or (chosen is not None and chosen.status is Status.CONTESTED)


@dataclass(frozen=True, slots=True)
class NumberedMeasure:
    """A measure, and the place of each of its figures among the figures of its report, from 1."""

    measure: Measure
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CountingRow:
    """Where a figure of a report counts: at start:end, by predicate and what is counted, in a position of a measure.

    `position` is an index, None where no position holds the figure.
    """

    start: int
    end: int
    predicate: str
    counted: str
    story: str
    measure: str
    position: int | None


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """A report's headline, outlet and moment (ISO 8601; "" where unknown), and how many claims were read in it.

    Of its `figures`, `narrated` have no source but the outlet or none, `anonymous` one without a name. `story` is the
    id of its story, None where it is in none.
    """

    id: str
    story: str | None
    title: str
    outlet: str
    published: str
    figures: int
    statements: int
    narrated: int
    anonymous: int


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """A place, and how much is counted there: figures, measures and stories.

    `name` is the one that most figures have for it, `key` the gazetteer's (None: the gazetteer does not know it);
    `latitude` and `longitude` are degrees in WGS 84 (None: unknown).
    """

    name: str
    key: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    figures: int
    measures: int
    stories: int


@dataclass(frozen=True, slots=True)
class OriginTally:
    """How many positions an origin holds, and how many of them are contradicted or take part in an update."""

    positions: int = 0
    contradicted: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on a source's word: where it lies in the ledger, and how it reached print.

    `number` is its place among the report's claims of its `kind` ("figure" or "statement"), from 1; `via` are the names
    of its relays, and `published` is ISO 8601, "" where unknown.
    """

    reading: int
    position: int
    kind: str
    number: int
    report: str
    outlet: str
    published: str
    source_kind: str
    via: tuple[str, ...]
