"""Whatever extraction can hand on has words in both languages."""

import re

import pytest

from tahqiq.extract.ar.triggers import FALLEN, PLAIN
from tahqiq.extract.lexicon import read_table
from tahqiq.model.claim import PREDICATES as OF_THE_MODEL
from tahqiq.reconcile.descriptions import label_in_arabic
from tahqiq.reconcile.lexicon import PREDICATES
from tests.reconcile.builders import Said, count, measured, report

SAYS_NOTHING = {PLAIN, FALLEN, "none"}
ENGLISH = re.compile(r"[a-z][a-z ]*")
ARABIC = re.compile(r"[\u0621-\u0652 ]+")
TRENDS = {"rise", "fall", "state", "deed"}


def tables(name):
    return {group: table for group, table in read_table(name).items() if isinstance(table, dict)}


def handed_on():
    """Every predicate: the model's, those with triggers, those that a noun implies, and what stands for none."""
    implied = {table["predicate"] for table in tables("things").values() if "predicate" in table}
    return sorted((OF_THE_MODEL | set(tables("predicates")) | implied | {"other:count"}) - SAYS_NOTHING)


def labels():
    return sorted({row.replace("-", " ") for table in tables("things").values() for row in table if row != "predicate"})


def test_every_predicate_has_a_row():
    assert [] == [predicate for predicate in handed_on() if predicate not in PREDICATES]


def test_a_row_reads_in_both_languages_and_says_how_its_counts_move():
    assert [] == [name for name, row in PREDICATES.items() if not ENGLISH.fullmatch(row.english)]
    assert [] == [name for name, row in PREDICATES.items() if not ARABIC.fullmatch(row.arabic)]
    assert TRENDS == {row.trend for row in PREDICATES.values()}


@pytest.mark.parametrize("predicate", handed_on())
def test_a_title_holds_no_word_of_the_other_language(predicate):
    (found,) = measured([report("a", "نهر", "2026-03-10", Said(count(31), predicate=predicate, counted=""))], predicate)
    assert ENGLISH.fullmatch(found.description)
    assert not re.search("[A-Za-z]", found.description_ar)


def test_every_label_has_its_arabic():
    assert [] == [label for label in labels() if not ARABIC.fullmatch(label_in_arabic(label))]
