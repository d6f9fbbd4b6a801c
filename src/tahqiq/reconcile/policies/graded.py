"""Policy `graded`: reports of civilian harm as Airwars grades them.

From Airwars' methodology: Confirmed, a party to the conflict accepts it; Fair, two or more credible sources report it;
Weak, one source does; Contested, sources compete over what happened; Discounted, it turned out otherwise. A range runs
from the fewest to the most deaths claimed.
Here: the grade stands in the rule's words. Confirmed and Discounted are never given by the program: who is a party, and
what turned out, only a person can say.
"""

from __future__ import annotations

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Estimate
from tahqiq.reconcile.policies.case import Case, nothing, stated

NAME = "graded"


def estimate(case: Case) -> Estimate:
    """The range that still stands, with its grade in the rule."""
    inputs = case.standing
    if not inputs:
        return nothing(NAME)
    quantities = case.quantities(inputs)
    low = min(map(stated, quantities))
    high = max(stated(q) if q.high is None else q.high for q in quantities)
    best = low if low == high else None
    return Estimate(NAME, low, best, high, case.status(inputs), _grade(case, inputs), inputs)


def _grade(case: Case, inputs: tuple[int, ...]) -> str:
    if case.is_contested(inputs):
        return "Contested: sources compete over the number"
    if any(held.stance is Stance.DENIED for held in case.held):
        return "Contested: a source denies a number"
    if case.origins(inputs) > 1:
        return "Fair: two or more independent origins, none opposed"
    return "Weak: a single independent origin"
