"""What rules find in figures, measures and edits, each thing once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest

from tahqiq.extract.reading import extract
from tahqiq.model.alert import AlertKind, AlertRule, Candidate
from tahqiq.model.claim import Figure
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.text import Text
from tahqiq.model.version import ReadVersion
from tahqiq.reconcile import reconcile
from tahqiq.reconcile.alerts import contradiction_alerts, edit_alerts, figure_alerts, jump_alerts
from tahqiq.reconcile.versions import edits
from tests.reconcile.builders import ARMY, MINISTRY, MONITOR, REBELS, Said, count, report

RULE = AlertRule("watched", AlertKind.FIGURE)
MORNING, NOON, EVENING = "2026-03-10T07:00", "2026-03-10T12:00", "2026-03-10T19:00"


def read(words: str, id: str = "flood", outlet: str = "النهر") -> ReadReport:
    text = Text(words, max(words.find("\n\n"), 0), language="ar")
    known = Metadata(outlet, None, None, None, dt.date(2026, 3, 10), "ar")
    return ReadReport(Report(id, f"digest of {words}", f"{id}.txt", text, known), extract(text))


def figures(*reads: ReadReport) -> list[tuple[Report, Figure]]:
    return [(one.report, figure) for one in reads for figure in one.claims.figures]


def found(rule: AlertRule, words: str) -> list[str]:
    return [c.alert.quote for c in figure_alerts(rule, figures(read(words)))]


WANTED = [
    # narrowed by                        words                                                         is it wanted
    ({"predicate": "killed"}, "قُتل 12 شخصا في السيول.", True),
    ({"predicate": "wounded"}, "قُتل 12 شخصا في السيول.", False),
    ({"place": "دير الزور"}, "قُتل 12 شخصا في دير الزور.", True),
    ({"place": "SY"}, "قُتل 12 شخصا في دير الزور.", True),
    ({"place": "حلب"}, "قُتل 12 شخصا في دير الزور.", False),
    ({"place": "حلب"}, "قُتل 12 شخصا.", False),
    ({"actor": "وزارة الصحة"}, "أعلنت وزارة الصحة مقتل 12 شخصا.", True),
    ({"actor": "الجيش اللبناني"}, "قُتل 12 شخصا، وانتشر الجيش اللبناني في البلدة.", True),
    ({"actor": "الجيش"}, "أعلنت وزارة الصحة مقتل 12 شخصا.", False),
    ({"outlet": "النَّهر"}, "قُتل 12 شخصا.", True),
    ({"outlet": "التل"}, "قُتل 12 شخصا.", False),
    ({"predicate": "killed", "place": "حلب"}, "قُتل 12 شخصا في دير الزور.", False),
]


@pytest.mark.parametrize(("narrowed", "words", "is_wanted"), WANTED)
def test_a_rule_finds_the_figures_that_it_asks_for(narrowed: dict[str, str], words: str, is_wanted: bool) -> None:
    assert is_wanted == bool(found(dataclasses.replace(RULE, **narrowed), words))


def test_a_value_of_a_report_is_one_alert_wherever_it_stands_in_it() -> None:
    words = "37 قتيلا في السيول\n\nأعلنت وزارة الصحة مقتل 37 شخصا في السيول. وأصيب 37 شخصا."
    alerts = [c.alert for c in figure_alerts(RULE, figures(read(words)))]
    assert 2 == len(alerts)
    assert "وزارة الصحة" in alerts[0].summary and "وزارة الصحة" in alerts[0].summary_ar


def test_the_same_figure_moved_in_its_report_is_the_same_alert() -> None:
    first, moved = (read(w) for w in ("قُتل 12 شخصا في السيول.", "وتوقف المطر. قُتل 12 شخصا في السيول."))
    ids = [[c.alert.id for c in figure_alerts(RULE, figures(one))] for one in (first, moved)]
    assert ids[0] == ids[1]


def test_a_denial_says_that_it_is_one() -> None:
    (candidate,) = figure_alerts(RULE, figures(read("نفت وزارة الصحة مقتل 150 شخصا في السيول.")))
    assert "denied by" in candidate.alert.summary
    assert "ينفي" in candidate.alert.summary_ar


CLASH = [
    report("a", "نهر", NOON, Said(count(9), ARMY)),
    report("b", "بحر", NOON, Said(count(31), REBELS)),
    report("c", "تل", EVENING, Said(count(31), REBELS)),
]
ON_CLASH = AlertRule("clashes", AlertKind.CONTRADICTION)


def test_two_values_that_cannot_both_hold_are_one_alert_however_many_hold_them() -> None:
    (candidate,) = contradiction_alerts(ON_CLASH, reconcile(CLASH).measures)
    assert "9" in candidate.alert.summary and "31" in candidate.alert.summary
    assert candidate.alert.summary_ar != candidate.alert.summary


def test_reports_in_any_order_raise_the_same_alert() -> None:
    for order in itertools.permutations(CLASH):
        raised: set[str] = set()
        for seen in range(1, len(order) + 1):
            for one in contradiction_alerts(ON_CLASH, reconcile(order[:seen]).measures):
                if raised.isdisjoint(one.same_as):
                    raised.add(one.alert.id)
        assert 1 == len(raised), [read.report.id for read in order]


def test_a_contradiction_is_narrowed_by_its_figures() -> None:
    measures = reconcile(CLASH).measures
    assert list(contradiction_alerts(dataclasses.replace(ON_CLASH, predicate="killed"), measures))
    assert [] == list(contradiction_alerts(dataclasses.replace(ON_CLASH, predicate="wounded"), measures))
    assert [] == list(contradiction_alerts(dataclasses.replace(ON_CLASH, outlet="جبل"), measures))


JUMPS = [
    # tolls in the order of the day   factor   from and to
    ((12, 37), 3, [("12", "37")]),
    ((12, 37), 4, []),
    ((12, 15, 61), 4, [("15", "61")]),
    ((12, 20, 30, 50), 2, []),
]


@pytest.mark.parametrize(("tolls", "factor", "expected"), JUMPS)
def test_a_count_jumps_by_the_factor_from_the_one_right_before(
    tolls: tuple[int, ...], factor: int, expected: list[tuple[str, str]]
) -> None:
    reads = [
        report(f"r{n}", "نهر", f"2026-03-10T{7 + 3 * n:02}:00", Said(count(t), MINISTRY)) for n, t in enumerate(tolls)
    ]
    rule = AlertRule("jumps", AlertKind.JUMP, factor=factor)
    told = [c.alert.summary for c in jump_alerts(rule, reconcile(reads).measures)]
    assert len(expected) == len(told)
    assert all(f"from {a} to {b}, " in words for (a, b), words in zip(expected, told, strict=True))


def test_nothing_is_no_factor_of_anything() -> None:
    reads = [report("a", "نهر", MORNING, Said(count(0), MONITOR)), report("b", "نهر", NOON, Said(count(9), MONITOR))]
    assert [] == list(jump_alerts(AlertRule("jumps", AlertKind.JUMP), reconcile(reads).measures))


def edited(rule: AlertRule, before: str, after: str) -> list[Candidate]:
    versions = [ReadVersion(read(words), "2026-03-10T09:00:00+00:00", "1") for words in (before, after)]
    return list(edit_alerts(rule, edits(versions)))


ON_EDIT = AlertRule("edits", AlertKind.EDIT)
TOLL, RAISED = "أعلنت وزارة الصحة مقتل 215 شخصا في حلب.", "أعلنت وزارة الصحة مقتل 246 شخصا في حلب."


def test_a_toll_raised_in_silence_is_told_with_both_numbers() -> None:
    (candidate,) = edited(ON_EDIT, TOLL, RAISED)
    assert "does not say so: killed, in \u2068حلب\u2069 from 215 to 246" in candidate.alert.summary
    assert "215" in candidate.alert.summary_ar and "246" in candidate.alert.quote


def test_an_edit_that_says_so_is_told_only_where_asked() -> None:
    after = f"{RAISED}\nتصحيح: ورد خطأ في نسخة سابقة."
    assert [] == edited(ON_EDIT, TOLL, after)
    (candidate,) = edited(dataclasses.replace(ON_EDIT, silent=False), TOLL, after)
    assert "says so" in candidate.alert.summary


@pytest.mark.parametrize(
    ("narrowed", "is_wanted"),
    [
        ({"predicate": "killed"}, True),
        ({"predicate": "wounded"}, False),
        ({"place": "حلب"}, True),
        ({"actor": "وزارة الصحة"}, True),
        ({"outlet": "النهر"}, True),
        ({"outlet": "التل"}, False),
    ],
)
def test_an_edit_is_narrowed_by_the_figures_it_changed(narrowed: dict[str, str], is_wanted: bool) -> None:
    assert is_wanted == bool(edited(dataclasses.replace(ON_EDIT, **narrowed), TOLL, RAISED))


def test_an_edit_of_words_that_claim_nothing_is_no_alert() -> None:
    assert [] == edited(ON_EDIT, TOLL, f"{TOLL} وتوقف المطر.")


def test_many_changes_are_counted_after_the_first_few() -> None:
    before = "\n".join(f"قُتل {n} أشخاص في القرية الواقعة قرب الجبل رقم {n}." for n in range(3, 11))
    (candidate,) = edited(ON_EDIT, before, "توقف المطر.")
    assert " more" in candidate.alert.summary


def test_names_are_isolated_and_free_of_controls() -> None:
    hostile = read("قُتل 12 شخصا.", outlet="\u202eقناة\u202c\n<b>")
    (candidate,) = figure_alerts(RULE, figures(hostile))
    assert "\u2068قناة <b>\u2069" in candidate.alert.summary
