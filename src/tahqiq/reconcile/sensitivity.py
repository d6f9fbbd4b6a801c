"""What would change an estimate: the same policy again, without each independent origin in turn."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Estimate, Measure, Relation
from tahqiq.reconcile.policies import POLICIES
from tahqiq.reconcile.policies.case import Case
from tahqiq.reconcile.positions import Held


@dataclass(frozen=True, slots=True)
class Without:
    """The estimate that would stand if an origin had said nothing; `positions` are the indexes of what it holds."""

    positions: tuple[int, ...]
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Voice:
    """Who holds a position, by a key that tells independent origins apart, and how."""

    origin: Hashable
    stance: Stance


def without_each(measure: Measure, policy: str, voices: Sequence[Voice]) -> tuple[Without, ...]:
    """Leave-one-origin-out for one policy, in the order in which origins first spoke.

    `voices` are those of the measure's positions, in their order. Relations between the positions that remain are kept
    as they were, so that a number that only the left-out origin had overtaken stands again.
    """
    held_by: dict[Hashable, list[int]] = {}
    for n, voice in enumerate(voices):
        held_by.setdefault(voice.origin, []).append(n)
    return tuple(Without(tuple(own), again(measure, policy, voices, own)) for own in held_by.values())


def again(measure: Measure, policy: str, voices: Sequence[Voice], without: Sequence[int] = ()) -> Estimate:
    """The estimate under a policy from all positions but those `without` (indexes)."""
    kept = [n for n in range(len(voices)) if n not in without]
    held = tuple(_held(measure, n, voices[n]) for n in kept)
    found = POLICIES[policy](Case(held, tuple(_between(measure, kept))))
    return replace(found, inputs=tuple(kept[n] for n in found.inputs))


def _held(measure: Measure, index: int, voice: Voice) -> Held:
    """All that policies look at; what relations were told from is not needed again."""
    return Held(measure.positions[index], str(voice.origin), (), voice.stance, None, False, False)


def _between(measure: Measure, kept: Sequence[int]) -> Iterator[Relation]:
    place = {index: n for n, index in enumerate(kept)}
    for relation in measure.relations:
        if relation.a in place and relation.b in place:
            yield replace(relation, a=place[relation.a], b=place[relation.b])
