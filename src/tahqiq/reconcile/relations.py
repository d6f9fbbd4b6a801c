"""Relations: how two positions on one measure stand to each other, with the reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.model.measure import Relation
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.pairs import Pair
from tahqiq.reconcile.positions import Held
from tahqiq.reconcile.reasons import reason
from tahqiq.reconcile.rules import RULES, Rule

_MOST_NEIGHBOURS = 40
_CUSTOMARY = "deed"


def relations(held: Sequence[Held]) -> tuple[Relation, ...]:
    """The relation of each position to those before it (the 40 nearest in time, so that the work stays linear)."""
    return tuple(
        _related(first, second, held)
        for second in range(len(held))
        for first in range(max(0, second - _MOST_NEIGHBOURS), second)
    )


def decide(pair: Pair) -> Rule:
    """The first rule that applies to the pair; the last one always does."""
    return next(rule for rule in RULES if rule.applies(pair))


def _related(first: int, second: int, held: Sequence[Held]) -> Relation:
    pair = Pair(held[first], held[second], trend(held[first]))
    rule = decide(pair)
    return Relation(first, second, rule.kind, *reason(pair, rule))


def trend(held: Held) -> str:
    """How counts of this predicate move; a deed's is settled unless the lexicon knows better."""
    row = PREDICATES.get(held.readings[0].predicate)
    return row.trend if row else _CUSTOMARY
