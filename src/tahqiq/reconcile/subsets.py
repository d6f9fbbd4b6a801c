"""Subsets: figures of a report that count a part of what another of its figures counts whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tahqiq.model.claim import Figure
from tahqiq.model.quantity import Number
from tahqiq.reconcile.subjects import subject

_FEW = 2
_NEXT_TO = 80


def subsets(figures: Sequence[Figure]) -> frozenset[int]:
    """Indexes of the figures (in text order) that are parts of a like count of the same report.

    Either the report says so ("87 of the 100 victims"), or two neighbours add up to a like count (87 and 13 to 100).
    """
    found = {
        i for i, figure in enumerate(figures) if (whole := whole_of(figure, figures)) and _like(whole) == _like(figure)
    }
    totals: dict[object, set[Number | None]] = defaultdict(set)
    for figure in figures:
        if _is_exact(figure):
            totals[_like(figure)].add(figure.quantity.low)
    for first, second in _neighbours(figures):
        a, b = figures[first], figures[second]
        if (a.quantity.low or 0) + (b.quantity.low or 0) in totals[_like(a)]:
            found |= {first, second}
    return frozenset(found)


def whole_of(part: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure of which the report says that `part` is a part."""
    if part.part_of is None:
        return None
    return next((figure for figure in figures if figure.span.overlaps(part.part_of)), None)


def _like(figure: Figure) -> object:
    return figure.predicate, subject(figure.counted, figure.predicate)


def _is_exact(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.unit == "count" and quantity.low == quantity.high and (quantity.low or 0) > _FEW


def _neighbours(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Pairs of exact, like figures that stand close together, with at most one other between them."""
    for first, figure in enumerate(figures):
        for second in range(first + 1, min(first + 3, len(figures))):
            other = figures[second]
            is_close = other.span.start - figure.span.end <= _NEXT_TO
            if is_close and _is_exact(figure) and _is_exact(other) and _like(figure) == _like(other):
                yield first, second
