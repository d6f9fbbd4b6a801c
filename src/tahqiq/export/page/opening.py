"""What a careful reader would say of a story first, in generated sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tahqiq.export.page.measure_view import title
from tahqiq.export.page.order import contradicted, is_contested, origins, outlets, stance
from tahqiq.export.page.strings import NOTHING, Both, count, join, say
from tahqiq.export.page.wording import according_to, day, quantity
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position
from tahqiq.model.report import ReadReport
from tahqiq.model.source import SourceKind

_DISPUTES, _FINDINGS, _VOICES = 6, 5, 4


def lead(reads: Sequence[ReadReport], measures: Sequence[Measure], policy: str) -> tuple[Both, ...]:
    """What there is to read, and whether it agrees."""
    contested = sum(is_contested(m, policy) for m in measures)
    verdict = count("contested_measure", contested) if contested else NOTHING
    known = say("opening.contested", count=verdict) if contested else say("opening.uncontested")
    return (_material(reads), known) if measures else (_material(reads),)


def disputes(measures: Sequence[Measure]) -> tuple[Both, ...]:
    """A sentence for each of the first contradicted measures: who holds what."""
    clashing = [m for m in measures if contradicted(m)]
    return tuple(
        say("opening.dispute", measure=title(m), voices=_voices(m, _newest_first(m, contradicted(m))))
        for m in clashing[:_DISPUTES]
    )


def findings(measures: Sequence[Measure]) -> tuple[Both, ...]:
    """What is planned and what is done, then the latest values of what several origins give."""
    planned = [m for m in measures if any(stance(m, p) is Stance.EXPECTED for p in m.positions)]
    shared = [m for m in measures if len(m.positions) > 1 and not contradicted(m) and m not in planned]
    told = [_planned(m) for m in planned] + [_latest(m) for m in shared]
    return tuple(told[:_FINDINGS])


def caveats(reads: Sequence[ReadReport]) -> tuple[Both, ...]:
    """How much of it has no named source."""
    kinds = [f.attribution.source.kind for r in reads for f in r.claims.figures]
    narrated = sum(k in (SourceKind.NARRATOR, SourceKind.UNKNOWN) for k in kinds)
    anonymous = kinds.count(SourceKind.ANONYMOUS)
    if not narrated and not anonymous:
        return ()
    figures = count("figure", len(kinds))
    return (say("opening.unsourced", narrated=narrated, figures=figures, anonymous=anonymous),)


def _material(reads: Sequence[ReadReport]) -> Both:
    days = sorted(p.isoformat()[:10] for r in reads if (p := r.report.metadata.published) is not None)
    names = {r.report.metadata.outlet for r in reads} - {None}
    told = {
        "reports": count("report", len(reads)),
        "outlets": count("outlet", len(names)),
        "figures": count("figure", sum(len(r.claims.figures) for r in reads)),
        "statements": count("statement", sum(len(r.claims.statements) for r in reads)),
    }
    return say("opening.reports_from", span=span(days), **told) if days else say("opening.reports_only", **told)


def span(days: Sequence[str]) -> Both:
    """From the first to the last of some sorted ISO days, in words."""

    first, last = (dt.date.fromisoformat(d) for d in (days[0], days[-1]))
    if first == last:
        return say("opening.on_day", day=day(first))
    return say("opening.between", first=day(first), last=day(last))


def _planned(measure: Measure) -> Both:
    expected = [p for p in measure.positions if stance(measure, p) is Stance.EXPECTED]
    done = [p for p in measure.positions if stance(measure, p) is Stance.ASSERTED]
    planned = _voice(measure, _latest_of(expected))
    if not done:
        return say("opening.planned_only", measure=title(measure), planned=planned)
    return say("opening.planned", measure=title(measure), planned=planned, done=_voice(measure, _latest_of(done)))


def _latest(measure: Measure) -> Both:
    position = _latest_of(measure.positions)
    told = {
        "measure": title(measure),
        "value": quantity(position.quantity),
        "who": according_to(position.origin, next(iter(outlets(measure, position)), None)),
        "day": say("opening.day", day=day(position.as_of)) if position.as_of else NOTHING,
        "origins": count("origin", origins(measure)),
    }
    before = [p for p in measure.positions if p.quantity != position.quantity]
    if before:
        return say("opening.earlier", earlier=quantity(_latest_of(before).quantity), **told)
    return say("opening.latest_shared", **told)


def _voices(measure: Measure, positions: Sequence[Position]) -> Both:
    told = [_voice(measure, p) for p in positions[:_VOICES]]
    if len(positions) > _VOICES:
        told.append(say("opening.more_voices", count=len(positions) - _VOICES))
    return join(told, "voices")


def _voice(measure: Measure, position: Position) -> Both:
    who = according_to(position.origin, next(iter(outlets(measure, position)), None))
    return say("opening.voice", value=quantity(position.quantity), who=who)


def _newest_first(measure: Measure, chosen: set[int]) -> list[Position]:
    return sorted((measure.positions[n] for n in chosen), key=_when, reverse=True)


def _latest_of(positions: Sequence[Position]) -> Position:
    return max(positions, key=lambda p: (_when(p), len(p.figures)))


def _when(position: Position) -> str:
    return position.as_of.isoformat() if position.as_of else ""
