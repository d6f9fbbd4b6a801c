"""Alerts on contradictions, and on counts that jump."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from tahqiq.model.alert import Alert, AlertRule, Candidate
from tahqiq.model.measure import Measure, Position, Relation, RelationKind, ReportedFigure
from tahqiq.model.quantity import Quantity
from tahqiq.reconcile.alerts.matching import matches
from tahqiq.reconcile.alerts.wording import Said, alert_id, sentence
from tahqiq.reconcile.quantities import on_scale, size
from tahqiq.reconcile.reasons import amount, amount_ar
from tahqiq.reconcile.sentences import sentence_around

_MOST_CARRIERS = 40


class _Pair(NamedTuple):
    """Two positions of a measure that stand in a relation."""

    measure: Measure
    relation: Relation

    @property
    def sides(self) -> tuple[Position, Position]:
        return self.measure.positions[self.relation.a], self.measure.positions[self.relation.b]

    def figures(self, position: Position) -> list[ReportedFigure]:
        return [self.measure.figures[index] for index in position.figures]

    def is_wanted(self, rule: AlertRule) -> bool:
        """Whether a figure of either side is one that the rule narrows itself to."""
        return any(matches(rule, f.figure, f.outlet) for side in self.sides for f in self.figures(side))

    def ids(self, rule: AlertRule) -> list[str]:
        """An id for each two reports that carry the two values: whichever came first, the alert is the same."""
        carried = [[f.report_id for f in self.figures(side)][:_MOST_CARRIERS] for side in self.sides]
        values = [(side.quantity.low, side.quantity.high, side.quantity.unit) for side in self.sides]
        found = (sorted(zip(map(str, values), reports, strict=True)) for reports in product(carried[0], carried[1]))
        name = (rule.name, rule.on.value, self.measure.predicate)
        return [alert_id(*name, *first, *second) for first, second in found]


def contradiction_alerts(rule: AlertRule, measures: Iterable[Measure]) -> Iterator[Candidate]:
    """An alert for each two values that cannot both hold, however many voices hold them."""
    for measure in measures:
        pairs = (_Pair(measure, r) for r in measure.relations if r.kind is RelationKind.CONTRADICTION)
        for several in _by_values(pair for pair in pairs if pair.is_wanted(rule)):
            reason = Said(several[0].relation.reason, several[0].relation.reason_ar)
            yield _candidate(rule, several, sentence("contradiction", what=_what(measure), reason=reason))


def jump_alerts(rule: AlertRule, measures: Iterable[Measure]) -> Iterator[Candidate]:
    """An alert for each update by the rule's factor or more, up or down, from the position right before it."""
    for measure in measures:
        latest: dict[int, Relation] = {}
        for relation in measure.relations:
            if relation.kind is RelationKind.UPDATE:
                latest[relation.b] = max(latest.get(relation.b, relation), relation, key=lambda r: r.a)
        pairs = (_Pair(measure, relation) for relation in latest.values())
        for several in _by_values(p for p in pairs if _times(p) >= rule.factor and p.is_wanted(rule)):
            yield _candidate(rule, several, _jumped(several[0]))


def _by_values(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    found: dict[frozenset[object], list[_Pair]] = {}
    for pair in pairs:
        values = frozenset((side.quantity.low, side.quantity.high) for side in pair.sides)
        found.setdefault(values, []).append(pair)
    return list(found.values())


def _candidate(rule: AlertRule, several: Sequence[_Pair], said: Said) -> Candidate:
    ids = [id for pair in several for id in pair.ids(rule)]
    newest = several[0].figures(several[0].sides[1])[0]
    quote = sentence_around(newest.figure.span).quote.strip()
    alert = Alert(ids[0], rule.name, rule.on, said.english, said.arabic, newest.report_id, newest.outlet, quote)
    return Candidate(alert, frozenset(ids))


def _times(pair: _Pair) -> float:
    """By what factor the two values differ; 0 where one is nothing, since nothing is no factor of anything."""
    small, large = sorted(abs(float(size(on_scale(side.quantity)))) for side in pair.sides)
    return large / small if small else 0.0


def _jumped(pair: _Pair) -> Said:
    before, after = (side.quantity for side in pair.sides)
    is_up = size(on_scale(after)) > size(on_scale(before))
    return sentence(
        "jump" if is_up else "fall",
        what=_what(pair.measure),
        before=_amount(before),
        after=_amount(after),
        factor=f"{_times(pair):.3g}",
        reason=Said(pair.relation.reason, pair.relation.reason_ar),
    )


def _what(measure: Measure) -> Said:
    return Said(measure.description, measure.description_ar)


def _amount(quantity: Quantity) -> Said:
    return Said(amount(quantity), amount_ar(quantity))
