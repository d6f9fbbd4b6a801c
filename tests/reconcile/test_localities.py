import pytest

from tahqiq.model.place import Place
from tahqiq.model.text import Span, Text
from tahqiq.reconcile.localities import EVERYWHERE, locality

SPREAD = {"سدر": 1.0, "رمان": 0.1, "طلح": 0.5}


def place(name, key=None, country=None):
    text = Text(name)
    return Place(name, Span(text, 0, len(name)), key, country)


OPEN = [
    "السدر",
    "مدينة السدر",
    "شمال محافظة السدر",
    "المدينة",
    "الرمانة ومناطق أخرى",
]


@pytest.mark.parametrize("name", OPEN)
def test_places_that_tell_nothing_apart(name):
    assert EVERYWHERE == locality(place(name), SPREAD)


def test_no_place_is_everywhere():
    assert EVERYWHERE == locality(None, SPREAD)


def test_a_country_is_everywhere():
    assert EVERYWHERE == locality(place("العراق", "IQ", "IQ"), {})


def test_a_rare_place_is_aside():
    aside, wide = locality(place("بلدة الرمانة"), SPREAD), locality(place("مدينة الطلح"), SPREAD)
    assert (True, False) == (aside.is_aside, wide.is_aside)
    assert aside.meets(EVERYWHERE)
    assert not aside.surely_meets(EVERYWHERE)
    assert wide.surely_meets(EVERYWHERE)


def test_one_key_is_one_place():
    a, b = locality(place("الرمانة", "x:1"), {}), locality(place("رمانة البحر", "x:1"), {})
    assert a.meets(b)


def test_two_names_are_two_places():
    assert not locality(place("الرمانة"), {}).meets(locality(place("الطلح"), {}))
