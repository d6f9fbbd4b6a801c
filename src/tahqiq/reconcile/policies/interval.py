"""Policy `interval`: what the independent origins hold, no winner picked.

1. Positions that are denied, planned, told as superseded, or updated by a later position are left out.
2. Vague words ("tens") are left out where any position is firmer.
3. If all intervals that remain share values, those values are the estimate: they agree on the overlap.
4. If not, the estimate spans them all, from the lowest stated number to the highest, and is contested where two of them
   contradict one another; the best is left open.
5. Where they agree, the best is the most recent stated number within the overlap.

The rule is Tahqiq's own: the hull and intersection of interval-valued reports.
"""

from __future__ import annotations

import math

from tahqiq.model.measure import Estimate
from tahqiq.model.quantity import Number, Quantity
from tahqiq.reconcile.policies.case import Case, nothing, precise, stated
from tahqiq.reconcile.quantities import hull

NAME = "interval"


def estimate(case: Case) -> Estimate:
    """Settle one measure by the five steps of this module's document."""
    firm = precise(case.quantities(case.standing))
    inputs = tuple(i for i in case.standing if case.held[i].position.quantity in firm)
    if not inputs:
        return nothing(NAME)
    quantities = case.quantities(inputs)
    low, high = _overlap(quantities)
    if low <= high and not case.is_contested(inputs):
        best = next((n for n in map(stated, reversed(quantities)) if low <= n <= high), None)
        rule = "one origin holds it" if case.origins(inputs) == 1 else "the values that all independent origins allow"
        return Estimate(NAME, _closed(low), best, _closed(high), case.status(inputs), rule, inputs)
    numbers = [bound for q in quantities for bound in (q.low, q.high) if bound is not None]
    rule = "the origins never meet, so the estimate spans them all"
    return Estimate(NAME, min(numbers), None, max(numbers), case.status(inputs), rule, inputs)


def _overlap(quantities: list[Quantity]) -> tuple[float, float]:
    hulls = [hull(quantity) for quantity in quantities]
    points = [q.low for q in quantities if q.low is not None and q.low == q.high]
    low, high = max(h[0] for h in hulls), min(h[1] for h in hulls)
    inside = [point for point in points if low <= point <= high]
    return (min(inside), max(inside)) if inside else (low, high)


def _closed(bound: float) -> Number | None:
    if math.isinf(bound):
        return None
    return int(bound) if float(bound).is_integer() else bound
