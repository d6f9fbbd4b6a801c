"""Copies: reports that are near-copies of one another, found by sampled word shingles."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tahqiq.model.report import ReadReport, Report
from tahqiq.reconcile.words import words

_SHINGLE = 8
_SAMPLE = 4
_TOO_SHORT = 12
_CROWDED = 64
_RESEMBLANCE = 0.5
_CONTAINMENT = 0.8


def find_copies(reports: Sequence[ReadReport]) -> dict[str, Report]:
    """From the id of each near-copy to the first report of its kind (`reports` are in order of time).

    Two reports are near-copies when half of all their eight-word shingles are shared, or four fifths of the shorter's;
    measured on every fourth shingle, chosen by hash, so that the work grows with the number of reports only. Texts
    under twenty words are too short to tell.
    """
    sampled = [_sampled(words(read.report.text.raw)) for read in reports]
    first = list(range(len(reports)))
    for earlier, later, shared in _sharing(sampled):
        if is_copy(len(sampled[earlier]), len(sampled[later]), shared):
            _unite(first, earlier, later)
    roots = {index: _root(first, index) for index in range(len(reports))}
    return {reports[i].report.id: reports[root].report for i, root in roots.items() if root != i}


def is_copy(size_a: int, size_b: int, shared: int) -> bool:
    """Whether sets of those sizes that share so many shingles are near-copies."""
    union = size_a + size_b - shared
    return bool(shared) and (shared >= _RESEMBLANCE * union or shared >= _CONTAINMENT * min(size_a, size_b))


def _sampled(found: Sequence[str]) -> frozenset[int]:
    hashes = [zlib.crc32(word.encode()) for word in found]
    shingles = frozenset(hash(tuple(hashes[i : i + _SHINGLE])) for i in range(len(hashes) - _SHINGLE + 1))
    if len(shingles) < _TOO_SHORT:
        return frozenset()
    return frozenset(shingle for shingle in shingles if shingle % _SAMPLE == 0) or frozenset((min(shingles),))


def _sharing(sampled: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, int]]:
    """Pairs of reports (earlier, later) with how many sampled shingles they share; crowded shingles are skipped."""
    holders: dict[int, list[int]] = defaultdict(list)
    for later, shingles in enumerate(sampled):
        yield from _shared_with(later, shingles, holders)
        for shingle in shingles:
            holders[shingle].append(later)


def _shared_with(later: int, shingles: Iterable[int], holders: dict[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    counts: Counter[int] = Counter()
    for shingle in shingles:
        if len(holders[shingle]) <= _CROWDED:
            counts.update(holders[shingle])
    for earlier in sorted(counts):
        yield earlier, later, counts[earlier]


def _root(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = first[first[index]]
        index = first[index]
    return index


def _unite(first: list[int], a: int, b: int) -> None:
    a, b = sorted((_root(first, a), _root(first, b)))
    first[b] = a
