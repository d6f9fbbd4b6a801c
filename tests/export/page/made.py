"""A small story for tests of the page: an amnesty told by three sides, its figures planned, denied and overtaken."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tahqiq.model.claim import Claims, DateMention, Figure, Mode, Stance, Statement
from tahqiq.model.measure import (
    Estimate,
    Measure,
    Position,
    Reconciliation,
    Relation,
    RelationKind,
    ReportedFigure,
    Status,
    Story,
)
from tahqiq.model.quantity import Quantity
from tahqiq.model.report import Metadata, ReadReport, Report
from tahqiq.model.source import NARRATED, NARRATOR, Attribution, Source, SourceKind
from tahqiq.model.text import Exclusion, Span, Text
from tahqiq.model.when import When

ARMY = Source("قيادة الجيش", SourceKind.GOVERNMENT)
WARDEN = Source("إدارة السجون", SourceKind.ORGANIZATION)
AGENCY = Source("وكالة الضفة", SourceKind.AGENCY)

FIRST = (
    "العفو يفتح أبواب السجن\n\n"
    "قالت قيادة الجيش إن 1,200 نزيل خرجوا يوم الاثنين، ومن المقرر نقل 7 آلاف آخرين.\nاقرأ أيضا"
)
SECOND = "رواية أخرى للعفو\n\nونقلت وكالة الضفة عن إدارة السجون أن 180 نزيلا فقط خرجوا، ونفت خروج 1,200."


def at(text: Text, quote: str) -> Span:
    """The first place of these words."""
    start = text.raw.index(quote)
    return Span(text, start, start + len(quote))


def exactly(number: float) -> Quantity:
    """A number without a hedge."""
    return Quantity(number, number)


def read(id: str, raw: str, known: Metadata, *figures: tuple[str, Quantity, Attribution, Stance]) -> ReadReport:
    """A report whose figures stand where their words first do."""
    text = Text(raw, raw.find("\n\n"), language="ar")
    made = tuple(Figure(at(text, q), held, "test", "inmates", None, "released", None, None, who, stance)
                 for q, held, who, stance in figures)  # fmt: skip
    return ReadReport(Report(id, "0" * 64, f"{id}.txt", text, known), Claims(text, made))


def reads() -> list[ReadReport]:
    """Two reports with figures, statements, a date and a furniture line."""
    day = dt.datetime(2026, 1, 26, 9, 30)
    army, warden = Attribution(ARMY), Attribution(WARDEN, (AGENCY,))
    first = read(
        "a", FIRST, Metadata("صحيفة النهر", "https://river.example/1", None, "سلمى", day, "ar"),
        ("1,200", exactly(1200), army, Stance.ASSERTED), ("7 آلاف", exactly(7000), NARRATED, Stance.EXPECTED),
    )  # fmt: skip
    second = read(
        "b", SECOND, Metadata("إذاعة التل", None, None, None, dt.date(2026, 1, 28), "ar"),
        ("180", exactly(180), warden, Stance.ASSERTED), ("1,200", exactly(1200), warden, Stance.DENIED),
    )  # fmt: skip
    return [_with_words(first), _with_statement(second, warden)]


def _with_words(first: ReadReport) -> ReadReport:
    text = first.report.text
    cut = at(text, "اقرأ أيضا")
    text = replace(text, excluded=(Exclusion(cut.start, cut.end, "site furniture"),))
    who = Attribution(ARMY, mention=at(text, "قيادة الجيش"), cue=at(text, "قالت"))
    content = at(text, "1,200 نزيل خرجوا يوم الاثنين")
    said = Statement(content, at(text, "قالت"), who, Mode.INDIRECT, "say", "test")
    date = DateMention(at(text, "يوم الاثنين"), When("2026-01-26"), "test")
    claims = replace(first.claims, text=text, statements=(said,), dates=(date,))
    return ReadReport(replace(first.report, text=text), claims)


def _with_statement(second: ReadReport, who: Attribution) -> ReadReport:
    text = second.report.text
    said = Statement(at(text, "180 نزيلا فقط خرجوا"), at(text, "ونقلت"), who, Mode.INDIRECT, "say", "test")
    return ReadReport(second.report, replace(second.claims, statements=(said,)))


def reconciliation(story_title: str = "العفو") -> Reconciliation:
    """One story, one contested measure of two positions, and one planned figure that stands alone."""
    first, second = reads()
    figures = (
        ReportedFigure("a", "صحيفة النهر", dt.date(2026, 1, 26), first.claims.figures[0]),
        ReportedFigure("b", "إذاعة التل", dt.date(2026, 1, 28), second.claims.figures[0]),
        ReportedFigure("b", "إذاعة التل", dt.date(2026, 1, 28), second.claims.figures[1]),
    )
    positions = (
        Position(ARMY, exactly(1200), dt.date(2026, 1, 26), (0,)),
        Position(WARDEN, exactly(180), dt.date(2026, 1, 28), (1,)),
    )
    clash = Relation(0, 1, RelationKind.CONTRADICTION, "They cannot both hold.", "لا يصحان معا.")
    estimate = Estimate("interval", 180, None, 1200, Status.CONTESTED, "the origins never meet", (0, 1))
    freed = Measure(
        "freed", "amnesty", "released", "inmates", "سجن الوادي", "inmates released", "المفرج عنهم",
        figures, positions, (clash,), (estimate,),
    )  # fmt: skip
    plan = (ReportedFigure("a", "صحيفة النهر", dt.date(2026, 1, 26), first.claims.figures[1]),)
    moved = Measure(
        "moved", "amnesty", "transferred", "inmates", None, "inmates to be moved", "من سينقلون",
        plan, (Position(NARRATOR, exactly(7000), None, (0,)),), (), (), part_of="freed",
    )  # fmt: skip
    return Reconciliation((Story("amnesty", story_title, ("a", "b"), "one matter"),), (freed, moved))
