"""Numbers: every phrase of the tables means what its row says, and the whole phrase is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tahqiq.extract.reading import parse_numbers
from tahqiq.library import extract
from tahqiq.model.claim import NumberMention
from tests.extract.ar.tables import phrases, sentences

TABLES = Path(__file__).parents[2] / "examples" / "numbers"


def only(phrase: str) -> NumberMention:
    """The one number of a phrase, which must fill it."""
    (mention,) = parse_numbers(phrase)
    assert phrase == mention.span.quote
    return mention


@pytest.mark.parametrize(("meaning", "phrase"), phrases(TABLES / "exact.txt"))
def test_exact_numbers(meaning: str, phrase: str) -> None:
    quantity = only(phrase).quantity
    assert quantity.low == quantity.high
    assert float(meaning) == pytest.approx(quantity.low)


@pytest.mark.parametrize(("meaning", "phrase"), phrases(TABLES / "hedged.txt"))
def test_hedges_ranges_and_units(meaning: str, phrase: str) -> None:
    low, high, approximator, unit = meaning.split()
    quantity = only(phrase).quantity
    assert (approximator, unit) == (quantity.approximator, quantity.unit)
    for written, bound in ((low, quantity.low), (high, quantity.high)):
        assert bound is None if written == "-" else bound == pytest.approx(float(written))


@pytest.mark.parametrize(("meaning", "phrase"), phrases(TABLES / "ordinals.txt"))
def test_ordinals_are_kept_apart(meaning: str, phrase: str) -> None:
    mention = only(phrase)
    assert (float(meaning), True) == (mention.quantity.low, mention.ordinal)


@pytest.mark.parametrize(("meaning", "phrase"), phrases(TABLES / "spoken.txt"))
def test_spoken_forms(meaning: str, phrase: str) -> None:
    assert float(meaning) == only(phrase).quantity.low


@pytest.mark.parametrize("sentence", sentences(TABLES / "no_figures.txt"))
def test_what_is_no_figure(sentence: str) -> None:
    assert [] == [figure.span.quote for figure in extract(sentence).figures]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("بلغ عدد الواصلين ألفا.", 1000),
        ("بلغ عدد الواصلين ألفا في يوم واحد.", 1000),
        ("وصل ألفا شخص.", 2000),
        ("كان في المخزن ألفا كتاب.", 2000),
        ("أحصت اللجنة ألفا وخمسين صوتا.", 1050),
    ],
)
def test_a_dual_loses_its_ending_only_before_its_noun(sentence: str, value: int) -> None:
    assert value == parse_numbers(sentence)[0].quantity.low


def test_the_tables_are_as_large_as_promised() -> None:
    meaning = sum(len(phrases(TABLES / name)) for name in ("exact.txt", "hedged.txt", "ordinals.txt", "spoken.txt"))
    assert meaning >= 600
    assert len(sentences(TABLES / "no_figures.txt")) >= 100
