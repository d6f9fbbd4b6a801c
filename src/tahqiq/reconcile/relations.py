"""Relations: how two positions on one measure stand to each other, with the reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.model.measure import Relation, RelationKind
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.pairs import Pair
from tahqiq.reconcile.positions import Held
from tahqiq.reconcile.reasons import reason
from tahqiq.reconcile.rules import CROWDED, RESTATED, RULES, Rule

_MOST_NEIGHBOURS = 40
_MANY = 8
_MOST_CLASHES = 0.25
_CUSTOMARY = "deed"


def relations(held: Sequence[Held]) -> tuple[Relation, ...]:
    """The relation of each position to those before it (the 40 nearest in time, so that the work stays linear).

    Where a quarter of many pairs clash, they do not count one thing, and each clash is only unclear.
    """
    pairs = [
        (first, second, Pair(held[first], held[second], trend(held[first])))
        for second in range(len(held))
        for first in range(max(0, second - _MOST_NEIGHBOURS), second)
    ]
    rules = [decide(pair) for _, _, pair in pairs]
    clashes = sum(rule.kind is RelationKind.CONTRADICTION for rule in rules)
    if len(held) >= _MANY and clashes > _MOST_CLASHES * len(pairs):
        rules = [CROWDED if rule.kind is RelationKind.CONTRADICTION else rule for rule in rules]
    return tuple(_relation(*pair, rule) for pair, rule in zip(pairs, rules, strict=True))


def _relation(first: int, second: int, pair: Pair, rule: Rule) -> Relation:
    """From the earlier to the later; turned where the earlier is held on to and so overtakes the later."""
    if rule.kind is RelationKind.UNCLEAR and RESTATED.applies(pair):
        turned = Pair(pair.b, pair.a, pair.trend)
        return Relation(second, first, RESTATED.kind, *reason(turned, RESTATED))
    return Relation(first, second, rule.kind, *reason(pair, rule))


def decide(pair: Pair) -> Rule:
    """The first rule that applies to the pair; the last one always does."""
    return next(rule for rule in RULES if rule.applies(pair))


def trend(held: Held) -> str:
    """How counts of this predicate move; a deed's is settled unless the lexicon knows better."""
    row = PREDICATES.get(held.readings[0].predicate)
    return row.trend if row else _CUSTOMARY
