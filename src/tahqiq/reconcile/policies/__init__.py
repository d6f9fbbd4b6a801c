"""Policies: published rules by which a measure's number is stated, one module each.

A policy is a pure function from the positions of a measure and their relations to an Estimate; its module's docstring
is its document. To add one, write a module with `NAME` and `estimate`, and name it in `POLICIES`.
"""

from __future__ import annotations

from tahqiq.errors import UnknownName
from tahqiq.reconcile.policies import graded, interval, low_best_high, lowest
from tahqiq.reconcile.policies.case import Policy

POLICIES: dict[str, Policy] = {module.NAME: module.estimate for module in (interval, lowest, low_best_high, graded)}


def ranked_from(name: str) -> tuple[Policy, ...]:
    """All policies, the one of that name first; raises UnknownName."""
    if name not in POLICIES:
        raise UnknownName("policy", name, tuple(POLICIES))
    return (POLICIES[name], *(each for other, each in POLICIES.items() if other != name))
