import pytest

from tahqiq.reconcile.groups import is_alike, is_wider_or_narrower
from tahqiq.reconcile.subjects import subject, telling_predicate

ONE_THING = [
    # label, label, predicate
    ("people", "victims", "killed"),
    ("people killed", "dead", "killed"),
    ("", "people", "killed"),
    ("detainees", "prisoners", "escaped"),
    ("ISIS members and leaders", "terrorists", "released"),
    ("displaced people", "civilians", "displaced"),
    ("area controlled by the army", "area held by the army", "other:controlled"),
]

TWO_THINGS = [
    ("soldiers", "civilians", "killed"),
    ("children", "women", "killed"),
    ("families", "people", "displaced"),
    ("houses", "bridges", "destroyed"),
    ("Syrian soldiers", "Iraqi soldiers", "killed"),
]


@pytest.mark.parametrize(("one", "other", "predicate"), ONE_THING)
def test_one_thing_under_two_labels(one, other, predicate):
    assert is_alike(subject(one, predicate), subject(other, predicate))


@pytest.mark.parametrize(("one", "other", "predicate"), TWO_THINGS)
def test_two_things(one, other, predicate):
    assert not is_alike(subject(one, predicate), subject(other, predicate))


def test_everyone_is_wider_than_any_role():
    assert is_wider_or_narrower(subject("people", "killed"), subject("soldiers", "killed"))
    assert subject("people", "killed").is_everyone


def test_an_unnamed_thing_is_not_stated():
    assert not subject("", "other:count").is_stated
    assert subject("", "killed").is_stated


def test_a_label_may_say_more_than_being_there():
    assert "displaced" == telling_predicate("displaced people", "present")
    assert "present" == telling_predicate("soldiers", "present")
    assert "killed" == telling_predicate("displaced people", "killed")
