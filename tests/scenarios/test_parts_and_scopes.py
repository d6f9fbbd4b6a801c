"""Parts and wholes, other places, other years: counts that look alike and are not rivals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tahqiq.model.claim import DateMention, Stance
from tahqiq.model.text import Span
from tahqiq.model.when import When
from tests.reconcile.builders import (
    ARMY,
    CIVIL_DEFENCE,
    MINISTRY,
    MONITOR,
    OFFICIAL,
    Said,
    count,
    kinds,
    measured,
    report,
)

MORNING, NOON, EVENING, NEXT_DAY = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00", "2026-03-11T09:00"


def dead(number, source=None, **more):
    return Said(count(number), source, **more)


def counted_by(found):
    return {m.counted: m for m in found}


def dated(read, quote, value):
    """The report with the words `quote` read as that date."""
    text = read.claims.text
    start = text.raw.index(quote)
    mention = DateMention(Span(text, start, start + len(quote)), When(value), "test")
    return replace(read, claims=replace(read.claims, dates=(mention,)))


def test_children_among_the_dead_are_a_part_and_no_rival():
    found = counted_by(measured([
        report("a", "نهر", NOON, dead(50, MINISTRY), dead(22, MINISTRY, counted="children", part_of=0)),
        report("b", "بحر", NOON, dead(50, CIVIL_DEFENCE)),
    ]))  # fmt: skip
    assert found["people"].id == found["children"].part_of
    assert {(50, 50, "same")} == kinds(found["people"])


def test_a_part_is_tied_even_where_no_report_says_so():
    found = counted_by(measured([
        report("a", "نهر", NOON, dead(50, MINISTRY)),
        report("b", "بحر", NOON, dead(22, CIVIL_DEFENCE, counted="children")),
    ]))  # fmt: skip
    assert found["people"].id == found["children"].part_of


def test_parts_of_parts_hang_on_the_nearest_whole():
    found = counted_by(measured([
        report("a", "نهر", NOON, dead(90, MINISTRY), dead(40, MINISTRY, counted="soldiers")),
        report("b", "بحر", NOON, dead(9, MINISTRY, counted="Syrian soldiers")),
    ]))  # fmt: skip
    assert found["soldiers"].id == found["Syrian soldiers"].part_of
    assert found["people"].id == found["soldiers"].part_of


def test_soldiers_and_civilians_are_no_rivals():
    found = measured([
        report("a", "نهر", NOON, dead(12, ARMY, counted="soldiers")),
        report("b", "بحر", NOON, dead(30, MONITOR, counted="civilians")),
    ])  # fmt: skip
    assert {"soldiers", "civilians"} == {m.counted for m in found}


def test_more_than_forty_people_and_forty_three_civilians_are_one_toll():
    (found,) = measured([
        report("a", "نهر", NOON, dead("40>")),
        report("b", "بحر", NOON, dead(43, MONITOR, counted="civilians")),
    ])  # fmt: skip
    assert {(40, 43, "compatible")} == kinds(found)


def test_a_toll_without_a_noun_is_the_toll_of_people():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(12, MINISTRY)),
        report("b", "بحر", EVENING, dead(37, MINISTRY, counted="")),
    ])  # fmt: skip
    assert {(12, 37, "update")} == kinds(found)


def test_members_and_leaders_and_terrorists_of_one_group_are_one_count_in_custody():
    (found,) = measured([
        report(
            "a", "نهر", NOON,
            dead(1200, ARMY, predicate="released", counted="ISIS members and leaders"),
            dead("400>", MONITOR, predicate="released", counted="ISIS members"),
            dead(180, MINISTRY, predicate="released", counted="terrorists"),
        )
    ], "released")  # fmt: skip
    assert {(400, 1200, "compatible"), (180, 1200, "contradiction"), (180, 400, "contradiction")} == kinds(found)


def test_the_freed_of_one_nation_are_a_part_of_all_freed():
    found = counted_by(measured([
        report(
            "a", "نهر", NOON,
            dead(1200, ARMY, predicate="released", counted="ISIS members"),
            dead(470, ARMY, predicate="released", counted="Iraqi ISIS members", part_of=0),
        )
    ], "released"))  # fmt: skip
    assert found["ISIS members"].id == found["Iraqi ISIS members"].part_of


def test_families_are_not_people():
    found = measured([
        report("a", "نهر", NOON, Said(count(300), MINISTRY, predicate="displaced", counted="families")),
        report("b", "بحر", NOON, Said(count(1500), MONITOR, predicate="displaced", counted="people")),
    ], "displaced")  # fmt: skip
    assert len(found) == 2


def test_civilians_who_flee_are_the_people_who_flee():
    (found,) = measured([
        report("a", "نهر", MORNING, Said(count("200?"), predicate="displaced", counted="civilians")),
        report("b", "بحر", NEXT_DAY, Said(count("3000~"), MONITOR, predicate="displaced", counted="people")),
    ], "displaced")  # fmt: skip
    assert {(200, 3000, "update")} == kinds(found)


def test_an_event_of_another_year_told_for_comparison_stands_apart():
    compared = report("a", "نهر", NOON, dead(120, MINISTRY), dead(88, words="وأودت كارثة شباط 2014 بحياة {n}"))
    found = measured([dated(compared, "شباط 2014", "2014-02"), report("b", "بحر", NOON, dead(120, MONITOR))])
    assert [{120}, {88}] == [{f.figure.quantity.low for f in m.figures} for m in found]
    assert set() == kinds(found[1])


def test_four_years_ago_is_another_event_too():
    compared = report(
        "a", "نهر", NOON, dead(120, MINISTRY), dead(88, words="وأودى حادث كهذا بحياة {n} منذ أربعة أعوام")
    )
    found = measured([dated(compared, "منذ أربعة أعوام", "2022")])
    assert len(found) == 2


def test_the_toll_of_the_whole_war_is_no_rival_of_the_days_toll():
    found = measured([
        report("a", "نهر", NOON, dead(43, MONITOR)),
        report("b", "بحر", NOON, dead(230, MONITOR, words="وقتل {n} منذ بدء الحملة")),
    ])  # fmt: skip
    assert [set(), set()] == [kinds(m) for m in found]


def test_the_worst_since_a_year_says_nothing_of_what_a_number_covers():
    ranked = report("a", "نهر", NOON, dead(62, MONITOR, words="وهي الحصيلة الأكبر منذ عام 2011، ومن القتلى {n} مدنيا"))
    (found,) = measured([dated(ranked, "عام 2011", "2011"), report("b", "بحر", MORNING, dead(40, MONITOR))])
    assert {(40, 62, "update")} == kinds(found)


def test_months_apart_two_floods_have_two_tolls():
    found = measured([
        report("a", "نهر", "2026-03-10", dead(12, MINISTRY)),
        report("b", "بحر", "2026-09-10", dead(9, MINISTRY)),
    ])  # fmt: skip
    assert [set(), set()] == [kinds(m) for m in found]


def test_in_a_siege_each_attack_has_its_own_toll():
    days = [("2026-03-01", 40), ("2026-03-02", 52), ("2026-03-06", 7), ("2026-03-07", 9), ("2026-03-11", 25)]
    found = measured([report(f"r{day}", f"منبر {day}", day, dead(number, MONITOR)) for day, number in days])
    told = sorted(sorted(f.figure.quantity.low for f in m.figures) for m in found)
    assert [[7, 9], [25], [40, 52]] == told


def test_a_town_aside_does_not_count_for_the_whole():
    reports = [report(f"r{i}", f"منبر {i}", f"2026-03-10T{10 + i}:00", dead(40 + i, MINISTRY)) for i in range(6)]
    aside = report("x", "نهر", "2026-03-10T15:30", dead(7, MONITOR, place="بلدة الرمانة"))
    found = measured([*reports, aside])
    assert {"x"} == {f.report_id for f in found[1].figures}


def test_the_city_the_province_and_the_countryside_of_one_name_are_one_place():
    (found,) = measured([
        report("a", "نهر", MORNING, dead(12, MINISTRY, place="مدينة السدر")),
        report("b", "بحر", EVENING, dead(37, MINISTRY, place="محافظة السدر وريفها")),
    ])  # fmt: skip
    assert {(12, 37, "update")} == kinds(found)


def test_two_named_places_are_two_tolls():
    found = measured([
        report("a", "نهر", NOON, dead(12, MINISTRY, place="مدينة الرمانة")),
        report("b", "بحر", NOON, dead(37, MONITOR, place="مدينة الطلح")),
    ])  # fmt: skip
    assert len(found) == 2


def test_a_number_of_another_order_is_another_count():
    found = measured([
        report("a", "نهر", NOON, dead(43, MONITOR)),
        report("b", "بحر", NOON, dead(500000, MONITOR)),
    ])  # fmt: skip
    assert len(found) == 2


def test_a_source_that_counts_two_numbers_in_one_report_counts_two_things():
    found = measured([report("a", "نهر", NOON, dead(43, MONITOR), dead(11, MONITOR))])
    assert {43, 11} == {m.figures[0].figure.quantity.low for m in found}


def test_a_number_with_its_sentence_goes_where_the_same_words_went():
    strike = "وقتل {n} مدنيا في غارة استهدفت المستشفى الوحيد في البلدة ليلا"
    early = report("a", "نهر", MORNING, dead(16, MONITOR, words=strike))
    later = report("b", "بحر", EVENING, dead(43, MONITOR), dead(16, MONITOR, words=strike))
    assert [{43}, {16}] == sorted(
        ({f.figure.quantity.low for f in m.figures} for m in measured([early, later])), key=max, reverse=True
    )


def test_a_telling_number_is_one_count_whatever_the_nouns():
    (found,) = measured([
        report("a", "نهر", NOON, Said(count(3393), ARMY, predicate="other:count", counted="")),
        report("b", "بحر", NOON, Said(count(3393), MONITOR, predicate="other:count", counted="militants")),
    ], "other:count")  # fmt: skip
    assert {(3393, 3393, "same")} == kinds(found)


def test_up_from_an_earlier_toll_of_nothing_named():
    (found,) = measured([
        report(
            "a", "نهر", NOON,
            dead(66, MINISTRY),
            dead(49, MINISTRY, predicate="other:count", counted="", stance=Stance.EARLIER, words="بعد {n} سابقا"),
        )
    ])  # fmt: skip
    assert {(49, 66, "update")} == kinds(found)


def test_numbers_that_add_up_to_the_toll_are_its_parts():
    found = measured([
        report("a", "نهر", NOON, dead(100, MINISTRY), dead(87, MONITOR, words="{n}"), dead(13, OFFICIAL, words="و{n}")),
        report("b", "بحر", EVENING, dead(100, CIVIL_DEFENCE)),
    ])  # fmt: skip
    assert [{100}, {13}, {87}] == sorted(({f.figure.quantity.low for f in m.figures} for m in found), key=str)


def test_things_without_a_name_join_only_by_value():
    def found_with(other):
        return measured([
            report("a", "نهر", NOON, Said(count(30), predicate="other:count", counted="")),
            report("b", "بحر", NOON, Said(count(other), predicate="other:count", counted="")),
        ], "other:count")  # fmt: skip

    assert len(found_with(30)) == 1
    assert len(found_with(55)) == 2


def test_as_of_is_the_day_that_the_words_name():
    (found,) = measured([report("a", "نهر", "2026-03-11T20:00", dead(43, MONITOR, when="2026-03-10"))])
    assert dt.date(2026, 3, 10) == found.positions[0].as_of


def test_a_town_and_the_whole_country_in_one_report_are_no_rivals():
    country = dead(70, MINISTRY)
    town = dead(34, CIVIL_DEFENCE, place="مدينة الرمانة")
    (found,) = measured([report("a", "نهر", NOON, country, town)])[:1]
    assert "contradiction" not in {kind for *_, kind in kinds(found)}


def test_a_country_and_a_place_in_it_in_one_report_are_no_rivals():
    told = report("a", "نهر", NOON, dead(50, MONITOR, place="بلاد السهل"), dead(30, MINISTRY, place="وادي السدر"))
    figures = tuple(
        replace(figure, place=replace(figure.place, key=key, country="SH"))
        for figure, key in zip(told.claims.figures, ("SH", "sh:sidr"), strict=True)
    )
    found = measured([replace(told, claims=replace(told.claims, figures=figures))])
    assert "contradiction" not in {kind for m in found for *_, kind in kinds(m)}


def test_attacks_in_two_countries_are_no_rivals():
    places = (("ميناء الطلح", "AA"), ("ميناء الزيتون", "BB"))
    told = [
        report(outlet, outlet, NOON, dead(number, source, place=name))
        for outlet, number, source, (name, _) in (("نهر", 9, ARMY, places[0]), ("بحر", 31, MONITOR, places[1]))
    ]
    found = measured([
        replace(
            read,
            claims=replace(
                read.claims,
                figures=tuple(replace(f, place=replace(f.place, country=code)) for f in read.claims.figures),
            ),
        )
        for read, (_, code) in zip(told, places, strict=True)
    ])  # fmt: skip
    assert "contradiction" not in {kind for m in found for *_, kind in kinds(m)}


def test_children_of_two_boats_are_parts_of_two_wholes():
    found = measured([
        report(
            "a", "نهر", NOON,
            Said(count(140), MINISTRY, predicate="rescued", counted="migrants"),
            Said(count(14), MINISTRY, predicate="rescued", counted="women", part_of=0),
            Said(count(112), CIVIL_DEFENCE, predicate="rescued", counted="migrants"),
            Said(count(30), CIVIL_DEFENCE, predicate="rescued", counted="women", part_of=2),
        )
    ], "rescued")  # fmt: skip
    women = [m for m in found if m.counted == "women"]
    assert "contradiction" not in {kind for m in women for *_, kind in kinds(m)}


def test_those_who_fled_over_the_past_month_are_another_count():
    found = measured([
        report(
            "a", "نهر", NOON,
            Said(count("10000~"), MONITOR, predicate="displaced", words="وغادر {n} شخص الوادي"),
            Said(count(50000), MINISTRY, predicate="displaced", words="وفر {n} شخص من الوادي خلال الشهر الأخير"),
        )
    ], "displaced")  # fmt: skip
    assert [set(), set()] == [kinds(m) for m in found]


def test_the_names_of_some_of_the_dead_do_not_contradict_the_toll():
    (found,) = measured([
        report("a", "نهر", NOON, dead("137+", MINISTRY)),
        report("b", "بحر", NOON, dead(112, MONITOR, words="وقال إن لديه أسماء {n} من القتلى")),
    ])  # fmt: skip
    assert {(112, 137, "compatible")} == kinds(found)


def test_the_names_of_more_than_were_admitted_do_contradict():
    (found,) = measured([
        report("a", "نهر", NOON, dead(23, ARMY), dead(112, MONITOR, words="وقال إن لديه أسماء {n} من القتلى")),
    ])  # fmt: skip
    assert {(23, 112, "contradiction")} == kinds(found)


def test_bodies_found_are_a_floor_of_the_dead():
    (found,) = measured([
        report("a", "نهر", NOON, dead(71, MINISTRY)),
        report("b", "بحر", NOON, dead("40-50", MONITOR, counted="bodies", words="وانتشلت {n} جثة")),
    ])  # fmt: skip
    assert {(40, 71, "compatible")} == kinds(found)


def test_hostages_and_guards_killed_are_no_rivals():
    found = counted_by(measured([
        report("a", "نهر", NOON, dead(2, MINISTRY, counted="hostages"), dead(11, MINISTRY, counted="guards")),
        report("b", "بحر", NOON, dead(26, MONITOR, counted="attackers"), dead(50, MONITOR)),
    ]))  # fmt: skip
    assert {"hostages", "guards", "attackers", "people"} == set(found)
    assert {found["people"].id} == {found[part].part_of for part in ("hostages", "guards", "attackers")}


def test_hostages_freed_are_people_freed():
    (found,) = measured([
        report("a", "نهر", NOON, Said(count(6), MINISTRY, predicate="released", counted="hostages")),
        report("b", "بحر", NOON, Said(count(6), MONITOR, predicate="released", counted="people")),
    ], "released")  # fmt: skip
    assert {(6, 6, "same")} == kinds(found)


def test_the_day_of_an_announcement_is_not_the_day_of_the_deaths():
    announced = {"cue": "أعلن", "words": "أعلن الجيش، {day}، أن {{n}} قتلوا"}

    def told(id, number, source, day, value):
        words = announced["words"].format(day=day)
        return report(id, id, NOON, dead(number, source, words=words, cue="أعلن", dated=day, when=value))

    (found,) = measured([
        told("نهر", 9, ARMY, "الإثنين", "2026-03-09"),
        told("بحر", 31, MONITOR, "الثلاثاء", "2026-03-10"),
    ])  # fmt: skip
    assert {(9, 31, "contradiction")} == kinds(found)


def test_two_named_days_of_deaths_are_two_counts():
    def told(id, number, source, day, value):
        words = f"أعلن المتحدث أن {{n}} قتلوا {day}"
        return report(id, id, NOON, dead(number, source, words=words, cue="أعلن", dated=day, when=value))

    (found,) = measured([
        told("نهر", 9, ARMY, "الإثنين", "2026-03-09"),
        told("بحر", 31, MONITOR, "الثلاثاء", "2026-03-10"),
    ])  # fmt: skip
    assert {(9, 31, "compatible")} == kinds(found)


def test_the_dead_of_monday_are_not_the_dead_of_the_days_after():
    (found,) = measured([
        report("a", "نهر", "2026-03-10T07:00", dead(80, MONITOR, when="2026-03-09")),
        report("b", "بحر", "2026-03-12T07:00", dead(62, MONITOR)),
    ])  # fmt: skip
    assert {(80, 62, "unclear")} == kinds(found)


def test_a_part_told_alone_by_one_report_in_three_stays_a_part():
    def both(id, at):
        return report(id, id, at, dead(43, MONITOR), dead(16, MONITOR, words="وفي غارة على المستشفى قتل {n} مدنيا"))

    alone = report("c", "تل", "2026-03-10T15:00", dead(16, CIVIL_DEFENCE, words="وسقط {n} قتيلا حين قُصف مشفى البلدة"))
    found = measured([both("نهر", NOON), both("بحر", "2026-03-10T13:00"), alone])
    assert [{16}, {43}] == [{f.figure.quantity.low for f in m.figures} for m in found]
