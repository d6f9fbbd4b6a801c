"""Numbers, hedges, units and dates as a reader would say them, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.export.page.strings import count
from tahqiq.export.page.wording import day, quantity, sign, source
from tahqiq.model.quantity import Approximator, Number, Quantity
from tahqiq.model.source import Source, SourceKind
from tests.export.page.tree import parse

SAID = [
    # low, high, approximator, unit           arabic                            english
    (1200, 1200, "exact", "count", "1,200", "1,200"),
    (400, None, "more_than", "count", "أكثر من 400", "more than 400"),
    (180, None, "at_least", "count", "ما لا يقل عن 180", "at least 180"),
    (None, 9, "less_than", "count", "أقل من 9", "less than 9"),
    (None, 9, "at_most", "count", "ما لا يزيد على 9", "at most 9"),
    (15, 20, "range", "count", "بين 15 و20", "15 to 20"),
    (70, 70, "about", "percent", "نحو 70 %", "about 70%"),
    (0.25, 0.25, "exact", "fraction", "1/4", "1/4"),
    (600, None, "more_than", "km", "أكثر من 600 كم", "more than 600 km"),
    (1.5e9, 1.5e9, "exact", "USD", "1.5 مليار دولار", "$1.5 billion"),
    (2_000_000, 2_000_000, "exact", "count", "2 مليون", "2 million"),
    (2_000_123, 2_000_123, "exact", "count", "2,000,123", "2,000,123"),
    (20, None, "vague", "count", "عشرات (20 أو أكثر)", "tens (20 or more)"),
    (300, 900, "vague", "count", "عدد غير محدد، بين 300 و900", "an unstated number, 300 to 900"),
    (40, None, "vague", "ton", "عدد غير محدد، 40 طن أو أكثر", "an unstated number, 40 tons or more"),
    (3, 3, "exact", "furlong", "3 furlong", "3 furlong"),
]


@pytest.mark.parametrize(("low", "high", "approximator", "unit", "arabic", "english"), SAID)
def test_a_quantity_in_words(
    low: Number | None, high: Number | None, approximator: str, unit: str, arabic: str, english: str
) -> None:
    said = quantity(Quantity(low, high, Approximator(approximator), unit))
    assert (arabic, english) == (parse(said.ar).words(), parse(said.en).words())


def test_a_quantity_in_signs() -> None:
    held = [
        Quantity(400, None, Approximator.MORE_THAN),
        Quantity(15, 20, Approximator.RANGE),
        Quantity(5, 5, unit="percent"),
    ]
    assert ["> 400", "15–20", "5%"] == [sign(q) for q in held]


def test_dates_in_words() -> None:
    said = day(dt.datetime(2026, 1, 21, 9, 5))
    assert ("21 يناير 2026، 09:05", "21 January 2026, 09:05") == (said.ar, said.en)
    assert "" == day(None).ar


COUNTED = [(0, "لا تقارير"), (1, "تقرير واحد"), (2, "تقريران"), (3, "3 تقارير"), (11, "11 تقريرًا"), (100, "100 تقرير"),
           (103, "103 تقارير"), (1111, "1,111 تقريرًا")]  # fmt: skip


@pytest.mark.parametrize(("number", "arabic"), COUNTED)
def test_an_arabic_noun_follows_its_number(number: int, arabic: str) -> None:
    assert arabic == count("report", number).ar


def test_a_known_source_has_its_english_name_beside_it_in_english() -> None:
    said = source(Source("الجيش العراقي", SourceKind.GOVERNMENT), None)
    assert ("الجيش العراقي", "الجيش العراقي (Iraqi army)") == (parse(said.ar).words(), parse(said.en).words())
    said = source(Source("مروان الخطيب", SourceKind.PERSON), None)
    assert said.ar == said.en
