"""What holds for all numbers: scripts of digits agree, spellings agree, words written by another library read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from tahqiq.extract.reading import parse_numbers

WHOLE = st.integers(min_value=0, max_value=10**9)
SCRIPTS = [str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]
SPELLINGS = [
    str.maketrans("أإآ", "ااا"),
    str.maketrans({"ة": "ه"}),
    str.maketrans({"ئ": "ئْ"}),
    str.maketrans({"و": "وَ"}),
]


def values(words: str) -> list[tuple[float | None, float | None]]:
    return [(m.quantity.low, m.quantity.high) for m in parse_numbers(words)]


@given(WHOLE)
def test_digits_of_all_scripts_agree(number: int) -> None:
    for script in SCRIPTS:
        assert [(number, number)] == values(str(number).translate(script))


@given(WHOLE)
def test_thousands_marks_do_not_matter(number: int) -> None:
    assert [(number, number)] == values(f"{number:,}")
    assert [(number, number)] == values(f"{number:,}".replace(",", "٬"))


def is_well_written(number: int) -> bool:
    """num2words writes 501,000 as "five hundred and a thousand thousand": groups ending in 01 or 02 are left out."""
    groups = (number // 1000 % 1000, number // 10**6)
    return all(group < 100 or group % 100 not in (1, 2) for group in groups)


@settings(max_examples=300)
@given(WHOLE.filter(is_well_written))
def test_number_words_of_num2words_read_back(number: int) -> None:
    words = num2words(number, lang="ar")
    assert [(number, number)] == values(words), words


@given(WHOLE, st.sampled_from(SPELLINGS))
def test_spellings_agree(number: int, spelling: dict[int, str]) -> None:
    words = num2words(number, lang="ar")
    assert values(words) == values(words.translate(spelling))


@given(st.text(alphabet="0123456789٠١٢٣., ألفمئةنصفوعشرون-%٪ملايين ", max_size=60))
def test_spans_hold_their_words_and_do_not_overlap(words: str) -> None:
    mentions = parse_numbers(words)
    ends = [0, *(m.span.end for m in mentions)]
    assert all(end <= m.span.start for end, m in zip(ends, mentions, strict=False))
    assert all(words[m.span.start : m.span.end] == m.span.quote for m in mentions)


@pytest.mark.parametrize("words", ["", " ", "\n", "٪", "و" * 500, "9" * 400, "1." * 300, "ألف " * 200])
def test_odd_strings_are_survived(words: str) -> None:
    parse_numbers(words)
