"""Single things by their ids: a story, a measure, a report, a claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

from tahqiq.errors import UnknownName
from tahqiq.export.measures import measure_record
from tahqiq.export.records import record
from tahqiq.export.rows import DateRow, FigureRow, ReportRow, StatementRow, StoryRow
from tahqiq.export.shapes import MeasureRecord, ReportRecord
from tahqiq.export.tidy import date_row, figure_row, report_row, statement_row, story_row
from tahqiq.exported import judged
from tahqiq.ledger.canonical import Claim, kind_of
from tahqiq.ledger.outlines import measure_outline, measure_outlines, story_of
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.judgement import TargetKind
from tahqiq.model.report import Report
from tahqiq.web.desk import Desk


class StoryObject(TypedDict):
    """A story with the ids of its reports and of what is counted in it."""

    story: StoryRow
    reports: list[str]
    measures: list[str]


class ReportObject(TypedDict):
    """A report with its words and its claims; their spans count in `text`, in Unicode code points."""

    report: ReportRow
    text: str
    claims: ReportRecord


class ClaimObject(TypedDict):
    """A claim as a row of the table of its kind."""

    kind: str
    row: FigureRow | StatementRow | DateRow


def story(desk: Desk, id: str) -> StoryObject:
    """The story of that id."""
    found = desk.story(id)
    measures = [outline.id for outline in measure_outlines(desk.ledger, id)]
    return {"story": story_row(found), "reports": list(found.reports), "measures": measures}


def measure(desk: Desk, id: str) -> MeasureRecord:
    """The measure of that id: its figures, positions, relations and estimates."""
    outline = measure_outline(desk.ledger, id)
    if outline is None:
        raise UnknownName("measure", id)
    return measure_record(desk.measure(outline.story, id).measure)


def report(desk: Desk, id: str) -> ReportObject:
    """The report of that id as it was read last."""
    read = desk.ledger.read_report(id)
    row = report_row(read.report, story_of(desk.ledger, id))
    return {"report": row, "text": read.report.text.raw, "claims": record(read)}


def claim(desk: Desk, id: str) -> ClaimObject:
    """The claim of that id, as corrected where people corrected it."""
    held = desk.ledger.claim(id)
    kind = kind_of(held.claim)
    (one,) = judged(desk.ledger, TargetKind(kind), iter([held]))
    return {"kind": kind, "row": _row(one.id, one.report, one.claim, one.judged)}


def _row(id: str, report: Report, claim: Claim, verdict: str | None) -> FigureRow | StatementRow | DateRow:
    if isinstance(claim, Figure):
        return figure_row(id, report, claim, verdict)
    if isinstance(claim, Statement):
        return statement_row(id, report, claim, verdict)
    return date_row(id, report, claim, verdict)


OBJECTS: dict[str, tuple[Callable[[Desk, str], Any], type]] = {
    "stories": (story, StoryObject),
    "measures": (measure, MeasureRecord),
    "reports": (report, ReportObject),
    "claims": (claim, ClaimObject),
}
"""How a thing is found by its id, and its shape, by the name of its kind in the address."""
