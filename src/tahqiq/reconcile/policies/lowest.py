"""Policy `lowest`: fatalities as the Armed Conflict Location & Event Data project (ACLED) codes them.

From ACLED's FAQ on fatalities (2024): where reports differ or are vague the most conservative estimate is recorded, and
the total is revised up or down when better information becomes available; "tens" is coded 10, "dozens" 12, "hundreds"
100, and so on.
Here: Arabic has one word for tens and dozens, coded 10; better information is a later position that updates an earlier
one, or a number that at least two independent origins reach; "at least N" and "about N" are N.
"""

from __future__ import annotations

from tahqiq.model.measure import Estimate
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.reconcile.policies.case import Case, nothing, stated

NAME = "lowest"


def estimate(case: Case) -> Estimate:
    """The lowest number that still stands, raised to what at least two independent origins reach."""
    inputs = case.standing
    if not inputs:
        return nothing(NAME)
    coded = {i: _coded(case.held[i].position.quantity) for i in inputs}
    lowest = min(coded.values())
    corroborated = [n for n in coded.values() if case.origins([i for i in inputs if coded[i] >= n]) > 1]
    best = max([lowest, *corroborated])
    rule = "the lowest reported number" if best == lowest else "the highest number that two independent origins reach"
    return Estimate(NAME, lowest, best, max(coded.values()), case.status(inputs), rule, inputs)


def _coded(quantity: Quantity) -> Number:
    """Tens are read as 20 or more and coded 10; so by half for hundreds and thousands."""
    if quantity.approximator is Approximator.VAGUE and quantity.high is None:
        return int(stated(quantity) // 2)
    return stated(quantity)
