"""Stories: reports of one running matter, found by the rare words that they share and the time between them."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tahqiq.model.measure import Story
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.moments import DAY, hours
from tahqiq.reconcile.words import stems

_LEAD = 400
_TITLE_WEIGHT = 2.0
_HANDLES = 14
_NEAR = 0.2
_FAR = 0.38
_FADES_FROM = 3 * DAY
_FADED_AT = 21 * DAY
_REASON_WORDS = 5

Vector = Mapping[str, float]


@dataclass(slots=True)
class _Thread:
    """A story while it is followed: its members, the sum of their vectors with its square, the hour of the last."""

    members: list[int] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    last: float | None = None

    def shared(self, vector: Vector) -> float:
        total = self.total
        return sum([weight * total[term] for term, weight in vector.items() if term in total])

    def likeness(self, vector: Vector) -> float:
        """The cosine between a unit vector and the story's sum."""
        return self.shared(vector) / math.sqrt(self.square) if self.square else 0.0

    def add(self, index: int, vector: Vector, told: float | None) -> None:
        self.square += 2 * self.shared(vector) + sum(weight * weight for weight in vector.values())
        self.members.append(index)
        for term, weight in vector.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        self.last = told if self.last is None or (told is not None and told > self.last) else self.last


def follow(reports: Sequence[ReadReport]) -> list[tuple[Story, list[ReadReport]]]:
    """Every report in exactly one story, with the story's reports; `reports` are in order of time, undated last.

    A report joins the story whose words it shares most (cosine of term weights, title words twice), if enough; the
    longer nobody wrote about it, the more it takes.
    """
    vectors = _vectors(reports)
    threads: list[_Thread] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        meta = reports[index].report.metadata
        told = None if meta.published is None else hours(meta.published)
        handles = _handles(vector)
        chosen = _closest(vector, told, [(i, threads[i]) for i in _candidates(handles, holders)])
        if chosen is None:
            chosen = len(threads)
            threads.append(_Thread())
        threads[chosen].add(index, vector, told)
        for term in handles:
            if not holders[term] or chosen not in holders[term][-64:]:
                holders[term].append(chosen)
    return [_story(thread, reports, vectors) for thread in threads]


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


def _candidates(handles: Sequence[str], holders: Mapping[str, list[int]]) -> list[int]:
    """Threads that share a handle, those with the most shared first (at most 20)."""
    shared = Counter(thread for term in handles for thread in holders.get(term, ())[-200:])
    return sorted(shared, key=lambda thread: (-shared[thread], thread))[:20]


def _closest(vector: Vector, told: float | None, threads: Sequence[tuple[int, _Thread]]) -> int | None:
    best, chosen = 0.0, None
    for index, thread in threads:
        likeness = thread.likeness(vector)
        if likeness >= _bar(thread, told) and likeness > best:
            best, chosen = likeness, index
    return chosen


def _bar(thread: _Thread, told: float | None) -> float:
    if told is None or thread.last is None:
        return _NEAR
    share = (told - thread.last - _FADES_FROM) / (_FADED_AT - _FADES_FROM)
    return _NEAR + (_FAR - _NEAR) * min(1.0, max(0.0, share))


def _story(thread: _Thread, reports: Sequence[ReadReport], vectors: Sequence[Vector]) -> tuple[Story, list[ReadReport]]:
    members = [reports[index] for index in thread.members]
    ids = tuple(read.report.id for read in members)
    title = _title(reports[max(thread.members, key=lambda i: (thread.likeness(vectors[i]), -i))])
    name = hashlib.sha256(f"story {ids[0]}".encode()).hexdigest()[:16]
    return Story(name, title, ids, _reason(thread)), members


def _title(read: ReadReport) -> str:
    text = read.report.text
    written = read.report.metadata.title or text.raw[: text.title_end] or text.raw.lstrip().partition("\n")[0]
    return " ".join(written.split())[:120]


def _reason(thread: _Thread) -> str:
    terms = sorted(thread.total, key=lambda term: (-thread.total[term], term))[:_REASON_WORDS]
    if len(thread.members) == 1:
        return "one report"
    return f"{len(thread.members)} reports share the words {', '.join(terms)}"
