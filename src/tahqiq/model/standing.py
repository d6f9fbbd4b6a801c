"""What stands of a sequence of judgements: nothing is taken away, an undo only puts out of force what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tahqiq.model.judgement import Judgement, JudgementKind, Standing, Target

_VERDICTS = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that stand, oldest first: those that no standing undo names.

    An undo names an earlier judgement, so the newest always stands; undoing an undo restores what it had undone.
    """
    undone: set[str] = set()
    standing: list[Judgement] = []
    for judgement in sorted(judgements, key=_number, reverse=True):
        if judgement.id not in undone:
            standing.append(judgement)
            if judgement.undoes is not None:
                undone.add(judgement.undoes)
    return tuple(reversed(standing))


def standings(judgements: Iterable[Judgement]) -> dict[Target, Standing]:
    """What stands on each target; the same for any order of `judgements`."""
    histories: dict[Target, list[Judgement]] = defaultdict(list)
    for judgement in sorted(judgements, key=_number):
        histories[judgement.target].append(judgement)
    return {target: standing(target, history) for target, history in histories.items()}


def standing(target: Target, history: Iterable[Judgement]) -> Standing:
    """What stands on one target, of which `history` are all judgements."""
    listed = tuple(sorted(history, key=_number))
    valid = in_force(listed)
    return Standing(
        target,
        listed,
        frozenset(judgement.id for judgement in valid),
        verdict=_last(valid, *_VERDICTS),
        correction=_last(valid, JudgementKind.CORRECT),
        grade=_last(valid, JudgementKind.GRADE),
        notes=tuple(judgement for judgement in valid if judgement.kind is JudgementKind.NOTE),
    )


def _last(valid: tuple[Judgement, ...], *kinds: JudgementKind) -> Judgement | None:
    return next((judgement for judgement in reversed(valid) if judgement.kind in kinds), None)


def _number(judgement: Judgement) -> int:
    return judgement.number
