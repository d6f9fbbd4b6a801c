"""Policy `low-best-high`: three numbers for one count, as the Uppsala Conflict Data Program's GED gives them.

From the UCDP GED codebook: each event has a best, a low and a high estimate of deaths; the best is the most reliable
number, the low and the high are the lowest and the highest that reliable sources report; where the choice is open, the
more conservative number is taken.
Here: the program does not judge reliability (people grade sources), so the best is the number that most independent
origins state, the lower one where they tie; later positions replace those they update; vague words count for the low
only.
"""

from __future__ import annotations

from collections import defaultdict

from tahqiq.model.measure import Estimate
from tahqiq.model.quantity import Number
from tahqiq.reconcile.policies.case import Case, nothing, precise, stated

NAME = "low-best-high"


def estimate(case: Case) -> Estimate:
    """Low, best and high of the positions that still stand."""
    inputs = case.standing
    if not inputs:
        return nothing(NAME)
    quantities = case.quantities(inputs)
    firm = precise(quantities)
    backing: dict[Number, set[str]] = defaultdict(set)
    for index in inputs:
        if (quantity := case.held[index].position.quantity) in firm:
            backing[stated(quantity)].add(case.held[index].origin)
    best = min(backing, key=lambda number: (-len(backing[number]), number))
    high = max(stated(q) if q.high is None else q.high for q in firm)
    rule = "best: the number that most independent origins state, the lower where they tie"
    return Estimate(NAME, min(map(stated, quantities)), best, high, case.status(inputs), rule, inputs)
