from tahqiq.reconcile.subsets import subsets
from tests.reconcile.builders import Said, count, report


def parts(*said):
    figures = report("a", "نهر", "2026-03-10", *said).claims.figures
    return {figures[i].quantity.low for i in subsets(figures)}


def dead(number, **more):
    return Said(count(number), words="{n}", **more)


def test_a_part_of_a_like_count():
    assert {87} == parts(dead(100), dead(87, part_of=0))


def test_a_part_of_another_kind_is_told_by_its_kind():
    assert set() == parts(dead(100), dead(22, counted="children", part_of=0))


def test_neighbours_that_add_up():
    assert {87, 13} == parts(dead(100), dead(87), dead(13))
    assert set() == parts(dead(100), dead(87), dead(14))


def test_small_numbers_add_up_by_chance():
    assert set() == parts(dead(3), dead(1), dead(2))
