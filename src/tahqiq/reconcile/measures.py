"""Measures: the figures of one story, grouped, held against one another and estimated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tahqiq.model.decisions import UNDECIDED, Decisions
from tahqiq.model.measure import Measure, Story
from tahqiq.model.report import ReadReport, Report
from tahqiq.reconcile import descriptions
from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.joining import join
from tahqiq.reconcile.judged import judged_readings, judged_report
from tahqiq.reconcile.origins import Lineage
from tahqiq.reconcile.parts import wholes
from tahqiq.reconcile.policies.case import Case, Policy
from tahqiq.reconcile.positions import positions
from tahqiq.reconcile.readings import readings
from tahqiq.reconcile.regrouping import Address, address, addresses, regrouped
from tahqiq.reconcile.relations import relations
from tahqiq.reconcile.voices import voices


def measure_story(
    story: Story,
    reports: Sequence[ReadReport],
    copies: Mapping[str, Report],
    policies: Sequence[Policy],
    decisions: Decisions = UNDECIDED,
) -> list[Measure]:
    """The measures of a story, in the order of their earliest figures, as people decided.

    `reports` are those of the story in its order; `decisions` may be on other reports too.
    """
    judged = _judged(reports, decisions)
    groups, found = _grouped(reports, judged, decisions)
    lineage = Lineage(copies, voices(judged))
    return [
        _measure(story.id, group, lineage, policies, (found[index], None if whole is None else found[whole].id))
        for index, (group, whole) in enumerate(zip(groups, wholes(groups), strict=True))
    ]


def _judged(reports: Sequence[ReadReport], decisions: Decisions) -> list[ReadReport]:
    own = decisions.claims
    return [judged_report(read, own[read.report.id]) if read.report.id in own else read for read in reports]


def _grouped(
    reports: Sequence[ReadReport], judged: Sequence[ReadReport], decisions: Decisions
) -> tuple[list[Group], list[Address]]:
    """The groups with the address of each; those as read are needed for addresses only where something was decided."""
    own = decisions.of(read.report.id for read in reports)
    if not own:
        groups = join(readings(reports))
        return groups, list(map(address, groups))
    groups = regrouped(join(judged_readings(judged, own)), own.measures)
    return groups, addresses(groups, join(readings(reports)))


def _measure(
    story: str, group: Group, lineage: Lineage, policies: Sequence[Policy], names: tuple[Address, str | None]
) -> Measure:
    held = positions(group.readings, lineage)
    related = relations(held)
    return Measure(
        id=names[0].id,
        story=story,
        predicate=group.readings[0].predicate,
        counted=descriptions.counted(group),
        place=descriptions.place(group),
        description=descriptions.english(group),
        description_ar=descriptions.arabic(group),
        figures=tuple(reading.reported for reading in group.readings),
        positions=tuple(one.position for one in held),
        relations=related,
        estimates=tuple(policy(Case(tuple(held), related)) for policy in policies),
        part_of=names[1],
        formerly=names[0].formerly,
    )
