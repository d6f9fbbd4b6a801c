from tahqiq.model.text import Span, Text
from tahqiq.reconcile.sentences import sentence_around


def around(raw, quote):
    start = raw.index(quote)
    return sentence_around(Span(Text(raw), start, start + len(quote))).quote


def test_the_sentence_around_a_number():
    assert " قتل 77 شخصا" == around("قبل ذلك. قتل 77 شخصا! وبعده", "77")


def test_a_line_without_a_stop_ends_with_the_line():
    assert "قتل 77 شخصا" == around("عنوان\nقتل 77 شخصا\nوبعده", "77")


def test_an_endless_sentence_is_cut():
    assert 600 + 2 + 600 == len(around("م" * 5000 + "77" + "م" * 5000, "77"))
