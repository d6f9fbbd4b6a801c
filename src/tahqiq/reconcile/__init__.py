"""Reconcile: the claims of many reports become stories, measures, positions, relations and estimates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tahqiq.model.decisions import UNDECIDED, Decisions
from tahqiq.model.measure import Measure, Reconciliation, Story
from tahqiq.model.report import ReadReport, Report
from tahqiq.reconcile.copies import find_copies
from tahqiq.reconcile.measures import measure_story
from tahqiq.reconcile.policies import POLICIES, ranked_from
from tahqiq.reconcile.retelling import retold
from tahqiq.reconcile.stories import follow, order


def reconcile(
    reports: Sequence[ReadReport], policy: str = "interval", decisions: Decisions = UNDECIDED
) -> Reconciliation:
    """Everything that follows from a set of read reports; the same for any order of `reports` (ids must be unique).

    Each measure is estimated under every policy of `POLICIES`, under `policy` first; raises UnknownName for any other.
    `decisions` are what people decided about these reports. Work grows with the number of reports.
    """
    ranked = ranked_from(policy)
    ordered = sorted(reports, key=order)
    copied = find_copies(ordered)
    told = follow(ordered)
    followed = tuple(story for story, _ in told)
    members = {story.id: own for story, own in told}
    stories = followed
    if decisions.stories:
        known = {read.report.id: read for read in ordered}
        stories = retold(followed, decisions.stories, known)
        members = {story.id: [known[id] for id in story.reports] for story in stories}
    judged = decisions.reports
    found = [
        measure
        for story in stories
        for measure in measure_story(
            story, members[story.id], copied, ranked, UNDECIDED if judged.isdisjoint(story.reports) else decisions
        )
    ]
    copies = {id: first.id for id, first in copied.items()}
    return Reconciliation(stories, tuple(found), () if stories == followed else followed, copies)


def remeasure(
    told: Iterable[tuple[Story, Sequence[ReadReport]]], copies: Mapping[str, Report], decisions: Decisions
) -> dict[str, list[Measure]]:
    """The measures of some stories of a reconciliation, by story id, as they are under other decisions.

    Each comes with its reports in its order; `copies` leads from a near-copy's report id to the first of its kind.
    """
    ranked = ranked_from("interval")
    return {story.id: measure_story(story, reads, copies, ranked, decisions) for story, reads in told}


__all__ = ["POLICIES", "reconcile", "remeasure", "retold"]
