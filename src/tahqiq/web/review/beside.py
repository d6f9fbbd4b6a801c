"""What was decided, beside what pages show of a thing anyway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tahqiq.errors import AmbiguousName, UnknownName
from tahqiq.export.page.strings import NOTHING, Both
from tahqiq.export.page.wording import day, quantity, source
from tahqiq.ledger.canonical import claim_id
from tahqiq.model.judgement import Target, TargetKind
from tahqiq.model.measure import ReportedFigure
from tahqiq.model.report import ReadReport
from tahqiq.web.addresses import address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.review.card import stands
from tahqiq.web.review.history import Decision, decision, decisions, graded

JUDGED = "judged"
"""The parameter by which a page is told what was decided last."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on a thing: `seen` is the newest judgement that the page shows, `here` the page's own address."""

    target: Target
    seen: int
    here: str
    decisions: tuple[Decision, ...]
    grade: Both | None
    grade_code: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that counts in a measure, with its page and what was decided on it."""

    address: str
    value: Both
    who: Both
    published: Both
    stands: Both


@dataclass(frozen=True, slots=True)
class Last:
    """What was decided last, and the page that tells of it."""

    decision: Decision
    seen: int
    here: str


def beside(desk: Desk, kind: TargetKind, id: str, here: str) -> Beside:
    """What stands on a thing whose page has the address `here`."""
    standing = desk.ledger.standing(Target(kind, id))
    grade = standing.grade.after if standing.grade else None
    told = graded(grade) if grade else None
    return Beside(standing.target, standing.last, here, decisions(standing), told, grade or "")


def figure_lines(desk: Desk, figures: Iterable[ReportedFigure]) -> list[FigureLine]:
    """The figures of a measure with what was decided on each."""
    standings = desk.ledger.standings()
    lines = []
    for one in figures:
        target = Target(TargetKind.FIGURE, claim_id(one.report_id, one.claim))
        standing = standings.get(target)
        lines.append(
            FigureLine(
                address("/claim", kind="figure", id=target.id),
                quantity(one.figure.quantity),
                source(one.figure.attribution.source, one.outlet),
                day(one.published),
                stands(standing) if standing else NOTHING,
            )
        )
    return lines


def reported(read: ReadReport) -> tuple[ReportedFigure, ...]:
    """The figures of a report, as they were read."""
    known, id_ = read.report.metadata, read.report.id
    return tuple(ReportedFigure(id_, known.outlet, known.published, figure) for figure in read.claims.figures)


def with_last(desk: Desk, asked: Asked, page: Page, path: str) -> Page:
    """The page with what was decided last, where its address names it."""
    id_ = asked.text(JUDGED)
    if id_ is None:
        return page
    try:
        made = desk.ledger.judgement(id_)
    except (UnknownName, AmbiguousName):
        return page
    standing = desk.ledger.standing(made.target)
    here = address(path, **{name: value for name, value in asked.parameters.items() if name != JUDGED})
    last = Last(decision(made, made.id in standing.in_force), standing.last, here)
    return replace(page, values={**page.values, "last": last})
