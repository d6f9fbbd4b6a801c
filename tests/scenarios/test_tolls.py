"""Tolls: what a fact-checker says of counts that only rise as news comes in."""

from __future__ import annotations

import pytest

from tahqiq.model.claim import Stance
from tests.reconcile.builders import (
    AGENCY,
    ARMY,
    CIVIL_DEFENCE,
    GOVERNOR,
    MINISTRY,
    MONITOR,
    OFFICIAL,
    REBELS,
    Said,
    count,
    kinds,
    measured,
    report,
)

MORNING, NOON, EVENING = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00"
NEXT_DAY, DAYS_LATER = "2026-03-11T09:00", "2026-03-15T09:00"


def toll(number, source=None, **more):
    return Said(count(number), source, **more)


RELATED = [
    # story, reports (id, outlet, time, claims), relation of the one pair of positions
    (
        "the toll rises from morning to evening",
        [report("a", "نهر", MORNING, toll(12, CIVIL_DEFENCE)), report("b", "بحر", EVENING, toll(37, CIVIL_DEFENCE))],
        {(12, 37, "update")},
    ),
    (
        "another body gives the higher toll the next day",
        [report("a", "نهر", MORNING, toll(12, CIVIL_DEFENCE)), report("b", "بحر", NEXT_DAY, toll(37, MINISTRY))],
        {(12, 37, "update")},
    ),
    (
        "a minimum is overtaken by a higher minimum",
        [report("a", "نهر", MORNING, toll("64+", MINISTRY)), report("b", "بحر", EVENING, toll("71+", MINISTRY))],
        {(64, 71, "update")},
    ),
    (
        "a minimum is overtaken by an exact count",
        [report("a", "نهر", MORNING, toll("64+", MINISTRY)), report("b", "بحر", EVENING, toll(90, MINISTRY))],
        {(64, 90, "update")},
    ),
    (
        "tens, says one outlet while another counts",
        [report("a", "نهر", NOON, toll("20?")), report("b", "بحر", NOON, toll(38, MINISTRY))],
        {(20, 38, "compatible")},
    ),
    (
        "a later report is only vaguer",
        [report("a", "نهر", MORNING, toll(38, MINISTRY)), report("b", "بحر", EVENING, toll("20?"))],
        {(38, 20, "compatible")},
    ),
    (
        "about 250 and 246 are one count rounded",
        [report("a", "نهر", MORNING, toll(246, MONITOR)), report("b", "بحر", NOON, toll("250~"))],
        {(246, 250, "compatible")},
    ),
    (
        "the same number from two bodies",
        [report("a", "نهر", MORNING, toll(88, MINISTRY)), report("b", "بحر", NOON, toll(88, CIVIL_DEFENCE))],
        {(88, 88, "same")},
    ),
    (
        "two parties to a fight give two numbers at one hour",
        [report("a", "نهر", NOON, toll(9, ARMY)), report("b", "بحر", NOON, toll(31, REBELS))],
        {(9, 31, "contradiction")},
    ),
    (
        "one report sets two parties against each other",
        [report("a", "نهر", NOON, toll(9, ARMY), toll(31, REBELS))],
        {(9, 31, "contradiction")},
    ),
    (
        "one party says under ten, the other over thirty",
        [report("a", "نهر", NOON, Said(count("30>"), REBELS), Said(count(9), ARMY))],
        {(9, 30, "contradiction")},
    ),
    (
        "hours later the army counts less than the rebels had",
        [report("a", "نهر", MORNING, toll(31, REBELS)), report("b", "بحر", EVENING, toll(9, ARMY))],
        {(31, 9, "contradiction")},
    ),
    (
        "a source halves its own toll without a word of correction",
        [report("a", "نهر", MORNING, toll(127, MONITOR)), report("b", "بحر", EVENING, toll(62, MONITOR))],
        {(127, 62, "contradiction")},
    ),
    (
        "a source corrects its toll downward and says so",
        [
            report("a", "نهر", MORNING, toll(71, MINISTRY)),
            report("b", "بحر", NEXT_DAY, toll(64, MINISTRY, words="وصححت الوزارة الحصيلة إلى {n} قتيلا")),
        ],
        {(71, 64, "update")},
    ),
    (
        "an outlet in its own voice still carries an old toll",
        [report("a", "نهر", MORNING, toll(31, MINISTRY)), report("b", "بحر", NOON, toll(9))],
        {(31, 9, "unclear")},
    ),
    (
        "a report cites the earlier toll as superseded",
        [report("a", "نهر", NOON, toll(66, MINISTRY), toll(49, MINISTRY, stance=Stance.EARLIER))],
        {(49, 66, "update")},
    ),
    (
        "the words call a number the first toll",
        [report("a", "نهر", NOON, toll("221+", MONITOR), toll(32, words="وأشارت الحصيلة الأولية إلى {n} ضحية"))],
        {(32, 221, "update")},
    ),
    (
        "a plain range holds an exact count",
        [report("a", "نهر", MORNING, toll("10-15", MINISTRY)), report("b", "بحر", NOON, toll(12, MONITOR))],
        {(10, 12, "compatible")},
    ),
    (
        "a report without a date cannot say which number is newer",
        [report("a", "نهر", MORNING, toll(12, MINISTRY)), report("b", "بحر", None, toll(31, MONITOR))],
        {(12, 31, "unclear")},
    ),
    (
        "two reports without dates agree as far as they go",
        [report("a", "نهر", None, toll("30+", MINISTRY)), report("b", "بحر", None, toll(33, MONITOR))],
        {(30, 33, "compatible")},
    ),
    (
        "an anonymous official to one outlet, another to a second",
        [report("a", "نهر", NOON, toll(14, OFFICIAL)), report("b", "بحر", NOON, toll(25, OFFICIAL))],
        {(14, 25, "contradiction")},
    ),
    (
        "counts of two different days stand side by side",
        [
            report("a", "نهر", "2026-03-11T20:00", toll(43, MONITOR, when="2026-03-10")),
            report("b", "بحر", "2026-03-12T09:00", toll(11, MONITOR, when="2026-03-11")),
        ],
        {(43, 11, "compatible")},
    ),
    (
        "days later a lower number in an outlet's own voice settles nothing",
        [report("a", "نهر", MORNING, toll(43, MINISTRY)), report("b", "بحر", DAYS_LATER, toll(30))],
        {(43, 30, "unclear")},
    ),
    (
        "a person relayed by an agency raises what he said before",
        [
            report("a", "نهر", MORNING, toll(12, GOVERNOR)),
            report("b", "بحر", EVENING, toll(15, GOVERNOR, via=(AGENCY,))),
        ],
        {(12, 15, "update")},
    ),
    (
        "two outlets half an hour apart, one a step behind",
        [
            report("a", "نهر", "2026-03-10T07:48", toll(179, MINISTRY)),
            report("b", "بحر", "2026-03-10T08:11", toll(176, CIVIL_DEFENCE)),
        ],
        {(179, 176, "unclear")},
    ),
    (
        "a round number beside the count it rounds",
        [report("a", "نهر", NOON, toll(71, MINISTRY), toll(70, GOVERNOR))],
        {(70, 71, "unclear")},
    ),
    (
        "a report says that the true number is far higher than the official one",
        [
            report("a", "نهر", MORNING, toll(71, MINISTRY)),
            report(
                "b",
                "بحر",
                EVENING,
                toll(71, MINISTRY),
                toll("150>", OFFICIAL, words="وعلم الموقع أن العدد الحقيقي للضحايا تجاوز {n}"),
            ),
        ],
        {(71, 150, "contradiction")},
    ),
    (
        "an outlet tells two dead, and that the rebels allege five",
        [report("a", "نهر", NOON, toll(2), toll(5, REBELS, words="وزعمت قوات الجبل أن {n} قتلوا"))],
        {(2, 5, "contradiction")},
    ),
    (
        "an outlet tells two dead, and what the rebels say",
        [report("a", "نهر", NOON, toll(2), toll(5, REBELS, words="وقالت قوات الجبل إن {n} قتلوا"))],
        {(2, 5, "unclear")},
    ),
    (
        "a headline tells the correction with the number it replaces",
        [
            report("a", "نهر", MORNING, toll(71, MINISTRY)),
            report("b", "بحر", NEXT_DAY, toll(64, MINISTRY, words="وأصبحت الحصيلة {n} قتيلا بدلا من 71")),
        ],
        {(71, 64, "update")},
    ),
    (
        "the correction opens a long sentence",
        [
            report("a", "نهر", MORNING, toll(71, MINISTRY)),
            report(
                "b",
                "بحر",
                NEXT_DAY,
                toll(
                    64, MINISTRY, words="وخفضت الوزارة، بعد ليلة من جمع القوائم في المستشفيات الثلاثة، الحصيلة إلى {n}"
                ),
            ),
        ],
        {(71, 64, "update")},
    ),
    (
        "the next sentence's correction is not this one's",
        [
            report("a", "نهر", MORNING, toll(127, MONITOR)),
            report("b", "بحر", EVENING, toll(62, MONITOR, words="وصححت الوزارة قائمة الطرق. وبلغ عدد القتلى {n}")),
        ],
        {(127, 62, "contradiction")},
    ),
    (
        "the higher toll is held on to after a lower one is told",
        [
            report("a", "نهر", MORNING, toll(200, MINISTRY)),
            report("b", "بحر", NOON, toll(100, words="وتحدثت الشاشات عن {n} قتيل")),
            report("c", "تل", EVENING, toll(200, MINISTRY)),
        ],
        {(100, 200, "update")},
    ),
    (
        "an outlet's own lower number later the same day does not contradict its source",
        [report("a", "نهر", MORNING, toll(43, MONITOR)), report("b", "بحر", EVENING, toll(20))],
        {(43, 20, "unclear")},
    ),
    (
        "a third source far below the first two",
        [report("a", "نهر", NOON, toll(90, MONITOR), toll(30, ARMY))],
        {(30, 90, "contradiction")},
    ),
    (
        "a range that starts above the other's maximum",
        [report("a", "نهر", NOON, toll("40-50", MONITOR), toll(12, ARMY))],
        {(12, 40, "contradiction")},
    ),
    (
        "about a thousand and 1,020",
        [report("a", "نهر", NOON, toll("1000~", MONITOR), toll(1020, ARMY))],
        {(1000, 1020, "compatible")},
    ),
]


@pytest.mark.parametrize(("reports", "expected"), [row[1:] for row in RELATED], ids=[row[0] for row in RELATED])
def test_how_two_tolls_stand(reports, expected):
    assert expected == kinds(measured(reports)[0])
