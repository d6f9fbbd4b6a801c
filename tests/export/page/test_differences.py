"""Word by word: what an edit took out and what it put in, and nothing else lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.export.page.differences import differences
from tests.export.page.tree import parse

EDITS = [
    # before, after, taken out, put in
    ("قتل 12 شخصا في السيول", "قتل 15 شخصا في السيول", ["12 "], ["15 "]),
    ("قتل 12 شخصا", "قتل 12 شخصا أمس", ["شخصا"], ["شخصا أمس"]),
    ("قتل 12 شخصا أمس", "قتل 12 شخصا", ["شخصا أمس"], ["شخصا"]),
    ("<b>12</b> قتيلا", "<b>13</b> قتيلا", ["<b>12</b> "], ["<b>13</b> "]),
]


@pytest.mark.parametrize(("before", "after", "out", "put"), EDITS)
def test_words_that_went_and_came(before: str, after: str, out: list[str], put: list[str]) -> None:
    tree = parse(f"<p>{differences(before, after)}</p>")
    assert (out, put) == ([e.words() for e in tree.all("del")], [e.words() for e in tree.all("ins")])


def test_what_stayed_is_cut_to_what_stands_beside_a_change() -> None:
    told = differences(f"{'كلمة ' * 200}12 {'كلمة ' * 200}", f"{'كلمة ' * 200}15 {'كلمة ' * 200}")
    assert 2 == told.count("…") and 28 == told.count("كلمة")


@given(st.text(max_size=60))
def test_equal_texts_have_no_difference(words: str) -> None:
    assert "" == differences(words, words)


def test_long_texts_are_compared_by_line() -> None:
    before = "\n".join(f"سطر {n}" for n in range(3000))
    assert 1 == differences(before, before.replace("سطر 7\n", "سطر سبعة\n")).count("<ins>")
