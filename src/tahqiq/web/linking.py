"""Where what a page names is found: measures, positions, and the words of their figures on the pages of reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tahqiq.export.page.anchors import Anchors, Shown, anchors, stretch
from tahqiq.model.outline import CountingRow, MeasureOutline, NumberedMeasure
from tahqiq.web.addresses import PAGES, measure_address


def linked(shown: Sequence[NumberedMeasure], named: Iterable[MeasureOutline], most_positions: int) -> Anchors:
    """Ids for the measures of a page, and addresses for other measures that it names and for words in reports."""
    made = anchors(Shown((), [one.measure for one in shown], {}), most_positions, PAGES)
    for outline in named:
        made.to_measures.setdefault(outline.id, f"{PAGES.measure(outline)}#m1")
    for one in shown:
        for reported, number in zip(one.measure.figures, one.numbers, strict=True):
            words = f"{link_report(made, reported.report_id)}-f{number}"
            made.words.setdefault((reported.report_id, stretch(reported.figure)), words)
    return made


def link_rows(made: Anchors, report: str, rows: Iterable[CountingRow]) -> None:
    """Note where the figures of a report count: the row of the position, else the measure."""
    for row in rows:
        measure = f"{measure_address(row.story, row.measure)}#m1"
        where = measure if row.position is None else f"{measure}-p{row.position + 1}"
        made.rows.setdefault((report, (row.start, row.end, f"{row.predicate} {row.counted}")), where)


def link_report(made: Anchors, id: str) -> str:
    """The address of a report's words, noted among those that are known."""
    return made.to_reports.setdefault(id, f"{PAGES.report(id)}#r1")
