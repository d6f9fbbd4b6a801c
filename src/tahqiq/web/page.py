"""A page before it is written: a template and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tahqiq.export.page.strings import Both
from tahqiq.web.addresses import address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.words import tell

Value = object


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the template of `templates/pages`, its title, its values, the section of the site that it is of.

    `depth` is added to the level of headings that the single page's templates write.
    """

    template: str
    title: Both
    values: Mapping[str, Value] = field(default_factory=dict)
    section: str = "stories"
    depth: int = 0


Show = Callable[[Desk, Asked], Page]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of a list too long for one page: the bounds, in words, and the addresses of the leaves beside it."""

    words: Both
    previous: str | None
    next: str | None


def leaf(
    path: str, asked: dict[str, str | None], at: int, size: int, total: int, name: str = "page"
) -> tuple[slice, Leaf | None]:
    """What of `total` things stands on the leaf number `at` (from 1), and how to turn to others; None where all do.

    `name` is the parameter that carries the number.
    """
    start = (at - 1) * size
    shown = slice(start, start + size)
    if total <= size:
        return shown, None
    words = tell("site.shown", first=min(start + 1, total), last=min(start + size, total), total=total)
    previous = address(path, **asked, **{name: at - 1}) if at > 1 else None
    following = address(path, **asked, **{name: at + 1}) if start + size < total else None
    return shown, Leaf(words, previous, following)
