"""Measures keep their addresses through judgements."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.model.decisions import FigureAt, Regrouping, figure_at
from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.joining import join
from tahqiq.reconcile.readings import Reading, readings
from tahqiq.reconcile.regrouping import Address, address, addresses, regrouped
from tests.reconcile.builders import Said, count, report

REPORTS = [
    report("a", "النهر", "2026-03-01", Said(count(12)), Said(count(40), predicate="wounded"), Said(count(7, "km"))),
    report("b", "الضفاف", "2026-03-02", Said(count(13)), Said(count(41), predicate="wounded")),
    report("c", "مرسى", "2026-03-03", Said(count(14))),
]
DEAD, HURT, LENGTH = join(readings(REPORTS))


def at(group: Group, index: int) -> FigureAt:
    """Where one of its figures stands."""
    reported = group.readings[index].reported
    return figure_at(reported.report_id, reported.figure)


def merge(*members: FigureAt) -> Regrouping[FigureAt]:
    """Make the groups of these one."""
    return Regrouping(True, frozenset(members))


def split(*members: FigureAt) -> Regrouping[FigureAt]:
    """Set these apart."""
    return Regrouping(False, frozenset(members))


def held(groups: Sequence[Group]) -> list[str]:
    """The numbers of each group."""
    return [" ".join(str(reading.quantity.low) for reading in group.readings) for group in groups]


def without(group: Group, *numbers: int) -> Group:
    """The group without the readings of these numbers."""
    kept: list[Reading] = [r for r in group.readings if r.quantity.low not in numbers]
    return Group(group.subject, group.locality, tuple(kept))


REGROUPED = [
    # what people decided, one after another                                     what the groups hold then
    ([], ["12 13 14", "40 41", "7"]),
    ([merge(at(DEAD, 2), at(HURT, 0))], ["12 40 13 41 14", "7"]),
    ([split(at(DEAD, 0))], ["12", "40 41", "7", "13 14"]),
    ([split(at(DEAD, 0), at(HURT, 1))], ["12", "40", "7", "13 14", "41"]),
    ([split(at(DEAD, 0)), merge(at(DEAD, 0), at(DEAD, 1))], ["12 13 14", "40 41", "7"]),
    ([split(at(DEAD, 0), at(DEAD, 1), at(DEAD, 2))], ["12 13 14", "40 41", "7"]),
    ([merge(at(DEAD, 0), at(LENGTH, 0))], ["12 13 14", "40 41", "7"]),
    ([merge(at(DEAD, 0), at(DEAD, 1))], ["12 13 14", "40 41", "7"]),
    ([merge(at(DEAD, 0), FigureAt("gone", 0, 1, "killed", ""))], ["12 13 14", "40 41", "7"]),
]


def test_groups_are_merged_and_split_in_turn() -> None:
    for decided, expected in REGROUPED:
        assert expected == held(regrouped([DEAD, HURT, LENGTH], decided))


def test_an_address_stays_with_most_of_its_figures() -> None:
    dead, hurt = address(DEAD), address(HURT)
    as_read = [DEAD, HURT]
    apart = regrouped(as_read, [split(at(DEAD, 0))])
    halved = regrouped(as_read, [split(at(HURT, 0))])
    merged = regrouped(as_read, [merge(at(DEAD, 0), at(HURT, 0))])
    assert [dead, hurt] == addresses(as_read, as_read)
    assert [dead, hurt] == addresses([without(DEAD, 12), HURT], as_read)
    assert [hurt] == addresses([HURT], as_read)
    assert [hurt, dead] == addresses(apart, as_read)[1:]
    assert [Address(dead.id, (hurt.id,))] == addresses(merged, as_read)
    assert hurt == addresses(halved, as_read)[1]
    assert 4 == len({one.id for one in (*addresses(apart, as_read), *addresses(halved, as_read))})
