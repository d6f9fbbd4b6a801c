"""Edits of any two texts: nothing breaks, nothing is invented, every change has its words."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tahqiq.export import csv, jsonl
from tahqiq.export.rows import VersionRow
from tahqiq.export.versions import version_rows
from tahqiq.reconcile.versions import edits, edits_across
from tests.reconcile.versions.test_edits import version

SENTENCES = st.sampled_from(
    [
        "أعلنت وزارة الصحة مقتل 12 شخصا في السيول.",
        "أعلنت وزارة الصحة مقتل 19 شخصا في السيول.",
        "وقال المحافظ سالم الراوي إن 40 عائلة نزحت.",
        'وقال المحافظ سالم الراوي: "نزحت 70 عائلة".',
        "وأصيب ثلاثة جنود.",
        "تصحيح: ورد خطأ في نسخة سابقة.",
        "\n\n",
        "= \u202e<b>12\u0000 قتيلا\u202c",
    ]
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=8).map(" ".join) | st.text(min_size=1, max_size=80)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_every_change_has_its_words_in_its_version(before: str, after: str) -> None:
    for row in version_rows(edits([version(before), version(after)])):
        for text, start, end, quote in (
            (before, row.before_start, row.before_end, row.before_quote),
            (after, row.start, row.end, row.quote),
        ):
            assert quote is None or quote == text[start:end]


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_a_text_is_no_edit_of_itself(words: str) -> None:
    (edit,) = edits([version(words), version(words)])
    assert ((), False) == (edit.changes, edit.is_silent)
    assert [] == list(edits_across([version(words, id="a"), version(words, id="b")]))


@settings(deadline=None, max_examples=30)
@given(TEXTS, TEXTS)
def test_edits_can_be_written_in_every_format(before: str, after: str) -> None:
    rows = list(version_rows(edits([version(before), version(after), version(before)])))
    csv.write(rows, VersionRow, io.StringIO(newline=""))
    jsonl.write(rows, io.StringIO())
    assert {2, 3} == {row.version for row in rows}
