"""Forty links and one phone call: who is an independent origin."""

from __future__ import annotations

from tests.reconcile.builders import (
    AGENCY,
    GOVERNOR,
    MINISTRY,
    MONITOR,
    OFFICIAL,
    Said,
    Source,
    SourceKind,
    count,
    held,
    measured,
    report,
)

NOON, EVENING = "2026-03-10T12:00", "2026-03-10T19:00"
LONG_SENTENCE = "وجرفت السيول ليلا منازل كثيرة على ضفتي الوادي حيث قضى {n} شخصا على الأقل وفق تقديرات أولية"


def dead(number, source=None, **more):
    return Said(count(number), source, **more)


def test_one_speaker_relayed_by_many_outlets_is_one_origin():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, GOVERNOR)),
        report("b", "بحر", NOON, dead(31, GOVERNOR, via=(AGENCY,))),
        report("c", "تل", EVENING, dead(31, GOVERNOR, via=(Source("صحيفة السهل", SourceKind.OUTLET),))),
    ])  # fmt: skip
    assert {("سالم الوادي", 31)} == held(found)


def test_a_short_name_goes_under_the_full_one():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, GOVERNOR)),
        report("b", "بحر", NOON, dead(31, Source("الوادي", SourceKind.PERSON))),
    ])  # fmt: skip
    assert {("سالم الوادي", 31)} == held(found)


def test_an_office_before_a_name_is_no_part_of_it():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, Source("الدكتور سالم الوادي", SourceKind.PERSON))),
        report("b", "بحر", NOON, dead(31, GOVERNOR)),
    ])  # fmt: skip
    assert len(found.positions) == 1


def test_unnamed_officials_of_two_outlets_are_two_origins():
    (found,) = measured([report("a", "نهر", NOON, dead(31, OFFICIAL)), report("b", "بحر", NOON, dead(31, OFFICIAL))])
    assert len(found.positions) == 2


def test_an_unnamed_official_relayed_by_one_agency_is_one_origin():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, OFFICIAL, via=(AGENCY,))),
        report("b", "بحر", NOON, dead(31, OFFICIAL, via=(AGENCY,))),
    ])  # fmt: skip
    assert len(found.positions) == 1


def test_two_outlets_in_their_own_voice_are_two_origins():
    (found,) = measured([report("a", "نهر", NOON, dead(31)), report("b", "بحر", NOON, dead(31))])
    assert {("نهر", 31), ("بحر", 31)} == held(found)


def test_a_headline_that_repeats_the_sources_number_is_no_second_origin():
    (found,) = measured([report("a", "نهر", NOON, dead(31), dead(31, MINISTRY))])
    assert {("وزارة الصحة", 31)} == held(found)


def test_a_sentence_reused_by_another_outlet_is_one_origin():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, words=LONG_SENTENCE)),
        report("b", "بحر", EVENING, dead(31, words=LONG_SENTENCE), dead(8, MINISTRY, counted="children", part_of=0)),
    ])[:1]  # fmt: skip
    assert {("نهر", 31)} == held(found)


def test_a_near_copy_speaks_with_the_voice_of_the_first():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, words=f"{LONG_SENTENCE}، {LONG_SENTENCE.format(n='كثيرون')}")),
        report("b", "بحر", EVENING, dead(31, words=f"{LONG_SENTENCE}، {LONG_SENTENCE.format(n='كثيرون')}")),
    ])  # fmt: skip
    assert {("نهر", 31)} == held(found)


def test_two_values_of_one_origin_are_two_positions():
    (found,) = measured([report("a", "نهر", NOON, dead(12, MONITOR)), report("b", "بحر", EVENING, dead(31, MONITOR))])
    assert {("مرصد السهل", 12), ("مرصد السهل", 31)} == held(found)


def test_outlets_without_a_name_stay_apart_by_report():
    (found,) = measured([report("a", None, NOON, dead(31)), report("b", None, NOON, dead(31))])
    assert len(found.positions) == 2


def test_the_ministry_is_the_ministry_of_health_where_there_is_no_other():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, MINISTRY)),
        report("b", "بحر", NOON, dead(31, Source("الوزارة", SourceKind.GOVERNMENT))),
    ])  # fmt: skip
    assert {("وزارة الصحة", 31)} == held(found)


def test_the_army_is_neither_of_two_armies():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, Source("جيش السهل", SourceKind.GOVERNMENT))),
        report("b", "بحر", NOON, dead(31, Source("جيش الجبل", SourceKind.GOVERNMENT))),
        report("c", "تل", NOON, dead(31, Source("الجيش", SourceKind.GOVERNMENT))),
    ])  # fmt: skip
    assert 3 == len(found.positions)


def test_a_country_is_not_short_for_a_body_that_is_named_after_it():
    (found,) = measured([
        report("a", "نهر", NOON, dead(31, Source("جيش جنوب الوادي", SourceKind.GOVERNMENT))),
        report("b", "بحر", NOON, dead(31, Source("الوادي", SourceKind.GOVERNMENT))),
    ])  # fmt: skip
    assert 2 == len(found.positions)
