import pytest

from tahqiq.model.quantity import Approximator
from tahqiq.reconcile.floors import is_floor
from tahqiq.reconcile.readings import readings
from tests.reconcile.builders import Said, count, report

COUNTED = [
    # words, label, whether it is a floor
    ("لدينا أسماء {n} فارا", "fugitives", True),
    ("تحقق المرصد من هويات {n} قتيلا", "people", True),
    ("ووثقت اللجنة {n} قتيلا", "people", True),
    ("وانتشلت {n} جثة", "bodies", True),
    ("وبلغت الحصيلة {n} قتيلا", "people", False),
    ("ونشرت الأسماء أمس وبلغت الحصيلة {n}", "people", False),
]


@pytest.mark.parametrize(("words", "label", "expected"), COUNTED)
def test_what_is_documented_is_a_floor(words, label, expected):
    (figure,) = report("a", "نهر", "2026-03-10", Said(count(31), counted=label, words=words)).claims.figures
    assert expected == is_floor(figure)


def test_a_floor_claims_a_minimum():
    told = report(
        "a", "نهر", "2026-03-10", Said(count(31), words="لدينا أسماء {n}"), Said(count("20?"), counted="bodies")
    )
    first, vague = (reading.claimed for reading in readings([told]))
    assert (31, None, Approximator.AT_LEAST) == (first.low, first.high, first.approximator)
    assert count("20?") == vague
