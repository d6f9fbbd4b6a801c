"""Stories are the same for any order of arrival, and each report is in exactly one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tahqiq.reconcile import reconcile
from tests.reconcile.builders import MINISTRY, MONITOR, Said, by_story, count, report

MATTERS = {
    "سيول وادي السدر": "وجرفت سيول وادي السدر جسورا وحقولا وقضى {n} من أهل القرى",
    "حريق مصنع النسيج في الطلح": "والتهم حريق مصنع النسيج في الطلح مخازن القطن وقضى {n} من العمال",
    "انهيار منجم الملح": "وانهار سقف منجم الملح القديم وقضى {n} من عمال المناجم",
}
HOURS = (None, *(f"2026-03-{day:02}T{hour:02}:00" for day in (1, 2, 9, 28) for hour in (7, 7, 19)))

told = st.tuples(st.sampled_from(sorted(MATTERS)), st.sampled_from(HOURS), st.integers(3, 60), st.booleans())


def read(id, matter, at, number, is_official):
    said = Said(count(number), MINISTRY if is_official else MONITOR, words=MATTERS[matter])
    return report(id, "نهر" if is_official else "بحر", at, said, title=matter)


@st.composite
def arrivals(draw):
    """Reports of three matters, at few hours so that many come at once, and another order of the same."""
    rows = draw(st.lists(told, min_size=1, max_size=14))
    reads = [read(f"r{i}", *row) for i, row in enumerate(rows)]
    return reads, draw(st.permutations(reads))


@settings(deadline=None, max_examples=60)
@given(arrivals())
def test_any_order_of_arrival_gives_the_same_stories_and_measures(orders):
    one, other = orders
    assert reconcile(one) == reconcile(other)


@settings(deadline=None, max_examples=60)
@given(arrivals())
def test_each_report_is_in_exactly_one_story(orders):
    reads, _ = orders
    listed = [id for story in by_story(reconcile(reads)) for id in story]
    assert sorted(read.report.id for read in reads) == sorted(listed)


def test_matters_of_one_day_stay_apart_in_any_order():
    reads = [
        read(f"{matter[:4]}{i}", matter, HOURS[1 + i], 10 + i, bool(i % 2)) for matter in MATTERS for i in range(5)
    ]
    expected = {frozenset(f"{matter[:4]}{i}" for i in range(5)) for matter in MATTERS}
    assert expected == by_story(reconcile(reads)) == by_story(reconcile(reads[::-1]))
