"""Where sentences end, and where a point ends none."""

from __future__ import annotations

import pytest

from tahqiq.extract.ar.attribution.quotes import quotes
from tahqiq.extract.ar.attribution.sentences import sentences
from tahqiq.extract.tokens import tokenize
from tahqiq.model.text import Text

CASES = [
    ("جاء الوفد. غادر الوفد.", ["جاء الوفد", "غادر الوفد"]),
    ("هل جاء؟ نعم!", ["هل جاء", "نعم"]),
    ("عنوان\n\nجاء الوفد", ["عنوان", "جاء الوفد"]),
    ("قال «جاء. غادر» ومضى.", ["قال «جاء. غادر» ومضى"]),
    ("استقبل د. سامر الوفد.", ["استقبل د. سامر الوفد"]),
    ("بلغت 1.5 مليون.", ["بلغت 1.5 مليون"]),
    ("قالت (إن.إتش.كيه) ذلك.", ["قالت (إن.إتش.كيه) ذلك"]),
    ("زار www.example.org أمس.", ["زار www.example.org أمس"]),
    ("جاء الوفد.غادر الوفد.", ["جاء الوفد", "غادر الوفد"]),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_sentences_end_where_a_reader_stops(words: str, expected: list[str]) -> None:
    stream = tokenize(Text(words))
    assert expected == [stream.span(s.first, s.end).quote for s in sentences(stream, quotes(stream))]
