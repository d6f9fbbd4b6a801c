"""What falls, what varies, what is planned and what was done."""

from __future__ import annotations

import pytest

from tahqiq.model.claim import Stance
from tests.reconcile.builders import (
    ARMY,
    CIVIL_DEFENCE,
    MINISTRY,
    MONITOR,
    REBELS,
    Said,
    count,
    kinds,
    measured,
    report,
)

MORNING, NOON, EVENING = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00"
NEXT_DAY, YEARS_LATER = "2026-03-11T09:00", "2028-03-11T09:00"


def said(predicate, number, source=None, **more):
    return Said(count(number), source, predicate=predicate, **more)


RELATED = [
    (
        "the missing are found",
        "missing",
        [
            report("a", "نهر", MORNING, said("missing", 50, CIVIL_DEFENCE)),
            report("b", "بحر", EVENING, said("missing", 44, CIVIL_DEFENCE)),
        ],
        {(50, 44, "update")},
    ),
    (
        "more are reported missing",
        "missing",
        [
            report("a", "نهر", MORNING, said("missing", 44, CIVIL_DEFENCE)),
            report("b", "بحر", EVENING, said("missing", 60, CIVIL_DEFENCE)),
        ],
        {(44, 60, "update")},
    ),
    (
        "fewer are still trapped by evening",
        "other:trapped",
        [
            report("a", "نهر", MORNING, said("other:trapped", "100~", MINISTRY)),
            report("b", "بحر", EVENING, said("other:trapped", "80~", MONITOR)),
        ],
        {(100, 80, "update")},
    ),
    (
        "two bodies count the missing differently at one hour",
        "missing",
        [report("a", "نهر", NOON, said("missing", 44, CIVIL_DEFENCE), said("missing", 90, MONITOR))],
        {(44, 90, "contradiction")},
    ),
    (
        "a prison holds as many years later",
        "detained",
        [
            report("a", "نهر", MORNING, said("detained", "10000>", MONITOR)),
            report("b", "بحر", YEARS_LATER, said("detained", "10000>", ARMY)),
        ],
        {(10000, 10000, "same")},
    ),
    (
        "the number held varies with the months",
        "detained",
        [
            report("a", "نهر", "2026-03-10", said("detained", 10000, MONITOR)),
            report("b", "بحر", "2026-06-10", said("detained", 8400, MONITOR)),
        ],
        {(10000, 8400, "update")},
    ),
    (
        "an official and a researcher count the held differently in one report",
        "detained",
        [report("a", "نهر", NOON, said("detained", "10000>", ARMY), said("detained", "9000~", MONITOR))],
        {(9000, 10000, "contradiction")},
    ),
    (
        "a first guess of those aboard is overtaken",
        "present",
        [
            report("a", "نهر", "2026-03-10T09:00", said("present", "100~", MONITOR)),
            report("b", "بحر", "2026-03-10T11:00", said("present", "200>")),
        ],
        {(100, 200, "update")},
    ),
    (
        "fourteen ambulances against hundreds",
        "present",
        [
            report("a", "نهر", EVENING, said("present", 14, counted="ambulances")),
            report("b", "بحر", NEXT_DAY, said("present", "200?", counted="ambulances")),
        ],
        {(14, 200, "contradiction")},
    ),
    (
        "rescuers keep arriving",
        "present",
        [
            report("a", "نهر", MORNING, said("present", "480~", counted="rescuers")),
            report("b", "بحر", NEXT_DAY, said("present", "540~", counted="rescuers")),
        ],
        {(480, 540, "update")},
    ),
    (
        "a plan is no rival of a deed",
        "transferred",
        [
            report("a", "نهر", NOON, said("transferred", 150, ARMY)),
            report("b", "بحر", NOON, said("transferred", 2000, ARMY, stance=Stance.EXPECTED)),
        ],
        {(150, 2000, "compatible")},
    ),
    (
        "the same body plans for more than it did before",
        "transferred",
        [
            report("a", "نهر", MORNING, said("transferred", 2000, ARMY, stance=Stance.EXPECTED)),
            report("b", "بحر", NEXT_DAY, said("transferred", 2600, ARMY, stance=Stance.EXPECTED)),
        ],
        {(2000, 2600, "update")},
    ),
    (
        "more were moved three weeks later",
        "transferred",
        [
            report("a", "نهر", "2026-03-01", said("transferred", 150, ARMY)),
            report("b", "بحر", "2026-03-20", said("transferred", 1684, ARMY)),
        ],
        {(150, 1684, "update")},
    ),
    (
        "the army denies the number that the rebels give",
        "killed",
        [
            report("a", "نهر", NOON, said("killed", 31, REBELS)),
            report("b", "بحر", EVENING, said("killed", 31, ARMY, stance=Stance.DENIED)),
        ],
        {(31, 31, "contradiction")},
    ),
    (
        "a body disowns the figure it was cited for",
        "killed",
        [
            report("a", "نهر", NOON, said("killed", 90, MINISTRY)),
            report("b", "بحر", EVENING, said("killed", 90, MINISTRY, stance=Stance.DENIED)),
        ],
        {(90, 90, "contradiction")},
    ),
    (
        "a denial of another number decides nothing",
        "killed",
        [
            report("a", "نهر", NOON, said("killed", 31, REBELS)),
            report("b", "بحر", EVENING, said("killed", 50, ARMY, stance=Stance.DENIED)),
        ],
        {(31, 50, "unclear")},
    ),
    (
        "three bombers or four, when all was over",
        "other:detonated",
        [
            report("a", "نهر", EVENING, said("other:detonated", 3, MONITOR, counted="suicide bombers")),
            report("b", "بحر", NEXT_DAY, said("other:detonated", 4, counted="suicide bombers")),
        ],
        {(3, 4, "contradiction")},
    ),
    (
        "a share of the land grows over days",
        "other:controlled",
        [
            report("a", "نهر", "2026-03-10", Said(count(60, "percent"), MONITOR, predicate="other:controlled")),
            report("b", "بحر", "2026-03-14", Said(count("80~", "percent"), predicate="other:controlled")),
        ],
        {(60, 80, "update")},
    ),
    (
        "a distance rounded twice",
        "measure",
        [
            report("a", "نهر", MORNING, Said(count("30~", "km"), predicate="measure", counted="distance to capital")),
            report("b", "بحر", NEXT_DAY, Said(count("28~", "km"), predicate="measure", counted="distance to capital")),
        ],
        {(30, 28, "compatible")},
    ),
    (
        "a plan many times what was done so far",
        "transferred",
        [
            report("a", "نهر", NOON, said("transferred", 150, counted="ISIS gunmen", place="مدينة الرمانة")),
            report("b", "بحر", NOON, said("transferred", 7000, ARMY, counted="detainees", stance=Stance.EXPECTED)),
        ],
        {(150, 7000, "compatible")},
    ),
    (
        "a plan, a deed and those still to come in reports without dates",
        "transferred",
        [
            report("a", "نهر", None, said("transferred", 150), said("transferred", 7000, ARMY, stance=Stance.EXPECTED)),
            report("b", "بحر", None, said("transferred", "1700~")),
        ],
        {(150, 1700, "unclear"), (150, 7000, "compatible"), (1700, 7000, "compatible")},
    ),
    (
        "a first guess of soldiers aboard, then of all aboard",
        "other:aboard",
        [
            report(
                "a",
                "نهر",
                "2026-03-10T09:00",
                said("present", "100~", MONITOR, counted="soldiers", words="وسقطت طائرة كان على متنها {n} عسكري"),
            ),
            report("b", "بحر", "2026-03-10T11:00", said("present", "200>", words="وكانت الطائرة تقل {n} شخص")),
        ],
        {(100, 200, "update")},
    ),
    (
        "police and firefighters, then rescuers, then people at work in a flood",
        "other:responding",
        [
            report(
                "a",
                "نهر",
                "2026-03-10",
                said("present", "48000~", MINISTRY, counted="police", words="ويعمل {n} من الشرطة والإطفاء"),
            ),
            report(
                "b",
                "بحر",
                "2026-03-12",
                said("present", 75000, MINISTRY, words="وشارك {n} شخص في عمليات البحث عن ناجين"),
            ),
        ],
        {(48000, 75000, "update")},
    ),
    (
        "bombers who came and bombers who died",
        "other:detonated",
        [
            report("a", "نهر", MORNING, said("present", 4, MONITOR, counted="suicide bombers")),
            report("b", "بحر", EVENING, said("killed", 4, ARMY, counted="suicide bombers")),
        ],
        {(4, 4, "same")},
    ),
    (
        "one source lowers a settled count without a word",
        "other:detonated",
        [
            report("a", "نهر", MORNING, said("present", 4, MONITOR, counted="suicide bombers")),
            report("b", "بحر", EVENING, said("present", 3, MONITOR, words="وقالت إن {n} أشخاص فجروا أنفسهم")),
        ],
        {(4, 3, "contradiction")},
    ),
    (
        "freed on Wednesday for their health, freed on Friday by a raid",
        "released",
        [
            report("a", "نهر", "2026-03-11", said("released", 2, MINISTRY, when="2026-03-11")),
            report("b", "بحر", "2026-03-13", said("released", 6, ARMY, when="2026-03-13")),
        ],
        {(2, 6, "compatible")},
    ),
    (
        "three counts of one amnesty",
        "released",
        [
            report("a", "نهر", "2026-03-10", said("released", 1200, ARMY, counted="ISIS members")),
            report("b", "بحر", "2026-03-12", said("released", 180, REBELS), said("released", "400>", MONITOR)),
        ],
        {(1200, 180, "contradiction"), (180, 400, "contradiction"), (1200, 400, "compatible")},
    ),
    (
        "the trapped are got out one by one",
        "other:trapped",
        [
            report("a", "نهر", MORNING, said("other:trapped", 33, MINISTRY)),
            report("b", "بحر", EVENING, said("other:trapped", 20, MINISTRY)),
        ],
        {(33, 20, "update")},
    ),
    (
        "most of the missing are found alive",
        "missing",
        [
            report("a", "نهر", MORNING, said("missing", 31, MINISTRY)),
            report("b", "بحر", NEXT_DAY, said("missing", 19, CIVIL_DEFENCE)),
        ],
        {(31, 19, "update")},
    ),
    (
        "an army on the spot is counted twice as large a month on",
        "present",
        [
            report("a", "نهر", "2026-03-10", said("present", "900~", ARMY, counted="soldiers")),
            report("b", "بحر", "2026-04-10", said("present", "1500~", ARMY, counted="soldiers")),
        ],
        {(900, 1500, "update")},
    ),
    (
        "a forecast is denied by no one and done by no one",
        "displaced",
        [
            report("a", "نهر", NOON, said("displaced", "8000~", MINISTRY)),
            report("b", "بحر", NOON, said("displaced", "20000>", MONITOR, stance=Stance.EXPECTED)),
        ],
        {(8000, 20000, "compatible")},
    ),
]


@pytest.mark.parametrize(
    ("predicate", "reports", "expected"), [row[1:] for row in RELATED], ids=[row[0] for row in RELATED]
)
def test_how_two_counts_stand(predicate, reports, expected):
    assert expected == kinds(measured(reports, predicate)[0])
