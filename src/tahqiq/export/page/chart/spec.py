"""What a chart shows, before anything is placed or drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.quantity import Number, Quantity
from tahqiq.model.source import SourceKind


@dataclass(frozen=True, slots=True)
class Point:
    """One position: where it stands, what marks it, and the row of the table that it leads to.

    `key` is its number in the table; `value` a few language-free signs; `name` plain text (no markup, one line);
    `when` None is shown in its own lane; `target` is an address (None: the dot leads nowhere).
    """

    key: int
    held: Quantity
    value: str
    name: str
    when: dt.date | None
    kind: SourceKind
    target: str | None
    stance: Stance = Stance.ASSERTED
    is_contradicted: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two points (by key): a contradiction, or an update from the first to the second."""

    start: int
    end: int
    is_contradiction: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Values over time. `band` is the low and high of the estimate, None where a side is open, `best` its best value.

    `days` are the first and last day to show, where they are not those of the points.
    """

    id: str
    points: tuple[Point, ...]
    links: tuple[Link, ...] = ()
    band: tuple[Number | None, Number | None] = (None, None)
    best: Number | None = None
    days: tuple[dt.date, dt.date] | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in CSS pixels; `name` is its class. `is_narrow` is a drawing with values but no names."""

    name: str
    width: int
    height: int
    is_narrow: bool = True


WIDE = Size("wide", 760, 310, is_narrow=False)
NARROW = Size("narrow", 350, 300)
SMALL = Size("small", 300, 170)
