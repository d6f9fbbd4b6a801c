"""Stories: which reports tell of one running matter, whatever order they come in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tahqiq.reconcile import reconcile
from tests.reconcile.builders import MINISTRY, MONITOR, Said, by_story, count, report

FLOOD = "سيول وادي السدر تجرف القرى"
FIRE = "حريق مصنع النسيج في الطلح"


def dead(number, source=None, **more):
    return Said(count(number), source, **more)


REPORTS = [
    report(
        "f1", "نهر", "2026-03-10T07:00", dead(12, MINISTRY, words="وجرفت سيول وادي السدر بيوتا وقضى {n}"), title=FLOOD
    ),
    report("f2", "بحر", "2026-03-10T19:00", dead(37, MINISTRY, words="وبلغت ضحايا سيول السدر {n}"), title=FLOOD),
    report("f3", "تل", "2026-03-12T09:00", dead(41, MONITOR, words="ودفنت قرى وادي السدر {n} ضحية"), title=FLOOD),
    report("m1", "نهر", "2026-03-10T08:00", dead(3, MINISTRY, words="والتهم حريق مصنع النسيج {n} عمال"), title=FIRE),
    report(
        "m2", "بحر", "2026-03-10T18:00", dead(5, MINISTRY, words="وأودى حريق المصنع في الطلح بحياة {n}"), title=FIRE
    ),
]


def test_two_matters_of_one_day_are_two_stories():
    assert {frozenset({"f1", "f2", "f3"}), frozenset({"m1", "m2"})} == by_story(reconcile(REPORTS))


def test_no_figures_of_two_stories_meet():
    found = reconcile(REPORTS)
    homes = {report_id: story.id for story in found.stories for report_id in story.reports}
    assert all({homes[f.report_id] for f in m.figures} == {m.story} for m in found.measures)


def test_a_story_says_what_holds_it_together():
    flood = next(s for s in reconcile(REPORTS).stories if "f1" in s.reports)
    assert "سدر" in flood.reason
    assert flood.title == FLOOD


def test_a_lone_report_is_a_story():
    (story,) = reconcile(REPORTS[:1]).stories
    assert story.reports == ("f1",)
    assert story.reason == "one report"


@settings(deadline=None, max_examples=30)
@given(st.permutations(REPORTS))
def test_order_of_arrival_changes_nothing(reports):
    assert reconcile(REPORTS) == reconcile(reports)


def test_nothing_comes_of_nothing():
    assert (reconcile([]).stories, reconcile([]).measures) == ((), ())


def test_a_measure_keeps_its_id_when_later_reports_come():
    before = {m.id for m in reconcile(REPORTS[:1]).measures}
    after = {m.id for m in reconcile(REPORTS).measures}
    assert before <= after


def test_undated_reports_join_the_story_of_their_words():
    undated = report("f4", None, None, dead(41, words="وتجرف سيول وادي السدر القرى وتقتل {n}"), title=FLOOD)
    assert any({"f1", "f4"} <= story for story in by_story(reconcile([*REPORTS, undated])))
