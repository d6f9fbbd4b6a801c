import pytest

from tahqiq.model.claim import Stance
from tahqiq.reconcile.origins import Lineage
from tahqiq.reconcile.positions import positions, stance_of
from tahqiq.reconcile.readings import readings
from tests.reconcile.builders import MINISTRY, Said, count, report

CUED = [
    ("وأشارت الحصيلة الأولية إلى {n} ضحية", Stance.EARLIER),
    ("وفي حصيلة سابقة أعلن مقتل {n}", Stance.EARLIER),
    ("وبلغت الحصيلة {n} قتيلا", Stance.ASSERTED),
]


def read(words):
    return readings([report("a", "نهر", "2026-03-10", Said(count(32), MINISTRY, words=words))])


@pytest.mark.parametrize(("words", "stance"), CUED)
def test_the_words_before_a_number_may_call_it_earlier(words, stance):
    assert stance == stance_of(read(words)[0])


def test_a_correction_begins_a_word():
    held = [
        positions(read(words), Lineage({}, {}))[0]
        for words in ("وعدلت الوزارة الحصيلة إلى {n}", "وبلغ معدل الوفيات {n}")
    ]
    assert [True, False] == [one.is_corrected for one in held]
