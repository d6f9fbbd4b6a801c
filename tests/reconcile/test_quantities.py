import pytest

from tahqiq.reconcile.quantities import are_in_reach, are_near, meet
from tests.reconcile.builders import count

NEAR = [("43", "43"), ("43", "40>"), ("250~", "246"), ("64+", "65+")]
NOT_NEAR = [("43", "20?"), ("43", "26"), ("127", "220>"), ("100", "88")]


@pytest.mark.parametrize(("a", "b"), NEAR)
def test_near(a, b):
    assert are_near(count(a), count(b)) and are_near(count(b), count(a))


@pytest.mark.parametrize(("a", "b"), NOT_NEAR)
def test_not_near(a, b):
    assert not are_near(count(a), count(b)) and not are_near(count(b), count(a))


def test_a_fraction_meets_its_percentage():
    half, exactly = count("50", "percent"), count("1", "fraction")
    assert not meet(half, exactly)
    assert meet(count("100", "percent"), exactly)


def test_vague_words_start_at_half_their_number():
    assert meet(count("200?"), count("180"))
    assert not meet(count("200?"), count("50"))


def test_reach():
    assert are_in_reach(count("43"), count("800"))
    assert not are_in_reach(count("43"), count("5000"))
    assert are_in_reach(count("1"), count("90"))
    assert are_in_reach(count("200?"), count("30000"))
