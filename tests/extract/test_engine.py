"""Rules over tokens: a row matches whole words, the longest wins, and a build may decline."""

from __future__ import annotations

import pytest

from tahqiq.extract.engine import Charts, Rule, RuleSet, clitic, digits, lex, maybe, one_of
from tahqiq.extract.lexicon import Lexicon
from tahqiq.extract.tokens import tokenize
from tahqiq.model.text import Text

UNITS = Lexicon([("كيلومتر", "km"), ("متر مربع", "m2"), ("متر", "m")])
RULES = RuleSet(
    [
        Rule("length", (digits(1, 999), lex(UNITS)), lambda n, unit: (n, unit)),
        Rule("at least", ("ما", "لا", one_of("يقل", "تقل"), "عن", digits(1, 999)), lambda n: ("≥", n)),
        Rule("from to", (clitic("من"), digits(1, 99), maybe(one_of("حتى", "الى")), digits(1, 99)), lambda a, b: (a, b)),
        Rule("never", ("كلمة",), lambda: None),
    ]
)

MEANS = [
    ("طوله 30 كيلومترا", []),
    ("طوله 30 كيلومتر", [("length", (30, "km"))]),
    ("مساحته 30 متر مربع", [("length", (30, "m2"))]),
    ("٣٠ متر", [("length", (30, "m"))]),
    ("وما لا يقلّ عن ١٢", [("at least", ("≥", 12))]),
    ("ما لا تَقِل عن 12 ومن 3 إلى 5", [("at least", ("≥", 12)), ("from to", (3, 5))]),
    ("من 3 5", [("from to", (3, 5))]),
    ("كلمة", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "expected"), MEANS)
def test_rules_read_words(words: str, expected: list[tuple[str, object]]) -> None:
    found = RULES.run(tokenize(Text(words)), Charts())
    assert expected == [(f.rule, f.value) for f in found]


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two rules are named"):
        RuleSet([Rule("a", ("س",), lambda: 1), Rule("a", ("ص",), lambda: 2)])


def test_a_word_list_prefers_the_longest_phrase_and_honours_its_proclitics() -> None:
    places = Lexicon([("دير الزور", 1), ("دير", 2)], proclitics=frozenset({"", "ب"}))
    stream = tokenize(Text("بدير الزور ودير"))
    hit = places.at(stream, 0)
    assert hit is not None
    assert (0, 2, "ب", 1) == tuple(hit)
    assert places.at(stream, 2) is None
