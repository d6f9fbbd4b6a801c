"""Judged claims: reports as people put them right, and their readings with what was read at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tahqiq.model.claim import Claims, DateMention, Figure, Statement
from tahqiq.model.decisions import Decisions, FigureAt, figure_at
from tahqiq.model.judgement import Claim
from tahqiq.model.report import ReadReport
from tahqiq.model.text import Span
from tahqiq.reconcile.groups import bounds
from tahqiq.reconcile.readings import Reading, readings

C = TypeVar("C", Figure, Statement, DateMention)


def judged_report(read: ReadReport, judged: Mapping[Claim, Claim | None]) -> ReadReport:
    """The report with its claims corrected and without those that were rejected, each kind in text order.

    Parts of a figure whose span was corrected stay parts of it.
    """
    claims = read.claims
    moved = {
        bounds(before.span): after.span
        for before, after in judged.items()
        if isinstance(before, Figure) and isinstance(after, Figure)
    }
    figures = sorted((_part(f, moved) for f in _judged(claims.figures, judged)), key=lambda f: bounds(f.span))
    statements = sorted(_judged(claims.statements, judged), key=lambda s: bounds(s.content))
    dates = sorted(_judged(claims.dates, judged), key=lambda d: bounds(d.span))
    return ReadReport(read.report, Claims(claims.text, tuple(figures), tuple(statements), tuple(dates)))


def judged_readings(reports: Sequence[ReadReport], decisions: Decisions) -> list[Reading]:
    """The readings of judged `reports`, each that was corrected with the figure that was read at first."""
    as_read = {
        figure_at(id, after): before
        for id, judged in decisions.claims.items()
        for before, after in judged.items()
        if isinstance(before, Figure) and isinstance(after, Figure)
    }
    return [_with_original(reading, as_read) for reading in readings(reports)]


def _with_original(reading: Reading, as_read: Mapping[FigureAt, Figure]) -> Reading:
    reported = reading.reported
    before = as_read.get(figure_at(reported.report_id, reported.figure))
    return reading if before is None else replace(reading, reported=replace(reported, as_read=before))


def _judged(claims: Sequence[C], judged: Mapping[Claim, Claim | None]) -> list[C]:
    found = (judged.get(claim, claim) for claim in claims)
    return [claim for claim in found if claim is not None]  # type: ignore[misc]


def _part(figure: Figure, moved: Mapping[tuple[int, int], Span]) -> Figure:
    whole = None if figure.part_of is None else moved.get(bounds(figure.part_of))
    return figure if whole is None else replace(figure, part_of=whole)
