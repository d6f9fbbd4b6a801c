"""Which claim of an older text became which of a newer one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

C = TypeVar("C")

_MOST_COMPARED = 40


def unmatched(before: Sequence[C], after: Sequence[C], key: Callable[[C], Hashable]) -> tuple[list[C], list[C]]:
    """What of each side has no equal on the other; equals are paired off one to one."""
    both = Counter(map(key, before)) & Counter(map(key, after))
    return _without(before, both, key), _without(after, both, key)


def _without(claims: Sequence[C], both: Counter[Hashable], key: Callable[[C], Hashable]) -> list[C]:
    left, kept = Counter(both), []
    for claim in claims:
        name = key(claim)
        if left[name]:
            left[name] -= 1
        else:
            kept.append(claim)
    return kept


def pairs(
    old: Sequence[C], new: Sequence[C], kind: Callable[[C], Hashable], likeness: Callable[[C, C], float]
) -> list[tuple[C, C]]:
    """Claims of one kind, the most alike first, none twice; a likeness of 0 is no pair.

    Of each kind the first 40 of a side are compared, so that the work stays linear.
    """
    kinds: dict[Hashable, tuple[list[C], list[C]]] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((old, new)):
        for claim in claims:
            kinds[kind(claim)][side].append(claim)
    found: list[tuple[C, C]] = []
    for olds, news in kinds.values():
        found.extend(_greedy(olds[:_MOST_COMPARED], news[:_MOST_COMPARED], likeness))
    return found


def _greedy(olds: Sequence[C], news: Sequence[C], likeness: Callable[[C, C], float]) -> list[tuple[C, C]]:
    scored = [(likeness(a, b), i, j) for i, a in enumerate(olds) for j, b in enumerate(news)]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for alike, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
        if alike > 0 and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            found.append((olds[i], news[j]))
    return found


def matched(found: Sequence[tuple[C, C]]) -> tuple[set[int], set[int]]:
    """The identities of all that was paired, of the older side and of the newer."""
    return {id(a) for a, _ in found}, {id(b) for _, b in found}
