"""Reconcile: the claims of many reports become stories, measures, positions, relations and estimates."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.model.measure import Reconciliation
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.copies import find_copies
from tahqiq.reconcile.measures import measure_story
from tahqiq.reconcile.moments import hours
from tahqiq.reconcile.policies import POLICIES, ranked_from
from tahqiq.reconcile.stories import follow


def reconcile(reports: Sequence[ReadReport], policy: str = "interval") -> Reconciliation:
    """Everything that follows from a set of read reports; the same for any order of `reports` (ids must be unique).

    Each measure is estimated under every policy of `POLICIES`, under `policy` first; raises UnknownName for any other.
    Work grows with the number of reports.
    """
    ranked = ranked_from(policy)
    ordered = sorted(reports, key=_order)
    copied = find_copies(ordered)
    told = follow(ordered)
    found = [measure for story, own in told for measure in measure_story(story.id, own, copied, ranked)]
    return Reconciliation(tuple(story for story, _ in told), tuple(found))


def _order(read: ReadReport) -> tuple[float, str]:
    published = read.report.metadata.published
    return float("inf") if published is None else hours(published), read.report.id


__all__ = ["POLICIES", "reconcile"]
