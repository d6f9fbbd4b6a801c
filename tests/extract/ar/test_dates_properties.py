"""What holds for all dates: calendars, month systems and scripts of digits agree on the day; spans hold their words."""

from __future__ import annotations

import datetime as dt

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.extract.lexicon import read_table
from tahqiq.extract.reading import parse_dates

DAYS = st.dates(min_value=dt.date(1924, 8, 1), max_value=dt.date(2077, 11, 16))
SYSTEMS = ("levantine", "egyptian")
DIGITS = [str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]


def month(number: int, *path: str) -> str:
    table: object = read_table("months")
    for step in (*path, str(number)):
        assert isinstance(table, dict)
        table = table[step]
    return str(table).split("|")[0]


def value(words: str) -> str | None:
    (mention,) = parse_dates(words)
    assert words == mention.span.quote
    return mention.when.value


@given(DAYS)
def test_month_systems_and_figures_agree(day: dt.date) -> None:
    names = [month(day.month, "gregorian", system) for system in SYSTEMS]
    written = [f"{day.day} {name} {day.year}" for name in (*names, "/".join(names), f"{names[0]} ({names[1]})")]
    for words in (*written, day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
        if "/" in words and day.day <= 12 and words[0].isdigit() and day.day != day.month and words.count("/") == 2:
            continue  # the order of day and month cannot be known
        assert day.isoformat() == value(words)


@given(DAYS)
def test_a_hijri_date_is_the_same_day(day: dt.date) -> None:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    words = f"{hijri.day} {month(hijri.month, 'hijri', 'names')} {hijri.year}"
    assert day.isoformat() == value(words)
    assert day.isoformat() == value(f"{words} هـ")


@given(DAYS, st.sampled_from(DIGITS))
def test_scripts_of_digits_agree(day: dt.date, digits: dict[int, int]) -> None:
    words = f"{day.day} {month(day.month, 'gregorian', 'egyptian')} {day.year}"
    assert value(words) == value(words.translate(digits))


@given(st.text(alphabet="0123456789٣/-.: يناير أمس الجمعة منذ عام هـ الماضي", max_size=60), st.none() | DAYS)
def test_spans_hold_their_words_and_do_not_overlap(words: str, base: dt.date | None) -> None:
    mentions = parse_dates(words, base)
    ends = [0, *(m.span.end for m in mentions)]
    assert all(end <= m.span.start for end, m in zip(ends, mentions, strict=False))
    assert all(words[m.span.start : m.span.end] == m.span.quote for m in mentions)


@pytest.mark.parametrize("words", ["", "/", "يناير/" * 300, "1/" * 300, "الساعة " * 300, "منذ " * 300, "99 يناير 9999"])
def test_odd_strings_are_survived(words: str) -> None:
    parse_dates(words, dt.date(2018, 5, 16))
