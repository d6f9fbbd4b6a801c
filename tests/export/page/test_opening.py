"""What a careful reader would say first: planned apart from done, updates told as updates, and who is not named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tahqiq.export.page import page
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position, Reconciliation, Relation, RelationKind, ReportedFigure, Story
from tests.export.page.made import AGENCY, ARMY, WARDEN, exactly, reads, reconciliation
from tests.export.page.tree import parse

DAYS = (dt.date(2026, 1, 26), dt.date(2026, 1, 28))


def told(relation: RelationKind, stances: tuple[Stance, Stance] = (Stance.ASSERTED, Stance.ASSERTED)) -> str:
    """The English opening of a story with one measure: 150 by the army, then 700 by the wardens."""
    figure = reads()[0].claims.figures[0]
    figures = tuple(
        ReportedFigure("a", "النهر", day, replace(figure, stance=s)) for day, s in zip(DAYS, stances, strict=True)
    )
    positions = tuple(
        Position(who, exactly(n), day, (i,))
        for i, (who, n, day) in enumerate(zip((ARMY, WARDEN), (150, 700), DAYS, strict=True))
    )
    tie = Relation(0, 1, relation, "Because.", "لأن.")
    measure = Measure(
        "m", "s", "transferred", "inmates", None, "inmates moved", "المنقولون", figures, positions, (tie,), ()
    )
    made = Reconciliation((Story("s", "نقل", ("a", "b"), "one matter"),), (measure,))
    (opening,) = parse(page(made, reads())).all("section", "opening")
    return " ".join(opening.words().split())


def test_an_update_gives_the_latest_and_what_came_before() -> None:
    assert "inmates moved: 700, according to إدارة السجون (as of 28 January 2026); before that 150." in told(
        RelationKind.UPDATE
    )


def test_without_an_update_nobody_is_said_to_be_overtaken() -> None:
    words = told(RelationKind.COMPATIBLE)
    assert (
        "700 according to إدارة السجون; 150 according to قيادة الجيش; 2 independent origins, no contradiction" in words
    )
    assert "before that" not in words


def test_what_is_planned_stands_apart_from_what_is_done() -> None:
    words = told(RelationKind.UNCLEAR, (Stance.ASSERTED, Stance.EXPECTED))
    assert "inmates moved: planned, 700 according to إدارة السجون; done, 150 according to قيادة الجيش." in words


def test_a_plan_alone_says_that_nothing_is_known_to_be_done() -> None:
    words = told(RelationKind.UNCLEAR, (Stance.EXPECTED, Stance.EXPECTED))
    assert "inmates moved: planned, 700 according to إدارة السجون; no figure for what was done." in words


def test_a_denial_is_told_as_one_after_what_it_denies() -> None:
    words = told(RelationKind.CONTRADICTION, (Stance.ASSERTED, Stance.DENIED))
    assert "150 according to قيادة الجيش; 700 (denied) according to إدارة السجون." in words


def test_the_material_is_counted_with_its_days() -> None:
    words = told(RelationKind.SAME)
    assert "2 reports from 2 outlets, between 26 January 2026 and 28 January 2026, with 4 figures" in words
    assert "Of 4 figures, 1 in the outlet's own voice and 0 from unnamed sources." in words


def test_reports_without_a_day_are_mentioned() -> None:
    first, second = reads()
    report = replace(second.report, metadata=replace(second.report.metadata, published=None))
    html = page(reconciliation(), [first, replace(second, report=report)])
    assert "of 26 January 2026 (1 report undated), with" in html


def test_an_agency_that_relays_is_no_origin() -> None:
    assert AGENCY.name not in told(RelationKind.SAME)
