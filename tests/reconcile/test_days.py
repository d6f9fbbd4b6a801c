import datetime as dt

import pytest

from tahqiq.reconcile.days import counted_day
from tests.reconcile.builders import MONITOR, Said, count, report

DAY = dt.date(2026, 3, 9)

TOLD = [
    # words, cue, the day of the count
    ("أعلن المرصد الإثنين أن {n} قتلوا", "أعلن", None),
    ("أعلن المرصد أن {n} قتلوا الإثنين", "أعلن", DAY),
    ("قتل {n} الإثنين كما أعلن المرصد", "أعلن", DAY),
    ("وبعد أن هطل المطر الإثنين قضى {n} فيما أعلن المرصد", "أعلن", DAY),
    ("قضى الإثنين {n} من الأهالي", None, DAY),
    ("The monitor said الإثنين that {n} died", "said", None),
]


@pytest.mark.parametrize(("words", "cue", "day"), TOLD)
def test_the_day_of_the_count_is_not_that_of_the_announcement(words, cue, day):
    said = Said(count(31), MONITOR, when="2026-03-09", words=words, cue=cue, dated="الإثنين")
    claims = report("a", "نهر", "2026-03-10", said).claims
    assert day == counted_day(claims.figures[0], claims.dates)


def test_no_date_no_day():
    claims = report("a", "نهر", "2026-03-10", Said(count(31))).claims
    assert counted_day(claims.figures[0], claims.dates) is None
