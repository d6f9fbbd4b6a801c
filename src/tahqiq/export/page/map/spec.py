"""What a map shows, before anything is placed or drawn."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.map.outlines import Bounds


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: its name in one language (plain, one line), where it lies, how much is said of it.

    `target` is the address of its page; `told` what a reader hears of it. A spot that `is_wide` (a country) stands for
    more than the point where it is drawn: the map is not stretched to show it.
    """

    name: str
    latitude: float
    longitude: float
    weight: int
    target: str
    told: str
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A map's width and height in CSS pixels; `name` is its class."""

    name: str
    width: int
    height: int


WIDE = Frame("wide", 760, 420)
NARROW = Frame("narrow", 350, 320)

EARTH = Bounds(-180.0, -60.0, 180.0, 85.0)
