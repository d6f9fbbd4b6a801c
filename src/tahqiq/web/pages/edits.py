"""What each edit of a report did: to its claims, and to its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.differences import differences
from tahqiq.export.page.strings import Both, report_words
from tahqiq.export.page.wording import day, quantity
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.version import Change, Changed, Edit
from tahqiq.web.words import tell

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class EditView:
    """The step from one version to the next: when it came, whether it says so, what it changed, both texts as one."""

    number: int
    received: Both
    standing: Both
    is_silent: bool
    changes: tuple[Both, ...]
    words: Markup


def edit_views(edits: Iterable[Edit]) -> Iterator[EditView]:
    """Edits as the page of their report shows them, the newest first."""
    for edit in reversed(list(edits)):
        yield EditView(
            number=edit.number + 1,
            received=day(dt.datetime.fromisoformat(edit.after.received)),
            standing=_standing(edit),
            is_silent=edit.is_silent,
            changes=tuple(map(_change, edit.changes)),
            words=differences(edit.before.read.report.text.raw, edit.after.read.report.text.raw),
        )


def _standing(edit: Edit) -> Both:
    if edit.is_announced:
        return tell("edit.announced")
    return tell("edit.silent") if edit.is_silent else tell("edit.no_claim")


def _change(change: Change) -> Both:
    kind = tell(f"edit.{change.kind.value}")
    if change.before is None or change.after is None:
        told = change.after if change.before is None else change.before
        assert told is not None, "a change has at least one side"
        return tell("edit.one_side", kind=kind, claim=_claim(told))
    return tell("edit.both_sides", kind=kind, before=_claim(change.before), after=_claim(change.after))


def _claim(changed: Changed) -> Both:
    if isinstance(changed, Figure):
        value, said = quantity(changed.quantity), report_words(changed.span.quote)
        return tell("edit.figure", value=value, words=said)
    quote = changed.content.quote if isinstance(changed, Statement) else changed.quote
    return report_words(quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rpartition(' ')[0]} …")
