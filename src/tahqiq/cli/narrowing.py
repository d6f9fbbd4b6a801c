"""Filters typed on the command line: what names nothing in the ledger is refused, with what it may have meant."""

from __future__ import annotations

from difflib import get_close_matches

from tahqiq.errors import UnknownName
from tahqiq.exported import story_named
from tahqiq.ledger.recall import Filter
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import PREDICATES

_NEAREST = 5


def known_report(kept: Ledger, id: str | None) -> str | None:
    """The same id; UnknownName with the nearest where there is no such report. None names none."""
    if id is not None and next(iter(kept.read_reports([id])), None) is None:
        raise UnknownName("report", id, nearest=_nearest(id, [report.id for report in kept.reports()]))
    return id


def known_predicate(kept: Ledger, name: str | None) -> str | None:
    """The same predicate; UnknownName with the nearest for one that neither is published nor stands in the ledger."""
    if name is None or name in PREDICATES or next(kept.figures(Filter(predicate=name)), None) is not None:
        return name
    nearest = _nearest(name, sorted(PREDICATES))
    raise UnknownName("predicate", name, () if nearest else tuple(sorted(PREDICATES)), nearest)


def known_story(kept: Ledger, id: str | None) -> str | None:
    """The same id; UnknownName with the stories that there are where a reconciled ledger has no such story."""
    return id if id is None else story_named(kept, id).id


def _nearest(name: str, known: list[str]) -> tuple[str, ...]:
    return tuple(get_close_matches(name, known, _NEAREST, cutoff=0.5))
