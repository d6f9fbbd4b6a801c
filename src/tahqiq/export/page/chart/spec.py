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
    `when` None is shown in its own lane; `target` is an element id of the page.
    """

    key: int
    held: Quantity
    value: str
    name: str
    when: dt.date | None
    kind: SourceKind
    target: str
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
    """Values over time. `band` is the low and high of the estimate, None where a side is open."""

    id: str
    points: tuple[Point, ...]
    links: tuple[Link, ...] = ()
    band: tuple[Number | None, Number | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in CSS pixels; `is_narrow` is the drawing for a phone, with values but no names."""

    width: int
    height: int
    is_narrow: bool = False


WIDE = Size(760, 310)
NARROW = Size(350, 300, is_narrow=True)
