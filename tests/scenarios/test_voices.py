"""Who speaks with whose voice: bodies and their spokesmen, headlines, outlets that repeat."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.model.claim import Stance
from tahqiq.model.source import Attribution
from tahqiq.model.text import Span
from tests.reconcile.builders import (
    AGENCY,
    ARMY,
    CIVIL_DEFENCE,
    GOVERNOR,
    MINISTRY,
    MONITOR,
    REBELS,
    Said,
    Source,
    SourceKind,
    count,
    held,
    kinds,
    measured,
    report,
)

MORNING, NOON, EVENING, NEXT_DAY = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00", "2026-03-11T09:00"
SPOKESMAN = Source("ماهر التلال", SourceKind.PERSON)
DIRECTOR = Source("هدى السنابل", SourceKind.PERSON)


def dead(number, source=None, **more):
    return Said(count(number), source, **more)


def test_a_body_and_its_spokesman_are_one_origin():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, MINISTRY)),
        report("b", "بحر", EVENING, dead(31, SPOKESMAN, words="وقال المتحدث باسم وزارة الصحة ماهر التلال إن {n} قضوا")),
    ])  # fmt: skip
    assert {("وزارة الصحة", 31)} == held(found)


def test_a_title_and_a_comma_stand_between_the_body_and_the_name():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, ARMY)),
        report("b", "بحر", NOON, dead(31, SPOKESMAN, words="وذكر ناطق باسم الجيش، العقيد ماهر التلال، أن {n} قضوا")),
    ])  # fmt: skip
    assert {("الجيش", 31)} == held(found)


def test_the_director_of_an_observatory_speaks_for_it_under_its_short_name():
    (found,) = measured([
        report("a", "نهر", NOON, dead(40, MONITOR)),
        report("b", "بحر", EVENING, dead(52, DIRECTOR, words="وأكدت مديرة المرصد هدى السنابل سقوط {n} قتيلا")),
    ])  # fmt: skip
    assert {("مرصد السهل", 40), ("مرصد السهل", 52)} == held(found)
    assert {(40, 52, "update")} == kinds(found)


def test_the_office_may_follow_the_name():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, MINISTRY)),
        report("b", "بحر", NOON, dead(31, SPOKESMAN, words="وقال ماهر التلال، المتحدث باسم وزارة الصحة، إن {n} قضوا")),
    ])  # fmt: skip
    assert {("وزارة الصحة", 31)} == held(found)


def test_an_officer_who_is_nobodys_spokesman_stays_himself():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, ARMY)),
        report("b", "بحر", NOON, dead(31, SPOKESMAN, words="وقال الطبيب ماهر التلال إن {n} قضوا")),
    ])  # fmt: skip
    assert 2 == len(found.positions)


def test_a_spokesman_named_in_one_report_is_known_in_the_others():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(12, SPOKESMAN, words="وقال المتحدث باسم وزارة الصحة ماهر التلال إن {n} قضوا")),
        report("b", "بحر", NOON, dead(20, SPOKESMAN, words="وأضاف ماهر التلال أن {n} قضوا")),
        report("c", "تل", EVENING, dead(20, MINISTRY)),
    ])  # fmt: skip
    assert {("وزارة الصحة", 12), ("وزارة الصحة", 20)} == held(found)


def test_the_source_of_a_headline_is_that_of_the_body_below():
    unnamed = Source("مرصد حقوقي", SourceKind.ORGANIZATION)
    headline = "مرصد حقوقي: 31 قتيلا"
    told = report("a", "نهر", NOON, dead(31, MONITOR), title=headline)
    (below,) = told.claims.figures
    number = Span(below.span.text, headline.index("31"), headline.index("31") + 2)
    above = replace(below, span=number, attribution=Attribution(unnamed))
    (found,) = measured([replace(told, claims=replace(told.claims, figures=(above, below)))])
    assert {("مرصد السهل", 31)} == held(found)


def test_an_outlet_that_later_gives_a_sources_number_only_repeats_it():
    (found,) = measured([report("a", "نهر", NOON, dead(137, MONITOR)), report("b", "بحر", NEXT_DAY, dead(137))])
    assert {("مرصد السهل", 137)} == held(found)


def test_an_outlet_that_had_the_number_first_is_an_origin():
    (found,) = measured([report("a", "نهر", NOON, dead(137)), report("b", "بحر", NEXT_DAY, dead(137, MONITOR))])
    assert {("نهر", 137), ("مرصد السهل", 137)} == held(found)


def test_vague_words_are_not_repeated_but_said_again():
    (found,) = measured([report("a", "نهر", NOON, dead("20?", MONITOR)), report("b", "بحر", NEXT_DAY, dead("20?"))])
    assert 2 == len(found.positions)


def test_about_and_exactly_one_number_are_one_position_of_one_source():
    (found,) = measured([report("a", "نهر", NOON, dead(120, MINISTRY), dead("120~", MINISTRY))])
    assert {("وزارة الصحة", 120)} == held(found)


def test_repeating_outlets_add_no_contradictions():
    def dispute(*more):
        parties = report("a", "نهر", NOON, dead(23, ARMY), dead(137, MONITOR))
        return measured([parties, *more])[0]

    repeated = [report(f"r{i}", f"منبر {i}", f"2026-03-10T{13 + i}:00", dead(137)) for i in range(5)]
    assert {(23, 137, "contradiction")} == kinds(dispute())
    assert {(23, 137, "contradiction")} == kinds(dispute(*repeated))


def test_a_minister_relayed_by_an_agency_speaks_for_the_ministry():
    minister = Source("وزيرة الصحة", SourceKind.PERSON)
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, MINISTRY)),
        report("b", "بحر", EVENING, dead(36, minister, via=(AGENCY,))),
    ])  # fmt: skip
    assert {("وزارة الصحة", 31), ("وزارة الصحة", 36)} == held(found)


def test_two_bodies_of_one_word_are_not_guessed_between():
    north = Source("هيئة الشمال للإغاثة", SourceKind.ORGANIZATION)
    south = Source("هيئة الجنوب للإغاثة", SourceKind.ORGANIZATION)
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, north), dead(31, south)),
        report("b", "بحر", EVENING, dead(31, SPOKESMAN, words="وقال مدير الهيئة ماهر التلال إن {n} قضوا")),
    ])  # fmt: skip
    assert 3 == len(found.positions)


def test_a_governor_quoted_by_his_name_and_a_civil_defence_are_two():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, GOVERNOR)),
        report("b", "بحر", NOON, dead(31, CIVIL_DEFENCE)),
    ])  # fmt: skip
    assert {(31, 31, "same")} == kinds(found)


def test_a_source_that_denies_its_own_number_and_gives_another_corrects_itself():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(23, ARMY, predicate="escaped", counted="prisoners")),
        report(
            "b", "بحر", NEXT_DAY,
            dead(98, ARMY, predicate="escaped", counted="prisoners"),
            dead(23, ARMY, predicate="escaped", counted="prisoners", stance=Stance.DENIED),
        ),
    ], "escaped")  # fmt: skip
    assert {(23, 98, "update"), (23, 23, "update")} <= kinds(found)


def test_a_source_that_only_denies_its_number_disowns_it():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(150, MINISTRY, via=(AGENCY,))),
        report("b", "بحر", NEXT_DAY, dead(150, MINISTRY, stance=Stance.DENIED)),
    ])  # fmt: skip
    assert {(150, 150, "contradiction")} == kinds(found)


def test_the_other_party_still_stands_against_a_corrected_number():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(23, ARMY, predicate="escaped")),
        report("b", "بحر", NOON, dead("400>", REBELS, predicate="escaped")),
        report(
            "c", "تل", NEXT_DAY,
            dead(98, ARMY, predicate="escaped"),
            dead("400>", REBELS, predicate="escaped"),
        ),
    ], "escaped")  # fmt: skip
    assert (400, 98, "contradiction") in kinds(found)
