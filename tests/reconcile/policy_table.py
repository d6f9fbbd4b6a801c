"""The page docs/policies.md, from the policies themselves: their documents, and what each makes of the same measures.

python -m tests.reconcile.policy_table > docs/policies.md
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tahqiq.model.claim import Stance
from tahqiq.model.measure import Estimate, Measure
from tahqiq.model.quantity import Number
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.policies import POLICIES, graded, interval, low_best_high, lowest
from tests.reconcile.builders import ARMY, CIVIL_DEFENCE, MINISTRY, MONITOR, REBELS, Said, count, measured, report

NOTE = "<!-- Written by tests/reconcile/policy_table.py from the policies and their docstrings; edit those. -->\n"
INTRODUCTION = """# Policies: which number is stated, and by whose rule

A measure keeps every position. A policy is a published rule that states a low, a best and a high from those that still
stand; none picks in silence: the policy's name, the positions it used and the rule that fired travel with each number.
All are computed; the library puts the one you name first: `reconcile(reports, policy="lowest")`.

Positions are left out of every policy where they are denied, planned, told as an earlier toll, or overtaken by a later
update.
"""
SOURCES = {
    interval: "none but this page; the arithmetic is that of intervals (hull and intersection).",
    lowest: (
        "ACLED, “Fatalities” (frequently asked questions, February 2023, updated May 2024), acleddata.com: the most "
        "conservative figure where reports differ or are vague; 10 for tens, 12 for dozens, 100 for hundreds; totals "
        "are revised when better information comes."
    ),
    low_best_high: (
        "UCDP Georeferenced Event Dataset codebook, ucdp.uu.se; R. Sundberg and E. Melander, “Introducing the UCDP "
        "Georeferenced Event Dataset”, Journal of Peace Research 50(4), 2013: best, low and high for each event."
    ),
    graded: "Airwars, “Methodology” and its casualty grading, airwars.org/about/methodology.",
}

MORNING, NOON, EVENING, NEXT_DAY = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00", "2026-03-11T09:00"


@dataclass(frozen=True, slots=True)
class Example:
    """A measure in words, and the reports that make it."""

    told: str
    reports: tuple[ReadReport, ...]


def _dead(number: str | Number, source: object = None, **more: object) -> Said:
    return Said(count(number), source, **more)  # type: ignore[arg-type]


EXAMPLES = (
    Example("One ministry: 31", (report("a", "نهر", NOON, _dead(31, MINISTRY)),)),
    Example("One monitor: at least 30", (report("a", "نهر", NOON, _dead("30+", MONITOR)),)),
    Example(
        "A ministry: 31; a monitor: at least 30",
        (report("a", "نهر", NOON, _dead(31, MINISTRY)), report("b", "بحر", NOON, _dead("30+", MONITOR))),
    ),
    Example("An army: 9; rebels: 31; in one report", (report("a", "نهر", NOON, _dead(9, ARMY), _dead(31, REBELS)),)),
    Example(
        "A ministry: 12 in the morning, 31 in the evening",
        (report("a", "نهر", MORNING, _dead(12, MINISTRY)), report("b", "بحر", EVENING, _dead(31, MINISTRY))),
    ),
    Example(
        "An outlet: tens; a ministry: 38",
        (report("a", "نهر", NOON, _dead("20?")), report("b", "بحر", NOON, _dead(38, MINISTRY))),
    ),
    Example("An outlet: hundreds, and nobody else", (report("a", "نهر", NOON, _dead("200?")),)),
    Example(
        "A ministry: 71, the next day corrected to 64",
        (
            report("a", "نهر", MORNING, _dead(71, MINISTRY)),
            report("b", "بحر", NEXT_DAY, _dead(64, MINISTRY, words="وصححت الوزارة الحصيلة إلى {n} قتيلا")),
        ),
    ),
    Example(
        "Rebels: 31; an army denies 31",
        (
            report("a", "نهر", NOON, _dead(31, REBELS)),
            report("b", "بحر", EVENING, _dead(31, ARMY, stance=Stance.DENIED)),
        ),
    ),
    Example(
        "A monitor: 40 to 50; civil defence: about 45; a ministry: 44",
        (
            report("a", "نهر", NOON, _dead("40-50", MONITOR)),
            report("b", "بحر", NOON, _dead("45~", CIVIL_DEFENCE)),
            report("c", "تل", NOON, _dead(44, MINISTRY)),
        ),
    ),
)


def page() -> str:
    """The whole page."""
    return "\n".join((NOTE + INTRODUCTION, *_rules(), *_table()))


def _rules() -> Iterator[str]:
    for policy, source in SOURCES.items():
        title, _, rest = (policy.__doc__ or "").partition("\n")
        about = title.partition(": ")[2]
        yield f"## `{policy.NAME}`\n\n{about[0].upper()}{about[1:]}\n{rest.rstrip()}\n\nPublished source: {source}\n"


def _table() -> Iterator[str]:
    yield "## Ten measures under each policy\n"
    yield f"Low / best / high, then the status and the rule that fired; – is left open.\n\n| | measure | {_names()} |"
    yield f"|---|---|{'---|' * len(POLICIES)}"
    for number, example in enumerate(EXAMPLES, 1):
        by_policy = {estimate.policy: estimate for estimate in _measure(example.reports).estimates}
        cells = " | ".join(_cell(by_policy[policy.NAME]) for policy in SOURCES)
        yield f"| {number} | {example.told} | {cells} |"
    yield ""


def _names() -> str:
    return " | ".join(f"`{policy.NAME}`" for policy in SOURCES)


def _measure(reports: Sequence[ReadReport]) -> Measure:
    (found,) = measured(reports)
    return found


def _cell(estimate: Estimate) -> str:
    numbers = " / ".join(
        "–" if bound is None else f"{bound:,}" for bound in (estimate.low, estimate.best, estimate.high)
    )
    return f"{numbers} {estimate.status.value}: {estimate.rule}"


if __name__ == "__main__":
    print(page(), end="")
