"""Marks in a text: nested, crossing and equal stretches all become well-formed, and no word changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.export.page.weave import Mark, weave
from tests.export.page.tree import parse

WORDS = "قال الوزير إن عشرين عادوا"

CROSSED = [
    # marks (start, end, kind)                              what each element holds, in order
    ([(0, 3, "cue")], ["قال"]),
    ([(0, 10, "said"), (4, 10, "who")], ["قال الوزير", "الوزير"]),
    ([(0, 10, "said"), (4, 13, "who")], ["قال الوزير", "الوزير", " إن"]),
    ([(4, 10, "who"), (4, 10, "said")], ["الوزير", "الوزير"]),
    ([], []),
]


@pytest.mark.parametrize(("marks", "pieces"), CROSSED)
def test_stretches(marks: list[tuple[int, int, str]], pieces: list[str]) -> None:
    tree = parse(weave(WORDS, [Mark(*m) for m in marks]))
    assert [e.words() for e in tree.all("span")] == pieces


@given(st.text(alphabet="اب <&\n", max_size=30), st.data())
def test_any_marks_leave_the_words_and_cover_their_stretch(words: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(words))
    pairs = data.draw(st.lists(st.tuples(ends, ends).filter(lambda p: p[0] < p[1]), max_size=8))
    tree = parse(weave(words, [Mark(*pair, kind=f"k{n}") for n, pair in enumerate(pairs)]))
    assert words == tree.words()
    for n, (start, end) in enumerate(pairs):
        assert "".join(e.words() for e in tree.all("span", f"k{n}")) == words[start:end]


def test_words_lead_where_the_innermost_mark_leads() -> None:
    marks = [Mark(0, 10, "said", target="#outer"), Mark(4, 10, "figure", id="here", target="#inner")]
    tree = parse(weave(WORDS, marks))
    assert [("#outer", "قال "), ("#inner", "الوزير")] == [(a.attributes["href"], a.words()) for a in tree.all("a")]
    assert "الوزير" == tree.by_id("here").words()
