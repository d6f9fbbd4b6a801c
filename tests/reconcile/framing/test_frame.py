"""Framing: two outlets tell one story, each in its own words."""

from __future__ import annotations

import datetime as dt

from tahqiq.extract.namings import namings
from tahqiq.extract.reading import extract
from tahqiq.model.framing import Carriage, Framing
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.text import Text
from tahqiq.reconcile import reconcile
from tahqiq.reconcile.framing import frame
from tahqiq.reconcile.framing.terms import rival_families

DAY = dt.date(2026, 3, 10)
RIVER = (
    "قصف على ميناء السدر\n\nاستشهد 14 عاملا في العدوان على ميناء السدر. "
    'وقال المحافظ سالم الراوي: "هذا العدوان يستهدف لقمة عيش العمال في الميناء".'
)
HILL = (
    "هجوم على ميناء السدر\n\nقُتل 9 عمال في هجوم على ميناء السدر، وفق ما أعلن الجيش. "
    "وقال المحافظ سالم الراوي إن العدوان أصاب الأرصفة. وقالت مديرة المستشفى هدى النجار إن الجرحى كثيرون."
)


def report(id: str, words: str, outlet: str | None, day: dt.date | None = DAY, url: str | None = None) -> ReadReport:
    text = Text(words, max(words.find("\n\n"), 0), language="ar")
    known = Metadata(outlet, url, None, None, day, "ar")
    return ReadReport(Report(id, "0" * 64, f"{id}.txt", text, known), extract(text, day))


def framed(*reads: ReadReport) -> Framing:
    measures = reconcile(reads).measures
    return frame("story", reads, measures, {read.report.id: namings(read.claims) for read in reads})


def told(found: Framing, family: str) -> set[tuple[str, str, int, int, int]]:
    return {(u.outlet, u.term.arabic, u.own, u.reported, u.quoted) for u in found.terms if u.family.key == family}


BOTH = framed(report("a", RIVER, "النهر"), report("b", HILL, "التل"))


def test_each_outlet_s_terms_are_counted_by_whose_words_they_are() -> None:
    attack = {("النهر", "عدوان", 1, 0, 1), ("التل", "هجوم", 1, 1, 0), ("التل", "عدوان", 0, 1, 0)}
    assert attack == told(BOTH, "attack")
    assert {("النهر", "استشهاد", 1, 0, 0), ("التل", "مقتل", 0, 1, 0)} == told(BOTH, "killing")


def test_every_count_has_its_words() -> None:
    for use in BOTH.terms:
        voices = [place.naming.voice for place in use.evidence]
        counts = {"own": use.own, "reported": use.reported, "quoted": use.quoted}
        assert sorted(voices) == sorted(voice for voice, count in counts.items() if count)


def test_families_between_whose_terms_the_story_chose() -> None:
    assert {"attack", "killing"} <= {family.key for family, _ in rival_families(BOTH.terms)}


def test_a_position_that_an_outlet_leaves_out_is_said_to_be_absent() -> None:
    killed = [held for held in BOTH.positions if held.measure.predicate == "killed"]
    carried = {(held.measure.positions[held.position].quantity.low, *held.outlets.items()) for held in killed}
    assert {
        (14, ("التل", Carriage.ABSENT), ("النهر", Carriage.CARRIED)),
        (9, ("التل", Carriage.CARRIED), ("النهر", Carriage.ABSENT)),
    } == carried


def test_an_outlet_whose_reports_are_older_left_nothing_out() -> None:
    found = framed(report("a", RIVER, "النهر", DAY - dt.timedelta(days=1)), report("b", HILL, "التل"))
    (late,) = [h for h in found.positions if h.measure.positions[h.position].quantity.low == 9]
    assert Carriage.EARLIER == late.outlets["النهر"]


def test_without_dates_nothing_is_said_to_be_older() -> None:
    found = framed(report("a", RIVER, "النهر", None), report("b", HILL, "التل", None))
    assert Carriage.EARLIER not in {c for held in found.positions for c in held.outlets.values()}


def test_whom_each_outlet_lets_speak() -> None:
    governor = {(u.outlet, u.statements, u.direct) for u in BOTH.sources if u.source.name == "سالم الراوي"}
    assert {("النهر", 1, 1), ("التل", 1, 0)} == governor
    assert "هدى النجار" in {u.source.name for u in BOTH.sources if u.outlet == "التل"}


def test_outlets_without_a_name_go_by_their_address_or_their_report() -> None:
    found = framed(
        report("a", RIVER, None, url="https://river.example/1"), report("b", HILL, None, url="http://[broken")
    )
    assert ("b", "river.example") == found.outlets


def test_a_story_of_one_outlet_has_no_positions_to_leave_out() -> None:
    assert () == framed(report("a", RIVER, "النهر"), report("b", HILL, "النهر")).positions


def test_nothing_is_framed_of_nothing() -> None:
    assert Framing("story", (), (), (), ()) == frame("story", (), (), {})
