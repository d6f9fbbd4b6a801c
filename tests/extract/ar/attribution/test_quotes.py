"""Which quotation mark opens, which closes, and where one was forgotten."""

from __future__ import annotations

import pytest

from tahqiq.extract.ar.attribution.quotes import quotes
from tahqiq.extract.tokens import tokenize
from tahqiq.model.text import Text

PAIRS = [
    # text                                        what stands between the marks, outermost first
    ("قال «غدا» ومضى", ["غدا"]),
    ('قال "غدا" ومضى', ["غدا"]),
    ("قال ”غدا” ومضى", ["غدا"]),
    ("قال “غدا” ومضى", ["غدا"]),
    ("قال 'غدا' ومضى", ["غدا"]),
    ('لـ"الأفق" وبـ"الغد"', ["الأفق", "الغد"]),
    ('قال "إن "الأفق" صحيفة" ومضى', ['إن "الأفق" صحيفة', "الأفق"]),
    ('قال" غدا" ومضى', ["غدا"]),
    ('قال "غدا\nومضى', ["غدا"]),
    ("قال «غدا ومضى", ["غدا ومضى"]),
    ("no quote: it's O'Neil", []),
    ("غدا» ومضى", []),
]


@pytest.mark.parametrize(("words", "expected"), PAIRS)
def test_marks_are_paired(words: str, expected: list[str]) -> None:
    stream = tokenize(Text(words))
    partner = quotes(stream).partner
    found = [stream.span(opener + 1, closer).quote for opener, closer in sorted(partner.items()) if closer > opener + 1]
    assert expected == found
