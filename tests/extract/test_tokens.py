"""Tokens hold their words, their folded form and their splits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.extract.sentences import sentences
from tahqiq.extract.tokens import Kind, tokenize
from tahqiq.model.text import Exclusion, Text

CUT = [
    # words                     tokens, folded
    ("قُتل 102قتيلاً", ["قتل", "102", "قتيلا"]),
    ("الـ١٧٠٠ و۱۵۰", ["ال", "1700", "و", "150"]),
    ("90٪ (MH17)", ["90", "٪", "(", "mh", "17", ")"]),
    ("«أكثر»، نعم.", ["«", "اكثر", "»", "،", "نعم", "."]),
    ("سطر\nسطر", ["سطر", "\n", "سطر"]),
    ("ﻻ ﷲ", ["لا", "الله"]),
    ("\u200f\u202bعربي\u202c", ["عربي"]),
]


@pytest.mark.parametrize(("words", "expected"), CUT)
def test_a_text_is_cut_into_folded_tokens(words: str, expected: list[str]) -> None:
    assert expected == [t.word.folded for t in tokenize(Text(words)).tokens]


SPLITS = [
    # word          proclitics, stem
    ("وللمعتقلين", ("ولال", "معتقلين")),
    ("بالسجن", ("بال", "سجن")),
    ("فقال", ("ف", "قال")),
    ("لأكثر", ("ل", "اكثر")),
    ("والقوات", ("وال", "قوات")),
    ("سيقول", ("س", "يقول")),
]


@pytest.mark.parametrize(("word", "expected"), SPLITS)
def test_proclitics_are_split_off(word: str, expected: tuple[str, str]) -> None:
    splits = tokenize(Text(word)).tokens[0].word.splits
    assert expected in [tuple(split) for split in splits]
    assert "" == splits[0].proclitics


def test_a_span_can_leave_out_proclitics_and_keeps_vowel_marks() -> None:
    stream = tokenize(Text("وَعِشرون قتيلاً"))
    assert "عِشرون" == stream.span(0, 1, skip=1).quote
    assert "وَعِشرون قتيلاً" == stream.span(0, 2).quote


def test_excluded_stretches_have_no_tokens() -> None:
    raw = "اقرأ أيضا: خبر\nقتل 12"
    stream = tokenize(Text(raw, excluded=(Exclusion(0, 14, "furniture"),)))
    assert ["\n", "قتل", "12"] == [t.word.folded for t in stream.tokens]


@given(st.text())
def test_every_token_is_where_it_says(raw: str) -> None:
    tokens = tokenize(Text(raw)).tokens
    assert [raw[t.start : t.end] for t in tokens] == [t.word.raw for t in tokens]
    assert all(a.end <= b.start for a, b in pairwise(tokens))


SENTENCES = [
    ("قال. ثم مضى", ["قال .", "ثم مضي"]),
    ("بلغ 3.5 مليون. انتهى", ["بلغ 3 . 5 مليون .", "انتهي"]),
    ("عنوان\n\nمتن؟ نعم", ["عنوان \n", "\n", "متن ؟", "نعم"]),
    ("بلا نهاية", ["بلا نهايه"]),
]


@pytest.mark.parametrize(("words", "expected"), SENTENCES)
def test_sentences_end_at_stops_and_lines(words: str, expected: list[str]) -> None:
    stream = tokenize(Text(words))
    cut = [" ".join(t.word.folded for t in stream.tokens[a:b]) for a, b in sentences(stream).bounds]
    assert expected == cut


def test_digits_are_a_kind() -> None:
    assert [Kind.DIGITS, Kind.WORD, Kind.MARK] == [t.word.kind for t in tokenize(Text("٣ قتلى!")).tokens]


@pytest.mark.parametrize("mark", ["²", "¹", "⁵", "₂", "①", "½"])
def test_marks_of_footnotes_and_powers_are_no_digits(mark: str) -> None:
    assert Kind.DIGITS not in {t.word.kind for t in tokenize(Text(mark)).tokens}
