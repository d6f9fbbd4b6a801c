"""Lists cut at a stated length, with the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from markupsafe import Markup

from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.strings import NOTHING, Both, say

T = TypeVar("T")


def capped(listed: Sequence[T], most: int, key: str, options: PageOptions) -> tuple[tuple[T, ...], Both]:
    """The first `most` of a list, and what to say of the rest ("" where nothing is left out)."""
    return tuple(listed[:most]), left_out(key, min(most, len(listed)), len(listed), options)


def left_out(key: str, shown: int, total: int, options: PageOptions) -> Both:
    """What to say where only `shown` of `total` are on the page; "" where all are."""
    if shown == total:
        return NOTHING
    return say(f"interface.{key}", shown=shown, total=total, command=command("measures", options))


def command(verb: str, options: PageOptions, story: str | None = None) -> Markup:
    """The command that shows what a page leaves out."""
    chosen = f" --story {story}" if story else ""
    return Markup('<code dir="ltr">tahqiq {} --ledger {}{}</code>').format(verb, options.ledger, chosen)
