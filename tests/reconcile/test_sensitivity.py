"""Leave-one-origin-out: which origin would move an estimate."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position, Relation, RelationKind, Status
from tahqiq.model.quantity import Quantity
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.policies import POLICIES
from tahqiq.reconcile.sensitivity import Voice, again, without_each

DAY = dt.date(2026, 4, 2)
MAYOR, CLINIC, GUARDS = (Source(name, SourceKind.PERSON) for name in ("رئيس البلدية", "مديرة العيادة", "آمر الحرس"))


def measure(said: list[tuple[Source, int]], *relations: tuple[int, int, RelationKind]) -> Measure:
    positions = tuple(Position(who, Quantity(held, held), DAY, ()) for who, held in said)
    told = tuple(Relation(a, b, kind, "", "") for a, b, kind in relations)
    return Measure("m", "s", "killed", "", None, "", "", (), positions, told, ())


def voices(found: Measure, *denied: int) -> list[Voice]:
    return [
        Voice(p.origin.name, Stance.DENIED if n in denied else Stance.ASSERTED) for n, p in enumerate(found.positions)
    ]


CLASH, UPDATE = RelationKind.CONTRADICTION, RelationKind.UPDATE
CASES = [
    # said, relations, then for each origin: its positions, low, best, high without it
    ([(MAYOR, 40), (CLINIC, 90)], [(0, 1, CLASH)], [((0,), 90, 90, 90), ((1,), 40, 40, 40)]),
    ([(MAYOR, 40), (CLINIC, 40)], [], [((0,), 40, 40, 40), ((1,), 40, 40, 40)]),
    ([(MAYOR, 12)], [], [((0,), None, None, None)]),
    ([(MAYOR, 12), (CLINIC, 30)], [(0, 1, UPDATE)], [((0,), 30, 30, 30), ((1,), 12, 12, 12)]),
    ([(MAYOR, 12), (CLINIC, 30), (MAYOR, 35)], [(0, 1, UPDATE), (1, 2, UPDATE)],
     [((0, 2), 30, 30, 30), ((1,), 12, None, 35)]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "relations", "expected"), CASES)
def test_the_estimate_without_each_origin(said, relations, expected) -> None:
    found = measure(said, *relations)
    without = without_each(found, "interval", voices(found))
    assert expected == [(one.positions, one.estimate.low, one.estimate.best, one.estimate.high) for one in without]


@pytest.mark.parametrize("policy", POLICIES)
def test_with_everybody_heard_the_estimate_is_the_measure_s_own(policy: str) -> None:
    found = measure([(MAYOR, 12), (CLINIC, 30), (MAYOR, 35)], (0, 1, UPDATE), (1, 2, UPDATE))
    assert (35, 35, 35) == (lambda e: (e.low, e.best, e.high))(again(found, policy, voices(found)))


def test_inputs_keep_the_indexes_of_the_measure() -> None:
    found = measure([(MAYOR, 40), (CLINIC, 90), (GUARDS, 90)], (0, 1, CLASH), (0, 2, CLASH))
    assert [(1, 2), (0, 2), (0, 1)] == [
        one.estimate.inputs for one in without_each(found, "low-best-high", voices(found))
    ]


def test_a_denial_that_is_left_out_no_longer_contests() -> None:
    found = measure([(MAYOR, 40), (CLINIC, 40)], (0, 1, CLASH))
    without = without_each(found, "graded", voices(found, 1))
    assert [Status.SINGLE, Status.SINGLE] == [one.estimate.status for one in without]
    assert [None, 40] == [one.estimate.best for one in without]
