import datetime as dt
from dataclasses import replace

import pytest

from tahqiq.model.claim import DateMention, Figure
from tahqiq.model.text import Span, Text
from tahqiq.model.when import When
from tahqiq.reconcile.moments import hours
from tahqiq.reconcile.scopes import CURRENT, RUNNING, Reach, Scope, scope
from tests.reconcile.builders import count

PUBLISHED = hours(dt.date(2026, 3, 10))
PAST_2014 = Scope(Reach.PAST, 2014)

READ = [
    # sentence, the number, its date words and value, scope
    ("هلك 88 راكبا في شباط 2014", "88", "شباط 2014", "2014-02", PAST_2014),
    ("قتل 88 شخصا منذ عام 2014", "88", "عام 2014", "2014", RUNNING),
    ("قتل 88 شخصا منذ بدء الحملة", "88", None, None, RUNNING),
    ("وهو الأعنف منذ عام 2014 إذ قتل 88 شخصا", "88", "عام 2014", "2014", CURRENT),
    ("ومنذ عام 2014 تعيش المدينة بعيدا عن الحرب، وقتل أمس 88 شخصا", "88", "عام 2014", "2014", CURRENT),
    ("قتل 88 شخصا في حادث مشابه منذ اثني عشر عاما", "88", "منذ اثني عشر عاما", "2014", PAST_2014),
    ("قتل 88 شخصا في حادث مشابه منذ عدة أعوام", "88", "منذ عدة أعوام", "2014", PAST_2014),
    ("قتل 88 شخصا يوم الاثنين", "88", "يوم الاثنين", "2026-03-09", CURRENT),
]


def figure(raw, number, predicate="killed"):
    text = Text(raw)
    start = raw.index(number)
    return Figure(Span(text, start, start + len(number)), count(number), "test", predicate=predicate)


def mentions(of, quote, value):
    start = of.span.text.raw.index(quote)
    return (DateMention(Span(of.span.text, start, start + len(quote)), When(value), "test"),)


@pytest.mark.parametrize(("raw", "number", "quote", "value", "expected"), READ)
def test_scope(raw, number, quote, value, expected):
    told = figure(raw, number)
    assert expected == scope(told, mentions(told, quote, value) if quote else (), PUBLISHED)


def test_the_figures_own_date_decides():
    told = replace(figure("قضى 88 شخصا", "88"), when=When("2014-02"))
    assert PAST_2014 == scope(told, (), PUBLISHED)


def test_a_running_interval():
    told = replace(figure("قضى 88 شخصا", "88"), when=When("2011/2026-03"))
    assert RUNNING == scope(told, (), PUBLISHED)


def test_states_run_since_nothing():
    told = figure("تسيطر منذ بدء الهجوم على 60 قرية", "60", "present")
    assert CURRENT == scope(told, (), PUBLISHED)


def test_without_a_date_of_publication_nothing_is_past():
    told = figure("هلك 88 راكبا في شباط 2014", "88")
    assert CURRENT == scope(told, mentions(told, "شباط 2014", "2014-02"), None)
