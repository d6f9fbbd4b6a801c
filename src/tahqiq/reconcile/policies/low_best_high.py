"""Policy `low-best-high`: three numbers, as the Uppsala Conflict Data Program's GED codes them.

From the UCDP GED codebook: the best estimate is the most reliable number for the event, based on the sources' aggregate
most likely count; the low is the lowest and the high the highest reliable number reported; where reports are equally
reliable the best is the more conservative, and vague words enter the low estimate only.
Here: reliability is not judged by the program (people grade sources), so later positions replace the ones they update, the
best is the number most independent origins state, the lower one where they tie.
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
