"""Dates: every phrase of the tables has the value of its row, and nothing that only looks like a date is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tahqiq.extract.reading import parse_dates
from tahqiq.model.when import Calendar
from tests.extract.ar.tables import phrases, sentences

TABLES = Path(__file__).parents[2] / "examples" / "dates"
BASE = dt.date(2018, 5, 16)
BEFORE, BEHIND = "عاد الوفد إلى العاصمة وقالت الصحف إن ذلك حدث ", " في ظروف صعبة."
GOVERNED = ("في ", "حتى ", "بحلول ", "منذ ")  # words that govern a year and are no part of it


@pytest.mark.parametrize(("value", "phrase"), phrases(TABLES / "absolute.txt"))
def test_whole_phrases_that_need_no_day_of_publication(value: str, phrase: str) -> None:
    (mention,) = parse_dates(phrase)
    assert (value, phrase) == (mention.when.value, mention.span.quote)


@pytest.mark.parametrize(("value", "phrase"), phrases(TABLES / "anchored.txt"))
def test_phrases_that_count_from_publication(value: str, phrase: str) -> None:
    (mention,) = parse_dates(BEFORE + phrase + BEHIND, BASE)
    assert value == mention.when.value
    assert mention.span.quote in {phrase, *(phrase.removeprefix(word) for word in GOVERNED)}


@pytest.mark.parametrize("sentence", sentences(TABLES / "no_dates.txt"))
def test_what_is_no_date(sentence: str) -> None:
    words = f"قال المراسل من المدينة. {sentence} وانتهى الخبر عند هذا الحد من غير زيادة."
    assert [] == [mention.span.quote for mention in parse_dates(words, BASE)]


AHEAD = [
    ("سيعقد الاجتماع يوم الجمعة في العاصمة بحضور الوفود كلها من المنطقة", "2018-05-18"),
    ("من المقرر أن تبدأ المباحثات الأحد في العاصمة بحضور الوفود من المنطقة", "2018-05-20"),
    ("أمام المرشح مهلة حتى الأحد في العاصمة بحضور الوفود من المنطقة كلها", "2018-05-20"),
    ("دعت الحكومة إلى اجتماع الثلاثاء في العاصمة بحضور الوفود من المنطقة", "2018-05-22"),
    ("عقد الاجتماع يوم الجمعة في العاصمة بحضور الوفود كلها من المنطقة", "2018-05-11"),
    ("على أصحاب المحال إخلاء السوق القديمة بحلول مساء الجمعة في العاصمة كلها", "2018-05-18"),
    ("يغلق المعبر الحدودي أمام الشاحنات اعتبارا من الأحد في المنطقة كلها", "2018-05-20"),
    ("وكانت المحال قد أغلقت أبوابها اعتبارا من الأحد في المنطقة كلها", "2018-05-13"),
    ("وبحلول مساء السبت كانت الفرق قد وصلت إلى القرى البعيدة في المنطقة", "2018-05-12"),
    ("قال ينس ستولتنبرغ يوم الاثنين في العاصمة إن الحلف مستعد للحوار كله", "2018-05-14"),
    ("قال إن الفرق سيستقبلونها الاثنين في العاصمة بحضور الوفود من المنطقة", "2018-05-21"),
    ("رغم الإصلاحات المتوقع نجاحها التي أعلنت يوم الاثنين في العاصمة بحضور الوفود", "2018-05-14"),
]


@pytest.mark.parametrize(("words", "value"), AHEAD)
def test_a_weekday_is_past_unless_the_words_look_ahead(words: str, value: str) -> None:
    assert [value] == [mention.when.value for mention in parse_dates(words, BASE)]


TWO_DAYS = [
    ("توقفت المدارس عن العمل يومي الخميس والجمعة بسبب العاصفة الرملية في المدينة", ["2018-05-10", "2018-05-11"]),
    ("توقفت المدارس عن العمل يومي الأربعاء والخميس بسبب العاصفة الرملية في المدينة", ["2018-05-09", "2018-05-10"]),
    ("ستغلق المدارس أبوابها يومي الأربعاء والخميس بسبب العاصفة الرملية في المدينة", ["2018-05-16", "2018-05-17"]),
    ("تغلق المدارس أبوابها يومي الأحد والثلاثاء المقبلين بسبب العاصفة في المدينة", ["2018-05-20", "2018-05-22"]),
    ("تغلق المدارس أبوابها يومي الخميس والجمعة من كل أسبوع كما جرت العادة هنا", []),
]


@pytest.mark.parametrize(("words", "days"), TWO_DAYS)
def test_two_weekdays_are_two_days_in_order(words: str, days: list[str]) -> None:
    assert days == [mention.when.value for mention in parse_dates(words, BASE)]


def test_a_weekday_of_an_unknown_week_is_no_date() -> None:
    assert () == parse_dates("عقد الاجتماع يوم الثلاثاء في مبنى البلدية وحضره كثير من الناس")


MOMENTS = [
    ("اهتزت المدينة يوم 25 تموز. وعند الساعة 4:30 فجرا وصلت فرق الإنقاذ إلى المكان كله", "2018-07-25T04:30"),
    ("هرب الأهالي ليلا وعند الساعة السابعة من صباح اليوم التالي عادوا إلى البيوت كلها", "T07:00"),
    ("قال الدفاع المدني إن الهزة وقعت عند الساعة 9 صباحا وشعر بها السكان في المدينة", "2018-05-16T09:00"),
]


@pytest.mark.parametrize(("words", "value"), MOMENTS)
def test_a_clock_time_is_on_the_day_meant(words: str, value: str) -> None:
    base = dt.date(2018, 7, 30) if "تموز" in words else BASE
    assert value == parse_dates(words, base)[-1].when.value


SAME_YEARS = [
    ("ولد المغني سنة 1964 وفي سبتمبر من نفس العام انتقلت العائلة إلى المدينة", "1964-09"),
    ("بدأت الحرب في مارس 2011 ثم دخلت القوات في أيلول/سبتمبر من العام نفسه", "2011-09"),
    ("بدأت الحرب عام 2011 ثم وقع الاتفاق في 5 أيلول من السنة ذاتها", "2011-09-05"),
]


@pytest.mark.parametrize(("words", "value"), SAME_YEARS)
def test_the_same_year_is_that_of_the_date_before(words: str, value: str) -> None:
    assert value == parse_dates(words, BASE)[-1].when.value


FROM_OF_THE_VERB = [
    ("انتقلت العائلة قبل سنة من تونس إلى فرنسا بحثا عن العمل", "2017"),
    ("عادت الباحثة قبل ثلاثة أسابيع من رحلة طويلة إلى القطب", "2018-W17"),
    ("تمكنت فرق الإنقاذ قبل يومين من الوصول إلى القرية المعزولة", "2018-05-14"),
    ("حذر المرصد قبل نحو 4 أيام من موجة حر تضرب السواحل", "2018-05-12"),
]


@pytest.mark.parametrize(("words", "value"), FROM_OF_THE_VERB)
def test_time_ago_is_counted_from_publication_where_from_belongs_to_the_verb(words: str, value: str) -> None:
    assert [value] == [mention.when.value for mention in parse_dates(words, BASE)]


def test_since_a_named_month_is_that_month() -> None:
    assert ["2018-03"] == [mention.when.value for mention in parse_dates("ارتفعت الأسعار منذ شهر مارس", BASE)]


def test_relative_words_stay_relative_without_a_day_of_publication() -> None:
    (mention,) = parse_dates("عاد الوفد أمس إلى العاصمة")
    assert (None, "-P1D") == (mention.when.value, mention.when.relative)


@pytest.mark.parametrize("year", [1900, 1924, 2077, 2100])
def test_a_hijri_month_outside_the_tables_of_the_calendar_is_survived(year: int) -> None:
    parse_dates("في شهر رمضان وفي 3 شعبان وفي عيد الفطر", dt.date(year, 1, 1))


def test_the_calendar_that_was_written_is_kept() -> None:
    (hijri,), (gregorian,) = parse_dates("3 شعبان 1447 هـ"), parse_dates("22 يناير 2026")
    assert (Calendar.HIJRI, Calendar.GREGORIAN) == (hijri.when.calendar, gregorian.when.calendar)
    assert hijri.when.value == gregorian.when.value


def test_the_tables_are_as_large_as_promised() -> None:
    assert sum(len(phrases(TABLES / name)) for name in ("absolute.txt", "anchored.txt")) >= 400
    assert len(sentences(TABLES / "no_dates.txt")) >= 90


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("اليوم الاثنين", "2015-07-20"),
        ("أمس الأحد", "2015-07-19"),
        ("غدا الأربعاء", "2015-07-22"),
        ("أمس الجمعة", "2015-07-20"),
    ],
)
def test_a_weekday_one_day_off_corrects_the_count_from_publication(words: str, value: str) -> None:
    (mention,) = parse_dates(words, dt.date(2015, 7, 21))
    assert value == mention.when.value


PAIRS = [
    ("3 شعبان 1447 هـ الموافق 22 يناير 2026", "2026-01-22"),
    ("الخميس 3 شعبان 1447 هـ الموافق 22 يناير 2026 م", "2026-01-22"),
    ("22 يناير 2026 م الموافق 3 شعبان 1447 هـ", "2026-01-22"),
    ("22 يناير 2026 (3 شعبان 1447 هـ)", "2026-01-22"),
    ("3 شعبان 1447 - 22 كانون الثاني/يناير 2026", "2026-01-22"),
    ("4 شعبان 1447 هـ الموافق 22 يناير 2026", "2026-01-22"),
    ("23 يناير 2026 الموافق 3 شعبان 1447 هـ", "2026-01-23"),
    ("3 شعبان 1447 - 23 يناير 2026", "2026-01-23"),
]


@pytest.mark.parametrize(("words", "value"), PAIRS)
def test_one_day_in_two_calendars_is_one_date(words: str, value: str) -> None:
    for base in (None, BASE):
        (mention,) = parse_dates(f"عقدت الجلسة الأولى في القاعة الكبرى {words}، وحضرها الأعضاء كلهم", base)
        assert (value, Calendar.GREGORIAN, words) == (mention.when.value, mention.when.calendar, mention.span.quote)


def test_days_of_two_calendars_that_differ_stay_apart() -> None:
    assert ["2026-01-22", "2026-02-01"] == [m.when.value for m in parse_dates("3 شعبان 1447 - 1 فبراير 2026")]


WEEKDAYS_BESIDE_DAYS = [
    ("قال إن الاجتماع الأول عقد يوم السبت 7 أكتوبر 2023 في مبنى البلدية القديم", "2023-10-07"),
    ("قال إن الاجتماع الأول عقد يوم الأحد 7 أكتوبر 2023 في مبنى البلدية القديم", "2023-10-07"),
    ("قال إن الاجتماع الأول عقد يوم الاثنين 20 فبراير في مبنى البلدية القديم", "2017-02-20"),
    ("قال إن الاجتماع الأول عقد يوم الثلاثاء 20 فبراير في مبنى البلدية القديم", "2018-02-20"),
    ("قال إن الاجتماع الأول عقد يوم الاثنين 15 مايو في مبنى البلدية القديم", "2018-05-15"),
]


@pytest.mark.parametrize(("words", "value"), WEEKDAYS_BESIDE_DAYS)
def test_a_weekday_picks_only_a_year_that_is_not_said(words: str, value: str) -> None:
    assert [value] == [mention.when.value for mention in parse_dates(words, BASE)]
