import pytest

from tahqiq.reconcile.cues import is_correction, is_opposed, is_superseded
from tests.reconcile.builders import Said, count, report

CUED = [
    # words, superseded, correction, opposed
    ("وبلغت الحصيلة {n} قتيلا", False, False, False),
    ("بعدما كانت {n} قتيلا", True, False, False),
    ("وأصبحت الحصيلة 64 بدلا من {n}", True, False, False),
    ("وأصبحت الحصيلة {n} قتيلا بدلا من 71", False, True, False),
    ("وخفضت الهيئة بعد مراجعة القوائم الواردة من المستشفيات حصيلة القتلى إلى {n}", False, True, False),
    ("وبلغ معدل الوفيات {n}", False, False, False),
    ("وزعمت الجبهة أن {n} قتلوا", False, False, True),
    ("والعدد الحقيقي للقتلى هو {n}", False, False, True),
    ("وقتل {n} في تناقضات الحرب", False, False, False),
    ("The toll was revised to {n}", False, True, False),
]


@pytest.mark.parametrize(("words", "superseded", "correction", "opposed"), CUED)
def test_what_the_words_around_a_number_say(words, superseded, correction, opposed):
    (figure,) = report("a", "نهر", "2026-03-10", Said(count(31), words=words)).claims.figures
    assert (superseded, correction, opposed) == (
        is_superseded(figure.span),
        is_correction(figure.span),
        is_opposed(figure.span),
    )


def test_the_sentence_before_says_nothing_of_this_one():
    told = report("a", "نهر", "2026-03-10", Said(count(9), words="وصححت {n}"), Said(count(31), words="وقتل {n}"))
    assert [True, False] == [is_correction(figure.span) for figure in told.claims.figures]
