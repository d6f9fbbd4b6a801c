"""A claim's explanation names the words that gave each part."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.extract.reading import explain_claim, extract
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.report import Metadata, Report
from tahqiq.model.text import Text

WORDS = (
    "قال سامي الربيعي مدير السجن إن 300 معتقل فروا من سجن الحسكة أمس، بينهم 40 امرأة. "
    "وأضاف الربيعي لوكالة الفرات للأنباء أن من المتوقع أن تستعيد القوات 50 فارا. "
    "وبلغت كلفة السياج 5 ملايين دولار."
)
REPORT = Report("r", "0" * 64, "r.txt", Text(WORDS), Metadata(outlet="صحيفة النهر", published=dt.date(2026, 1, 22)))
CLAIMS = extract(REPORT.text, dt.date(2026, 1, 22))


def told(claim: Figure | Statement) -> dict[str, tuple[str, str, str]]:
    """What was told of each part: words, result, rule."""
    return {s.what: (s.words, s.result, s.rule) for s in explain_claim(REPORT, claim).steps}


def figure(quote: str) -> Figure:
    return next(f for f in CLAIMS.figures if f.span.quote == quote)


STEPS = [
    ("300", "quantity", ("300", "exact, 300 to 300, count")),
    ("300", "counted", ("معتقل", "detainees")),
    ("300", "predicate", ("فروا", "escaped")),
    ("300", "place", ("سجن الحسكة", "سجن الحسكة (SY)")),
    ("300", "when", ("أمس", "2026-01-21")),
    ("300", "stance", ("", "asserted")),
    ("300", "chain", ("", "سامي الربيعي (person) → صحيفة النهر")),
    ("40", "part of", ("300", "the figure at 31:34")),
    ("40", "predicate", ("", "escaped")),
    ("50", "stance", ("المتوقع", "expected")),
    ("50", "source", ("الربيعي", "سامي الربيعي (person)")),
    ("5 ملايين دولار", "statement", ("", "no statement holds it: the outlet speaks for itself")),
    ("5 ملايين دولار", "chain", ("", "صحيفة النهر")),
]


@pytest.mark.parametrize(("quote", "what", "expected"), STEPS)
def test_each_part_of_a_figure_is_told_with_its_words(quote: str, what: str, expected: tuple[str, str]) -> None:
    assert expected == told(figure(quote))[what][:2]


def test_a_short_name_is_followed_to_the_fullest() -> None:
    said = next(s for s in CLAIMS.statements if s.cue.quote == "وأضاف")
    words, source, rule = told(said)["source"]
    assert ("الربيعي", "سامي الربيعي (person)") == (words, source)
    assert rule.startswith("the fullest form in this report, at 4:")


def test_the_sentence_shows_the_words_in_their_place() -> None:
    sentence = told(figure("300"))["sentence"][1]
    assert "إن ⟦300⟧ معتقل فروا" in sentence
    assert sentence.endswith("امرأة.")


def test_the_statement_that_holds_a_figure_is_given() -> None:
    within = explain_claim(REPORT, figure("40")).within
    assert within is not None
    assert within in CLAIMS.statements
    assert within.content.contains(figure("40").span)


def test_a_claim_that_is_no_more_read_says_so() -> None:
    bare = Report("r", "0" * 64, "r.txt", Text("لا أرقام هنا ولا أقوال."), REPORT.metadata)
    gone = Figure(next(iter(extract(Text("قُتل 12 شخصا.")).figures)).span, figure("300").quantity, "number in digits")
    steps = explain_claim(bare, gone).steps
    assert "the present rules read no such claim in these words" == steps[-1].result
