"""A person's words find the sources that they mean."""

from __future__ import annotations

import pytest

from tahqiq.ledger.names import names_meant, nearest_names

NAMES = ("قاسم الأعرجي", "وزارة الدفاع", "وزارة الدفاع العراقية", "عبد الرحمن يوسف", "«شبكة الوادي»", "narrator")

MEANT = [
    ("قاسم الأعرجي", ["قاسم الأعرجي"]),
    ("الاعرجى", ["قاسم الأعرجي"]),
    ("أعرجي", ["قاسم الأعرجي"]),
    ("وزارة الدفاع", ["وزارة الدفاع", "وزارة الدفاع العراقية"]),
    ("الدفاع العراقية", ["وزارة الدفاع العراقية"]),
    ("وزارة العراقية", []),
    ("عبدالرحمن", ["عبد الرحمن يوسف"]),
    ("شبكة الوادي", ["«شبكة الوادي»"]),
    ("وزار", []),
    ("", []),
    ("«»", []),
]


@pytest.mark.parametrize(("asked", "expected"), MEANT)
def test_words_mean_the_names_that_hold_them(asked: str, expected: list[str]) -> None:
    assert expected == list(names_meant((asked,), NAMES))


def test_the_nearest_names_look_alike_or_share_a_word() -> None:
    assert "قاسم الأعرجي" == nearest_names("قاسم الاعرجى", NAMES)[0]
    assert ("وزارة الدفاع", "وزارة الدفاع العراقية") == nearest_names("وزارة الصحة", NAMES)
    assert () == nearest_names("فلان", NAMES)
