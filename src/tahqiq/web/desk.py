"""A ledger as the pages read it: what is slow to tell is told once, until the ledger changes."""

from __future__ import annotations

import heapq
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tahqiq import wiring
from tahqiq.errors import UnknownName
from tahqiq.export.page.order import clashes, contradicted
from tahqiq.export.rows import SourceRow
from tahqiq.export.summaries import source_rows
from tahqiq.ledger.store import Ledger
from tahqiq.model.alert import RaisedAlert
from tahqiq.model.framing import Framing
from tahqiq.model.measure import Measure, RelationKind, Story
from tahqiq.model.report import ReadReport

_NEWEST = 8
_RECENT, _FRAMED = 8, 64

T = TypeVar("T")
State = tuple[int, bool]


@dataclass(slots=True)
class StoryTally:
    """A story and how much there is of it; days are ISO 8601, "" where no figure of it has one."""

    story: Story
    measures: int = 0
    contradictions: int = 0
    first: str = ""
    last: str = ""

    def count(self, measure: Measure) -> None:
        """Take one of its measures into account."""
        self.measures += 1
        self.contradictions += clashes([measure])
        days = [f.published.isoformat()[:10] for f in measure.figures if f.published is not None]
        if days:
            self.first = min(self.first or "9999", *days)
            self.last = max(self.last, *days)


@dataclass(slots=True)
class OriginTally:
    """How many positions an origin holds, and how many of them are contradicted or take part in an update."""

    positions: int = 0
    contradicted: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All stories of a ledger at a glance, the measures that were contradicted last, and origins by name.

    `is_current` says that every report was reconciled. `story_of` gives the story of a report, by ids.
    """

    stories: Mapping[str, StoryTally]
    newest: tuple[Measure, ...]
    origins: Mapping[str, OriginTally]
    story_of: Mapping[str, str]
    is_current: bool


@dataclass(slots=True)
class _Kept(Generic[T]):
    """A value that holds for one state of the ledger, made when it is first asked for."""

    make: Callable[[], T]
    lock: threading.Lock = field(default_factory=threading.Lock)
    state: State | None = None
    value: T | None = None

    def at(self, state: State) -> T:
        with self.lock:
            if self.value is None or self.state != state:
                self.value, self.state = self.make(), state
            return self.value


class _Recent(Generic[T]):
    """The values for the stories asked for last, `most` of them, in one state of the ledger."""

    def __init__(self, make: Callable[[Story], T], most: int) -> None:
        self._make = make
        self._most = most
        self._lock = threading.Lock()
        self._values: OrderedDict[str, tuple[State, T]] = OrderedDict()

    def at(self, state: State, story: Story) -> T:
        with self._lock:
            held = self._values.get(story.id)
            if held is not None and held[0] == state:
                self._values.move_to_end(story.id)
                return held[1]
        made = self._make(story)
        with self._lock:
            self._values[story.id] = state, made
            self._values.move_to_end(story.id)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made


class Desk:
    """What pages ask of a ledger. Threads may share it; it writes nothing."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._measures = _Recent(lambda story: tuple(ledger.measures(story.id)), _RECENT)
        self._reports = _Recent(lambda story: self.reports(story.reports), _RECENT)
        self._framings = _Recent(self._framed, _FRAMED)
        self._overview = _Kept(lambda: overview(ledger))
        self._sources = _Kept(lambda: tuple(source_rows(ledger.read_reports())))
        self._alerts = _Kept(lambda: tuple(ledger.alerts()))

    def overview(self) -> Overview:
        """All stories at a glance."""
        return self._overview.at(self._state())

    def sources(self) -> tuple[SourceRow, ...]:
        """Who speaks, the most quoted first."""
        return self._sources.at(self._state())

    def alerts(self) -> tuple[RaisedAlert, ...]:
        """The alerts that were raised, first raised first."""
        return self._alerts.at(self._state())

    def story(self, id: str) -> Story:
        """The story of that id; UnknownName where there is none."""
        tally = self.overview().stories.get(id)
        if tally is None:
            raise UnknownName("story", id)
        return tally.story

    def measures(self, story: Story) -> tuple[Measure, ...]:
        """What is counted in a story."""
        return self._measures.at(self._state(), story)

    def reports(self, ids: Iterable[str]) -> Mapping[str, ReadReport]:
        """Reports with their claims, by id."""
        return {read.report.id: read for read in self.ledger.read_reports(ids)}

    def reports_of(self, story: Story) -> Mapping[str, ReadReport]:
        """The reports of a story with their claims, by id."""
        return self._reports.at(self._state(), story)

    def framing(self, story: Story) -> Framing:
        """How each outlet tells a story."""
        return self._framings.at(self._state(), story)

    def _framed(self, story: Story) -> Framing:
        return wiring.framed(story, list(self.reports_of(story).values()), self.measures(story))

    def _state(self) -> State:
        return self.ledger.audit_head().number, self.ledger.is_reconciled()


def overview(ledger: Ledger) -> Overview:
    """Tell a ledger's stories from its measures, in one pass over them."""
    tallies = {story.id: StoryTally(story) for story in ledger.stories()}
    origins: dict[str, OriginTally] = {}
    newest: list[tuple[str, str, Measure]] = []
    for measure in ledger.measures():
        if measure.story in tallies:
            tallies[measure.story].count(measure)
        _count_origins(measure, origins)
        if clashing := contradicted(measure):
            days = [day.isoformat() for n in clashing if (day := measure.positions[n].as_of) is not None]
            newest.append((max(days, default=""), measure.id, measure))
            newest = heapq.nlargest(_NEWEST, newest, key=lambda one: one[:2])
    story_of = {report: id for id, tally in tallies.items() for report in tally.story.reports}
    return Overview(tallies, tuple(measure for _, _, measure in newest), origins, story_of, ledger.is_reconciled())


def _count_origins(measure: Measure, origins: dict[str, OriginTally]) -> None:
    clashing = contradicted(measure)
    updates = Counter(n for r in measure.relations if r.kind is RelationKind.UPDATE for n in (r.a, r.b))
    for n, position in enumerate(measure.positions):
        tally = origins.setdefault(position.origin.name, OriginTally())
        tally.positions += 1
        tally.contradicted += n in clashing
        tally.updated += n in updates
