"""Coasts and borders, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A stretch of the earth in degrees (WGS 84): `west` to `east`, `south` to `north`."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Bounds) -> bool:
        """Whether the two share any place."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """A piece of a coast or border, as longitudes and latitudes, and the stretch that it lies in."""

    points: tuple[Degrees, ...]
    bounds: Bounds


def outlines(within: Bounds) -> Iterator[Outline]:
    """The pieces that a stretch of the earth may show."""
    return (outline for outline in _all() if outline.bounds.meets(within))


@cache
def _all() -> tuple[Outline, ...]:
    lines = resources.files(__package__).joinpath("outlines.txt").read_text("utf-8").splitlines()[1:]
    return tuple(_outline(tuple(_points(line))) for line in lines)


def _points(line: str) -> Iterator[Degrees]:
    east = north = 0
    for step in line.split():
        x, _, y = step.partition(",")
        east, north = east + int(x), north + int(y)
        yield east / 100, north / 100


def _outline(points: tuple[Degrees, ...]) -> Outline:
    east, north = zip(*points, strict=True)
    return Outline(points, Bounds(min(east), min(north), max(east), max(north)))
