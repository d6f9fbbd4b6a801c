import pytest

from tahqiq.reconcile.words import stem, stems, words

ALIKE = [
    ("المعتقلين", "معتقلون"),
    ("والسيول", "سيول"),
    ("للمدينة", "مدينة"),
    ("houses", "house"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(words(one)[0]) == stem(words(other)[0])


def test_short_words_keep_their_letters():
    assert ["ولد", "الف"] == [stem("ولد"), stem("الف")]


def test_stop_words_are_left_out():
    assert stems("سيول") == stems("وقال إن السيول في ذلك")
