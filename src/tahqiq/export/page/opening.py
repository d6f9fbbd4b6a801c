"""What a careful reader would say of a story first, in generated sentences that lead to their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.strings import NOTHING, Both, count, say
from tahqiq.export.page.topic import Topic
from tahqiq.export.page.wording import day
from tahqiq.export.positions import stance
from tahqiq.export.standing import contradicted, origins
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, RelationKind
from tahqiq.model.report import ReadReport
from tahqiq.model.source import SourceKind

_DISPUTES, _PLANS, _FINDINGS = 6, 3, 6
MOST_SAID = max(_DISPUTES, _PLANS, _FINDINGS)
"""The opening speaks of no more measures of one kind: contradicted, planned, or held by several."""


@dataclass(frozen=True, slots=True)
class Material:
    """How much there is to read of a story; `days` are the ISO days of its dated reports, sorted.

    Of the `figures`, `narrated` have no source but the outlet or none, `anonymous` one without a name.
    """

    reports: int
    outlets: int
    figures: int
    statements: int
    narrated: int
    anonymous: int
    days: Sequence[str]


def material_of(reads: Sequence[ReadReport]) -> Material:
    """What there is in some reports."""
    kinds = [f.attribution.source.kind for r in reads for f in r.claims.figures]
    return Material(
        len(reads),
        len({r.report.metadata.outlet for r in reads} - {None}),
        len(kinds),
        sum(len(r.claims.statements) for r in reads),
        sum(k in (SourceKind.NARRATOR, SourceKind.UNKNOWN) for k in kinds),
        kinds.count(SourceKind.ANONYMOUS),
        sorted(p.isoformat()[:10] for r in reads if (p := r.report.metadata.published) is not None),
    )


def lead(read: Material, contested: int, measures: int) -> tuple[Both, ...]:
    """What there is to read, and how many of the measures are contested."""
    if contested:
        return _told(read), say("opening.contested", count=count("contested_measure", contested))
    return (_told(read), say("opening.uncontested")) if measures else (_told(read),)


def disputes(measures: Sequence[Measure], made: Anchors) -> tuple[Both, ...]:
    """A sentence for each of the first contradicted measures: who holds what, newest first."""
    told = []
    for topic in (Topic(m, made) for m in measures if contradicted(m)):
        told.append(say("opening.dispute", measure=topic.name, voices=topic.voices(contradicted(topic.measure))))
    return tuple(told[:_DISPUTES])


def findings(measures: Sequence[Measure], made: Anchors) -> tuple[Both, ...]:
    """What is planned and what is done, then the latest values of what several origins give."""
    planned = [m for m in measures if any(stance(m, p) is Stance.EXPECTED for p in m.positions)]
    shared = [m for m in measures if len(m.positions) > 1 and not contradicted(m) and m not in planned]
    told = [_planned(Topic(m, made)) for m in planned[:_PLANS]] + [_latest(Topic(m, made)) for m in shared]
    return tuple(told[:_FINDINGS])


def caveats(read: Material) -> tuple[Both, ...]:
    """How much of it has no named source."""
    if not read.narrated and not read.anonymous:
        return ()
    figures = count("figure", read.figures)
    return (say("opening.unsourced", narrated=read.narrated, figures=figures, anonymous=read.anonymous),)


def span(days: Sequence[str]) -> Both:
    """From the first to the last of some sorted ISO days, in words."""
    first, last = (dt.date.fromisoformat(d) for d in (days[0], days[-1]))
    if first == last:
        return say("opening.on_day", day=day(first))
    return say("opening.between", first=day(first), last=day(last))


def _told(read: Material) -> Both:
    told = {
        "reports": count("report", read.reports),
        "outlets": count("outlet", read.outlets),
        "figures": count("figure", read.figures),
        "statements": count("statement", read.statements),
    }
    if not read.days:
        return say("opening.reports_only", **told)
    undated = _undated(read.reports - len(read.days))
    return say("opening.reports_from", span=span(read.days), undated=undated, **told)


def _undated(reports: int) -> Both:
    return say("opening.undated", reports=count("report", reports)) if reports else NOTHING


def _planned(topic: Topic) -> Both:
    planned, done = topic.held_as(Stance.EXPECTED), topic.held_as(Stance.ASSERTED)
    told = {"measure": topic.name, "planned": topic.voice(topic.latest(planned))}
    if not done:
        return say("opening.planned_only", **told)
    return say("opening.planned", done=topic.voice(topic.latest(done)), **told)


def _latest(topic: Topic) -> Both:
    positions = topic.measure.positions
    newest = topic.latest(topic.held_as(Stance.ASSERTED) or range(len(positions)))
    told = {
        "measure": topic.name,
        "value": topic.value(newest),
        "who": topic.who(newest),
        "day": say("opening.day", day=day(positions[newest].as_of)) if positions[newest].as_of else NOTHING,
        "origins": count("origin", origins(topic.measure)),
    }
    overtaken = [n for n in _updated(topic.measure, newest) if topic.when(n) < topic.when(newest)]
    if overtaken:
        return say("opening.earlier", earlier=topic.value(topic.latest(overtaken)), **told)
    if any(p.quantity != positions[newest].quantity for p in positions):
        voices = topic.voices(range(len(positions)))
        return say("opening.several", measure=topic.name, voices=voices, origins=told["origins"])
    return say("opening.latest_shared", **told)


def _updated(measure: Measure, newest: int) -> list[int]:
    """Positions that the newest one updates."""
    ties = [(r.a, r.b) for r in measure.relations if r.kind is RelationKind.UPDATE and newest in (r.a, r.b)]
    return [a if b == newest else b for a, b in ties]
