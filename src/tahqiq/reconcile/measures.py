"""Measures: the figures of one story, grouped, held against one another and estimated."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from tahqiq.model.measure import Measure
from tahqiq.model.report import ReadReport, Report
from tahqiq.reconcile import descriptions
from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.joining import join
from tahqiq.reconcile.origins import Lineage
from tahqiq.reconcile.parts import wholes
from tahqiq.reconcile.policies.case import Case, Policy
from tahqiq.reconcile.positions import positions
from tahqiq.reconcile.readings import readings
from tahqiq.reconcile.relations import relations
from tahqiq.reconcile.voices import voices


def measure_story(
    story: str, reports: Sequence[ReadReport], copies: Mapping[str, Report], policies: Sequence[Policy]
) -> list[Measure]:
    """The measures of the story with that id, in the order of their earliest figures."""
    groups = join(readings(reports))
    lineage = Lineage(copies, voices(reports))
    names = [_id(group) for group in groups]
    return [
        _measure(story, group, lineage, policies, (names[index], None if whole is None else names[whole]))
        for index, (group, whole) in enumerate(zip(groups, wholes(groups), strict=True))
    ]


def _measure(
    story: str, group: Group, lineage: Lineage, policies: Sequence[Policy], names: tuple[str, str | None]
) -> Measure:
    held = positions(group.readings, lineage)
    related = relations(held)
    return Measure(
        id=names[0],
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
    )


def _id(group: Group) -> str:
    """Predicate and earliest figure, each field with its length before it so that no two lists hash alike."""
    first = group.readings[0].reported
    fields = (group.readings[0].predicate, first.report_id, str(first.figure.span.start), str(first.figure.span.end))
    joined = "".join(f"{len(field)}:{field}" for field in fields)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]
