"""What would change an estimate, in words: what would stand without each origin."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.measure_view import who
from tahqiq.export.page.strings import NOTHING, Both, count, say, word
from tahqiq.export.page.wording import best, estimated
from tahqiq.export.positions import stance
from tahqiq.export.standing import origin_key
from tahqiq.model.measure import Estimate, Measure
from tahqiq.reconcile.sensitivity import Voice, Without, again, without_each


@dataclass(frozen=True, slots=True)
class Change:
    """What would stand without one origin: its first position's row (an index), and the sentence."""

    row: int
    words: Both


@dataclass(frozen=True, slots=True)
class Changes:
    """Each origin without which the estimate would be another, and a sentence about all others."""

    policy: Both
    value: Both
    lines: tuple[Change, ...]
    others: Both


def changes(measure: Measure, chosen: Estimate) -> Changes:
    """What would change an estimate of the measure, in the order in which origins first spoke."""
    voices = [Voice(origin_key(measure, p), stance(measure, p)) for p in measure.positions]
    now, found = again(measure, chosen.policy, voices), without_each(measure, chosen.policy, voices)
    moving = [one for one in found if _stated(one.estimate) != _stated(now)]
    lines = tuple(Change(one.positions[0], _sentence(measure, now, one)) for one in moving)
    return Changes(
        policy=word("policy", chosen.policy),
        value=estimated(chosen, _unit(measure)),
        lines=lines,
        others=_others(len(found) - len(moving), len(moving)),
    )


def _stated(estimate: Estimate) -> tuple[object, ...]:
    return estimate.low, estimate.best, estimate.high, estimate.status


def _sentence(measure: Measure, chosen: Estimate, one: Without) -> Both:
    named, unit, told = who(measure, measure.positions[one.positions[0]]), _unit(measure), one.estimate
    if not told.inputs:
        return say("changing.nothing_left", who=named)
    if _stated(told)[:3] == _stated(chosen)[:3]:
        return say("changing.standing", who=named, status=word("status", told.status.value))
    stated, favoured = estimated(told, unit), best(told, unit)
    value = say("changing.with_best", value=stated, best=favoured) if favoured else stated
    if told.status is not chosen.status:
        return say("changing.both", who=named, value=value, status=word("status", told.status.value))
    return say("changing.value", who=named, value=value)


def _others(unmoving: int, moving: int) -> Both:
    if not unmoving:
        return NOTHING
    if not moving:
        return say("changing.none")
    return say("changing.others", origins=count("other_origin", unmoving))


def _unit(measure: Measure) -> str:
    return measure.positions[0].quantity.unit if measure.positions else "count"
