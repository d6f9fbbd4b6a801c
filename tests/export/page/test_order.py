"""Contested measures first; a part follows the whole it belongs to, whatever the input's order."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.export.page.order import ranked
from tahqiq.model.measure import Measure
from tests.export.page.made import reconciliation


def named(id: str, part_of: str | None = None) -> Measure:
    return replace(reconciliation().measures[1], id=id, part_of=part_of)


def test_contested_first_and_parts_after_their_whole() -> None:
    contested, alone = reconciliation().measures
    assert [contested, alone] == ranked([alone, contested], "interval")


def test_no_measure_is_lost_when_parts_are_parts_of_each_other() -> None:
    measures = [named("a", "b"), named("b", "a"), named("c", "c"), named("d", "elsewhere"), named("e", "d")]
    assert ["a", "b", "c", "d", "e"] == sorted(m.id for m in ranked(measures, "interval"))
    assert ["c", "d", "e"] == [m.id for m in ranked(measures, "interval")][:3]
