"""Policy `lowest`: fatalities as the Armed Conflict Location & Event Data project codes them.

From ACLED's codebook and its FAQ on fatality methodology: the most conservative estimate is recorded where reports differ,
unless a higher one is corroborated; vague words become fixed numbers ("several", "many" and other plurals are 3 unless
context says more; "dozens" and "tens" 12; "hundreds" 100); a fatality of unknown number is 10 in war, 3 elsewhere.
Here: a number is corroborated when two or more independent origins state it or more, "about" is taken as written, and
"at least N" is N.
"""

from __future__ import annotations

from tahqiq.model.measure import Estimate
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.reconcile.policies.case import Case, nothing, stated

NAME = "lowest"
_WORDS = ((1000, 1000), (100, 100), (20, 12))
_SEVERAL = 3


def estimate(case: Case) -> Estimate:
    """The lowest number that still stands, raised to what at least two independent origins state."""
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
    if quantity.approximator is not Approximator.VAGUE:
        return stated(quantity)
    low = quantity.low or 0
    if low > _WORDS[0][0]:
        return low // 2
    return next((coded for at_least, coded in _WORDS if low >= at_least), _SEVERAL)
