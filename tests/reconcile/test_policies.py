from pathlib import Path

import pytest

from tahqiq.errors import UnknownName
from tahqiq.model.measure import Status
from tahqiq.reconcile import POLICIES, reconcile
from tests.reconcile.builders import ARMY, MINISTRY, MONITOR, REBELS, Said, count, report
from tests.reconcile.policy_table import EXAMPLES, SOURCES, page

NOON, EVENING = "2026-03-10T12:00", "2026-03-10T19:00"


def dead(number, source=None, **more):
    return Said(count(number), source, **more)


AGREED = [report("a", "نهر", NOON, dead(31, MINISTRY)), report("b", "بحر", NOON, dead("30+", MONITOR))]
CONTESTED = [report("a", "نهر", NOON, dead(9, ARMY), dead(31, REBELS))]
UPDATED = [report("a", "نهر", NOON, dead(12, MINISTRY)), report("b", "بحر", EVENING, dead(31, MINISTRY))]
VAGUE = [report("a", "نهر", NOON, dead("20?")), report("b", "بحر", NOON, dead(31, MINISTRY))]
SINGLE = [report("a", "نهر", NOON, dead("30+", MINISTRY))]

ESTIMATED = [
    # reports, policy, low, best, high, status
    (AGREED, "interval", 31, 31, 31, Status.AGREED),
    (AGREED, "lowest", 30, 30, 31, Status.AGREED),
    (AGREED, "low-best-high", 30, 30, 31, Status.AGREED),
    (AGREED, "graded", 30, None, 31, Status.AGREED),
    (CONTESTED, "interval", 9, None, 31, Status.CONTESTED),
    (CONTESTED, "lowest", 9, 9, 31, Status.CONTESTED),
    (CONTESTED, "low-best-high", 9, 9, 31, Status.CONTESTED),
    (CONTESTED, "graded", 9, None, 31, Status.CONTESTED),
    (UPDATED, "interval", 31, 31, 31, Status.UPDATED),
    (UPDATED, "lowest", 31, 31, 31, Status.UPDATED),
    (VAGUE, "interval", 31, 31, 31, Status.SINGLE),
    (VAGUE, "lowest", 10, 10, 31, Status.AGREED),
    (SINGLE, "interval", 30, 30, None, Status.SINGLE),
    (SINGLE, "graded", 30, 30, 30, Status.SINGLE),
]


@pytest.mark.parametrize(("reports", "policy", "low", "best", "high", "status"), ESTIMATED)
def test_estimates(reports, policy, low, best, high, status):
    (measure,) = reconcile(reports, policy).measures
    found = measure.estimates[0]
    assert (policy, low, best, high, status) == (found.policy, found.low, found.best, found.high, found.status)


def test_every_policy_estimates_and_the_chosen_one_comes_first():
    (measure,) = reconcile(CONTESTED, "graded").measures
    assert "graded" == measure.estimates[0].policy
    assert set(POLICIES) == {e.policy for e in measure.estimates}


def test_an_unknown_policy_is_named():
    with pytest.raises(UnknownName, match="no policy 'mean'"):
        reconcile(CONTESTED, "mean")


def test_an_estimate_names_its_inputs():
    (measure,) = reconcile(UPDATED).measures
    assert [31] == [measure.positions[i].quantity.low for i in measure.estimates[0].inputs]


def test_the_grade_is_in_the_rule():
    rules = {
        name: next(e.rule for e in reconcile(reports).measures[0].estimates if e.policy == "graded")
        for name, reports in (("agreed", AGREED), ("contested", CONTESTED), ("single", SINGLE))
    }
    assert ["Fair", "Contested", "Weak"] == [rule.partition(":")[0] for rule in rules.values()]


def test_nothing_asserted_is_nothing_estimated():
    from tahqiq.model.claim import Stance

    planned = [report("a", "نهر", NOON, dead(31, MINISTRY, stance=Stance.EXPECTED))]
    (measure,) = reconcile(planned).measures
    assert (None, None, None, ()) == (
        measure.estimates[0].low,
        measure.estimates[0].best,
        measure.estimates[0].high,
        measure.estimates[0].inputs,
    )


def test_the_page_is_what_the_policies_give():
    written = Path(__file__).parents[2] / "docs" / "policies.md"
    assert page() == written.read_text("utf-8"), "run python -m tests.reconcile.policy_table > docs/policies.md"


def test_the_page_knows_every_policy():
    assert set(POLICIES) == {policy.NAME for policy in SOURCES}
    assert 10 == len(EXAMPLES)
