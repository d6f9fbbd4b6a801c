"""Words that mean one thing share a search term, and words that do not share none."""

from __future__ import annotations

import pytest

from tahqiq.ledger.terms import Term, occurrences, term_of

ONE_LEMMA = [
    # words that find one another                                  the term
    (("معتقل", "المعتقلين", "والمعتقلون", "للمعتقلين", "معتقلي", "ومعتقلي"), "معتقل"),
    (("سجين", "سجناء", "السجناء", "السُّجَناء", "وسجناء", "للسجناء", "السـجناء"), "سجين"),
    (("قتيل", "قتلى", "القتلى", "والقتيل"), "قتيل"),
    (("سجن", "السجون", "بالسجن", "وسجون"), "سجن"),
    (("لقاء", "ولقاء", "اللقاء"), "لقاء"),
    (("١٢٠٠", "1200"), "1200"),
    (("ISIS", "isis"), "isis"),
]

STEMS = [
    ("والأنبار", "انبار"),
    ("للهول", "هول"),
    ("ولبنان", "لبنان"),
    ("وزير", "وزير"),
    ("ببغداد", "بغداد"),
    ("الله", "الله"),
    ("إلى", "الي"),
    ("و", "و"),
    ("وو", "وو"),
    ("ال", "ال"),
]


@pytest.mark.parametrize(("words", "lemma"), ONE_LEMMA)
def test_forms_of_one_word_share_a_lemma(words: tuple[str, ...], lemma: str) -> None:
    assert dict.fromkeys(words, lemma) == {word: term_of(word).lemma for word in words}


@pytest.mark.parametrize(("word", "stem"), STEMS)
def test_proclitics_are_taken_off_where_a_word_is_left(word: str, stem: str) -> None:
    assert stem == term_of(word).stem


def test_a_name_that_no_table_knows_may_carry_a_proclitic() -> None:
    assert ("قسد",) == term_of("وقسد").others
    assert ("لقسد", "قسد") == term_of("ولقسد").others


def test_places_are_those_of_the_text() -> None:
    text = "وقال: «السُّجناء 12»"
    assert ["وقال", "السُّجناء", "12"] == [text[o.start : o.end] for o in occurrences(text)]


def test_long_words_and_lone_marks_are_no_burden() -> None:
    assert 64 == len(term_of("ب" * 100_000).stem)
    assert [] == list(occurrences("\u064b \u200d \u0640 ــ"))
    assert Term("", "") == term_of("ـ")
