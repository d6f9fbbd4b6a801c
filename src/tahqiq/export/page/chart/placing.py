"""Where dots and labels go so that none hides another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

DOT = 7.0
_APART = 2 * DOT + 8
_GAP = 14.0
_LINE = 15.0
_LETTER = 7.1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in CSS pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text at a place; `anchor` is SVG's text-anchor, `x` and `y` the first baseline."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


def spread(places: Sequence[tuple[float, float]], frame: Box) -> list[tuple[float, float]]:
    """The same places, those that would collide moved sideways to the nearest free place inside the frame.

    Where no place is free within the frame's width, the dot stays where it was.
    """
    taken: list[tuple[float, float]] = []
    for x, y in places:
        taken.append((next((c for c in _sideways(x, frame) if _is_free(c, y, taken)), x), y))
    return taken


def dot_box(x: float, y: float) -> Box:
    """The room that a dot takes."""
    return Box(x - DOT - 5, y - DOT - 5, x + DOT + 5, y + DOT + 5)


def place_label(lines: tuple[str, ...], dot: tuple[float, float], taken: Iterable[Box], frame: Box) -> Label | None:
    """The first free place for a label around its dot: beside, above, below, at the corners; None where there is none.

    Fewer lines are tried before giving up: the last line goes first.
    """
    walls = list(taken)
    for kept in range(len(lines), 0, -1):
        for label in _around(lines[:kept], dot):
            room = label_box(label)
            if frame.holds(room) and not any(room.meets(wall) for wall in walls):
                return label
    return None


def place_on_line(start: tuple[float, float], end: tuple[float, float], taken: Iterable[Box]) -> tuple[float, float]:
    """The free place on a line nearest to its middle; the middle itself where none is free."""
    walls = list(taken)
    for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78):
        at = (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        if not any(dot_box(*at).meets(wall) for wall in walls):
            return at
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def line_boxes(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Box]:
    """The room along a line between two dots, as small boxes."""
    length = math.dist(start, end)
    for at in range(20, int(length) - 10, 18):
        x, y = (s + (e - s) * at / length for s, e in zip(start, end, strict=True))
        yield Box(x - 5, y - 5, x + 5, y + 5)


def label_box(label: Label) -> Box:
    """The room that a label takes, letters taken a little wider than most are."""
    width = max(len(line) for line in label.lines) * _LETTER
    left = {"start": label.x, "end": label.x - width, "middle": label.x - width / 2}[label.anchor]
    return Box(left, label.y - 12, left + width, label.y - 12 + _LINE * len(label.lines) + 2)


def _around(lines: tuple[str, ...], dot: tuple[float, float]) -> Iterator[Label]:
    x, y = dot
    extra = _LINE * (len(lines) - 1)
    beside, above, below = y + 5 - extra / 2, y - _GAP - 6 - extra, y + _GAP + 13
    for anchor, at in (("start", x + _GAP + 3), ("end", x - _GAP - 3)):
        yield Label(lines, at, beside, anchor)
    for baseline in (above, below):
        yield Label(lines, x, baseline, "middle")
    for anchor, at in (("start", x + DOT - 2), ("end", x - DOT + 2)):
        for baseline in (above, below):
            yield Label(lines, at, baseline, anchor)


def _sideways(x: float, frame: Box) -> Iterator[float]:
    yield min(max(x, frame.left), frame.right)
    for step in range(1, 60):
        for candidate in (x + step * _APART, x - step * _APART):
            if frame.left <= candidate <= frame.right:
                yield candidate


def _is_free(x: float, y: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(abs(x - other) >= _APART - 1 or abs(y - height) >= _APART for other, height in taken)
