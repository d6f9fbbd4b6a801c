from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.model.folding import fold, fold_char, fold_with_offsets

ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFDFF),
        st.characters(min_codepoint=0xFE70, max_codepoint=0xFEFF),
        st.sampled_from(" \n\u200c\u200f\u202b\u202c\u2066\u2069\u00a0a9Z½²"),
        st.characters(),
    ),
    max_size=60,
)

SAME = [
    # written           folded            why
    ("أُسْرَة", "اسره", "marks, hamza, ta marbuta"),
    ("إلى", "الي", "hamza below, alef maksura"),
    ("قـــال", "قال", "tatweel"),
    ("١٢٫٥", "12٫5", "Arabic-Indic digits, the decimal mark stays"),
    ("۴۵۶", "456", "Persian digits"),
    ("ﻻ", "لا", "ligature"),
    ("ﷲ", "الله", "ligature of a whole word"),
    ("ﻣﺼﺮ", "مصر", "presentation forms"),
    ("\u202bبغداد\u202c", "بغداد", "bidi controls"),
    ("ا\u0654", "ا", "decomposed hamza"),
    ("کرکوک", "كركوك", "Persian kaf"),
    ("Reuters", "reuters", "case"),
    ("İ", "i", "a lower case that is two code points"),
    ("10²", "10²", "a superscript is no digit"),
    ("1½", "1½", "a fraction is no digit"),
    ("ﹷ", "", "a mark shown alone leaves no space"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("written", "folded", "why"), SAME)
def test_variants_become_one_key(written: str, folded: str, why: str) -> None:
    assert folded == fold(written), why


@given(ARABIC)
def test_folding_twice_is_folding_once(raw: str) -> None:
    assert fold(raw) == fold(fold(raw))


@given(ARABIC, ARABIC)
def test_the_fold_of_a_whole_is_the_folds_of_its_parts(left: str, right: str) -> None:
    assert fold(left) + fold(right) == fold(left + right)


@given(ARABIC)
def test_canonically_equal_spellings_fold_alike(raw: str) -> None:
    assert fold(unicodedata.normalize("NFC", raw)) == fold(unicodedata.normalize("NFD", raw))


@given(ARABIC)
def test_no_mark_nor_control_is_left(raw: str) -> None:
    assert not [c for c in fold(raw) if unicodedata.category(c) in ("Mn", "Me", "Cf")]


@given(ARABIC)
def test_every_folded_character_leads_to_the_code_point_it_came_from(raw: str) -> None:
    folded = fold_with_offsets(raw)
    assert fold(raw) == folded.words
    assert (len(folded.words) + 1, len(raw)) == (len(folded.offsets), folded.offsets[-1])
    assert sorted(folded.offsets) == list(folded.offsets)
    assert all(c in fold_char(raw[i]) for c, i in zip(folded.words, folded.offsets, strict=False))


@given(ARABIC, st.data())
def test_a_stretch_of_folded_words_is_the_fold_of_its_raw_stretch(raw: str, data: st.DataObject) -> None:
    folded = fold_with_offsets(raw)
    if not folded.words:
        return
    start = data.draw(st.integers(0, len(folded.words) - 1))
    end = data.draw(st.integers(start + 1, len(folded.words)))
    first, last = folded.raw_bounds(start, end)
    assert 0 <= first < last <= len(raw)
    assert folded.words[start:end] in fold(raw[first:last])


@given(ARABIC)
def test_every_raw_letter_is_found_from_its_folded_place(raw: str) -> None:
    folded = fold_with_offsets(raw)
    kept = {index for index, char in enumerate(raw) if fold_char(char)}
    assert kept == set(folded.offsets[:-1])
