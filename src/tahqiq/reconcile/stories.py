"""Stories: reports of one running matter, found by the rare words that they share and the time between them."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from tahqiq.model.folding import fold
from tahqiq.model.measure import Story
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.moments import DAY, hours
from tahqiq.reconcile.words import stem, stems

_LEAD = 400
_TITLE_WEIGHT = 2.0
_HANDLES = 14
_NEAR = 0.2
_FAR = 0.38
_LARGE = 400
_FEW = 3
_FADES_FROM = 3 * DAY
_FADED_AT = 21 * DAY
_REASON_WORDS = 5
_REASON_REPORTS = 10
_PUNCTUATION = "#\"'«»“”()[]،,.:؛;!?؟…-_"
_CROWD = 64
_RECENT = 200
_MOST_CANDIDATES = 20

Vector = Mapping[str, float]


@dataclass(slots=True)
class _Thread:
    """A story while it is followed: its members, the sum of their vectors with its square, the hour of the last."""

    members: list[int] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    first: float | None = None
    last: float | None = None

    def gap(self, times: Sequence[float | None]) -> float:
        """Hours between the time that the story spans and the nearest of `times` (none where a date is missing)."""
        told = [time for time in times if time is not None]
        if self.first is None or self.last is None or not told:
            return 0.0
        return min(max(0.0, self.first - time, time - self.last) for time in told)

    def shared(self, vector: Vector) -> float:
        total = self.total
        return sum([weight * total[term] for term, weight in vector.items() if term in total])

    def likeness(self, vector: Vector) -> float:
        """The cosine between a unit vector and the story's sum."""
        return self.shared(vector) / math.sqrt(self.square) if self.square else 0.0

    def add(self, item: _Item) -> None:
        """Take the report in."""
        vector, told = item.vector, item.told
        self.square += 2 * self.shared(vector) + sum(weight * weight for weight in vector.values())
        self.members.append(item.index)
        for term, weight in vector.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        if told is not None:
            self.first = told if self.first is None else min(self.first, told)
            self.last = told if self.last is None else max(self.last, told)


def follow(reports: Sequence[ReadReport]) -> list[tuple[Story, list[ReadReport]]]:
    """Every report in exactly one story, with the story's reports; `reports` are in order of time, undated last.

    A report joins the story whose words it shares most (cosine of term weights, title words twice), if enough; the
    longer nobody wrote about it, the more it takes. Then each story of few reports is held against the others once
    more, now that all is told; in a small collection, where matters are few, time then counts for less.
    """
    items = [_Item(i, vector, _told(reports[i])) for i, vector in enumerate(_vectors(reports))]
    threads = _Threads()
    for item in items:
        threads.place(item)
    threads.settle(items, far=_NEAR + (_FAR - _NEAR) * min(1.0, len(reports) / _LARGE))
    return [_story(thread, reports, items) for thread in threads.listed if thread.members]


@dataclass(frozen=True, slots=True)
class _Item:
    """A report to be placed: its index, its unit vector and its hour."""

    index: int
    vector: Vector
    told: float | None


class _Threads:
    """All stories being followed, with an index from telling words to stories, so that few need to be looked at."""

    def __init__(self) -> None:
        self.listed: list[_Thread] = []
        self._holders: dict[str, list[int]] = defaultdict(list)

    def place(self, item: _Item) -> None:
        """Add the report to the story that it fits best, or begin a new one."""
        chosen = self._closest([item], range(len(self.listed)), _FAR)
        if chosen is None:
            chosen = len(self.listed)
            self.listed.append(_Thread())
        self._add(item, chosen)

    def settle(self, items: Sequence[_Item], far: float) -> None:
        """Let each story of few reports join the one that it fits best among those no smaller, if it does."""
        few = [i for i, thread in enumerate(self.listed) if len(thread.members) <= _FEW]
        for index in sorted(few, key=lambda i: (len(self.listed[i].members), i)):
            thread = self.listed[index]
            size = len(thread.members)
            others = {i for i, other in enumerate(self.listed) if i != index and len(other.members) >= size}
            moved = [items[i] for i in thread.members]
            chosen = self._closest(moved, others, far)
            if chosen is not None:
                thread.members.clear()
                for item in moved:
                    self._add(item, chosen)

    def _add(self, item: _Item, chosen: int) -> None:
        self.listed[chosen].add(item)
        for term in _handles(item.vector):
            if chosen not in self._holders[term][-_CROWD:]:
                self._holders[term].append(chosen)

    def _closest(self, moved: Sequence[_Item], among: Container[int], far: float) -> int | None:
        """The story that reports of one matter are most alike to, on average, if they are alike enough."""
        best, chosen = 0.0, None
        for index in self._candidates(moved, among):
            thread = self.listed[index]
            likeness = sum(thread.likeness(item.vector) for item in moved) / len(moved)
            if likeness > best and likeness >= _bar(thread.gap([item.told for item in moved]), far):
                best, chosen = likeness, index
        return chosen

    def _candidates(self, moved: Sequence[_Item], among: Container[int]) -> list[int]:
        """Stories that share telling words with the reports, those with the most shared first (at most 20)."""
        handles = (term for item in moved for term in _handles(item.vector))
        holders = (thread for term in handles for thread in self._holders.get(term, ())[-_RECENT:])
        shared = Counter(thread for thread in holders if thread in among)
        return sorted(shared, key=lambda thread: (-shared[thread], thread))[:_MOST_CANDIDATES]


def _bar(gap: float, far: float) -> float:
    """How alike reports must be to a story, `gap` hours away; `far` from three weeks on."""
    share = (gap - _FADES_FROM) / (_FADED_AT - _FADES_FROM)
    return _NEAR + (far - _NEAR) * min(1.0, max(0.0, share))


def _vectors(reports: Sequence[ReadReport]) -> list[Vector]:
    counts = [_counts(read) for read in reports]
    used = Counter(term for count in counts for term in count)
    rarity = {term: math.log(1 + len(reports) / n) for term, n in used.items() if n > 1}
    return [_normal({t: (1 + math.log(n)) * rarity[t] for t, n in count.items() if t in rarity}) for count in counts]


def _counts(read: ReadReport) -> dict[str, float]:
    text = read.report.text
    title = read.report.metadata.title or text.raw[: text.title_end or max(0, text.raw.find("\n"))]
    counts: dict[str, float] = defaultdict(float)
    for term in stems(text.raw)[:_LEAD]:
        counts[term] += 1
    for term in stems(title):
        counts[term] += _TITLE_WEIGHT
    return {term: count for term, count in counts.items() if not term.isdigit()}


def _normal(weights: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _handles(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda term: (-vector[term], term))[:_HANDLES]


def _told(read: ReadReport) -> float | None:
    published = read.report.metadata.published
    return None if published is None else hours(published)


def _story(thread: _Thread, reports: Sequence[ReadReport], items: Sequence[_Item]) -> tuple[Story, list[ReadReport]]:
    members = [reports[index] for index in sorted(thread.members)]
    ids = tuple(read.report.id for read in members)
    told = title(reports[max(thread.members, key=lambda i: (thread.likeness(items[i].vector), -i))])
    return Story(story_id(ids[0]), told, ids, _reason(thread, members)), members


def story_id(first: str) -> str:
    """The id of the story whose earliest report is `first`."""
    return hashlib.sha256(f"story {first}".encode()).hexdigest()[:16]


def order(read: ReadReport) -> tuple[float, str]:
    """Where a report stands among others: earliest first, undated last."""
    published = read.report.metadata.published
    return float("inf") if published is None else hours(published), read.report.id


def title(read: ReadReport) -> str:
    """The headline of a report, on one line and cut at 120 letters; its first line where none is known."""
    text = read.report.text
    written = read.report.metadata.title or text.raw[: text.title_end] or text.raw.lstrip().partition("\n")[0]
    return " ".join(written.split())[:120]


def _reason(thread: _Thread, members: Sequence[ReadReport]) -> str:
    if len(members) == 1:
        return "one report"
    terms = sorted(thread.total, key=lambda term: (-thread.total[term], term))[:_REASON_WORDS]
    return f"{len(members)} reports share the words {', '.join(_as_written(terms, members))}"


def _as_written(terms: Sequence[str], members: Sequence[ReadReport]) -> list[str]:
    """For each stem the form in which the first reports write it most often, without clitics where they do."""
    forms: dict[str, Counter[str]] = {term: Counter() for term in terms}
    for read in members[:_REASON_REPORTS]:
        for word in read.report.text.raw.split()[:_LEAD]:
            bare = word.strip(_PUNCTUATION)
            if (folded := fold(bare)) and (term := stem(folded)) in forms:
                forms[term][bare] += 1
    return [min(found, key=lambda form: (-found[form], len(form), form), default=term) for term, found in forms.items()]
