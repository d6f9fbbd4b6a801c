"""Contradictions folded: one for each two numbers, with every voice on its side."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tahqiq.export.conflicts import Conflict, conflict_rows, conflicts
from tahqiq.model.claim import Claims, Stance
from tahqiq.model.measure import Measure, Position, Relation, RelationKind, ReportedFigure
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.source import NARRATOR, Source, SourceKind
from tests.factories import figure, metadata, quantity, read_report, reported, text

GUARDS, MAYOR, CLINIC, SHEIKH = (
    Source(name, SourceKind.PERSON) for name in ("آمر الحرس", "رئيس البلدية", "مديرة العيادة", "شيخ الحي")
)
ABOUT_90 = Quantity(90, 90, Approximator.ABOUT)
SAID = [
    # who      what           stance             outlets, day
    (GUARDS, quantity(12), Stance.ASSERTED, ("صحيفة النهر", "إذاعة التل"), 1),
    (MAYOR, quantity(90), Stance.ASSERTED, ("صحيفة النهر",), 1),
    (CLINIC, ABOUT_90, Stance.ASSERTED, ("إذاعة التل",), 2),
    (NARRATOR, quantity(12), Stance.ASSERTED, ("موقع الجسر",), 2),
    (GUARDS, quantity(90), Stance.DENIED, (), None),
]
BECAUSE = "X says 12, and Y says 90: {}."


def told(index: int) -> list[ReportedFigure]:
    """The figures of one position of `SAID`, one for each outlet (one without a name where there is none)."""
    _, held, stance, outlets, _ = SAID[index]
    found = []
    for outlet in outlets or (None,):
        of = text("فرار من السجن\n\nفر 12 نزيلا، وقيل 90.")
        known = replace(figure(of, str(held.low), held, "escaped"), stance=stance)
        found.append(reported(read_report(f"r{index}", Claims(of, (known,)), metadata(outlet or ""))[0]))
    return [f if f.outlet else replace(f, outlet=None) for f in found]


def measured(*clashes: tuple[int, int, str]) -> Measure:
    """The positions of `SAID` with these contradictions and their clauses, and one update."""
    figures: list[ReportedFigure] = []
    positions = []
    for index, (who, held, _, _, day) in enumerate(SAID):
        own = told(index)
        places = tuple(range(len(figures), len(figures) + len(own)))
        positions.append(Position(who, held, dt.date(2026, 5, day) if day else None, places))
        figures += own
    relations = [
        Relation(a, b, RelationKind.CONTRADICTION, BECAUSE.format(why), f"12، و90: {why}.") for a, b, why in clashes
    ]
    relations.append(Relation(1, 2, RelationKind.UPDATE, BECAUSE.format("later"), "90: لاحقا."))
    return Measure(
        "m", "s", "escaped", "inmates", None, "inmates escaped", "الفارون", tuple(figures), tuple(positions),
        tuple(relations), (),
    )  # fmt: skip


def sides(conflict: Conflict) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return conflict.first, conflict.second


def test_all_voices_of_two_numbers_are_one_conflict_whoever_came_first() -> None:
    (found,) = conflicts(measured((0, 1, "why"), (0, 2, "why"), (1, 3, "why"), (2, 3, "and why")))
    assert ((0, 3), (1, 2)) == sides(found)
    assert ("why; and why", "why؛ and why") == found.why
    assert 4 == len(found.relations)


def test_a_voice_that_contradicts_nobody_is_on_no_side() -> None:
    (found,) = conflicts(measured((0, 1, "why")))
    assert ((0,), (1,)) == sides(found)


def test_a_number_and_its_denial_are_two() -> None:
    found = conflicts(measured((0, 1, "why"), (1, 4, "denied")))
    assert [((0,), (1,)), ((1,), (4,))] == [sides(conflict) for conflict in found]


def test_only_the_positions_that_are_shown_take_part() -> None:
    (found,) = conflicts(measured((0, 1, "why"), (0, 2, "why")), shown=2)
    assert ((0,), (1,)) == sides(found)


def test_a_row_names_every_voice_with_outlets_and_day() -> None:
    row, denial = conflict_rows(measured((0, 1, "why"), (0, 2, "why"), (1, 3, "why"), (1, 4, "denied")))
    assert ("12", "90, about 90", "why") == (row.a, row.b, row.why)
    assert "آمر الحرس (صحيفة النهر, إذاعة التل, 2026-05-01); موقع الجسر (own voice, 2026-05-02)" == row.a_voices
    assert "رئيس البلدية (صحيفة النهر, 2026-05-01); مديرة العيادة (إذاعة التل, 2026-05-02)" == row.b_voices
    assert ("90 (denied)", "denied", "آمر الحرس (undated)") == (denial.b, denial.b_stance, denial.b_voices)
