"""Element ids: made from places in the page, never from what a report says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure, ReportedFigure, Story
from tahqiq.model.report import ReadReport

_Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where everything on the page is found: stories, measures, reports, figures' words, and figures' rows."""

    stories: dict[str, str]
    measures: dict[str, str]
    reports: dict[str, str]
    words: dict[tuple[str, _Stretch], str]
    rows: dict[tuple[str, _Stretch], str]

    def of_words(self, reported: ReportedFigure) -> str | None:
        """The id of a figure's words; None where its report is not on the page."""
        return self.words.get((reported.report_id, stretch(reported.figure)))

    def of_row(self, report_id: str, figure: Figure) -> str | None:
        """The id of the table row in which a figure counts; None where none does."""
        return self.rows.get((report_id, stretch(figure)))


def stretch(figure: Figure) -> _Stretch:
    """What tells one figure of a report from another."""
    return figure.span.start, figure.span.end, f"{figure.predicate} {figure.counted}"


def anchors(stories: Iterable[Story], measures: Iterable[Measure], shown: Mapping[str, ReadReport]) -> Anchors:
    """Ids for the stories and measures on the page and for the reports `shown` in full."""
    listed = tuple(measures)
    made = Anchors(
        {story.id: f"s{n}" for n, story in enumerate(stories, 1)},
        {measure.id: f"m{n}" for n, measure in enumerate(listed, 1)},
        {report_id: f"r{n}" for n, report_id in enumerate(shown, 1)},
        {},
        {},
    )
    for report_id, read in shown.items():
        for n, figure in enumerate(read.claims.figures, 1):
            made.words.setdefault((report_id, stretch(figure)), f"{made.reports[report_id]}-f{n}")
    for measure in listed:
        _add_rows(made, measure)
    return made


def position_id(measure_anchor: str, index: int) -> str:
    """The id of a measure's position by its index."""
    return f"{measure_anchor}-p{index + 1}"


def _add_rows(made: Anchors, measure: Measure) -> None:
    anchor = made.measures[measure.id]
    for n, position in enumerate(measure.positions):
        for index in position.figures:
            reported = measure.figures[index]
            made.rows.setdefault((reported.report_id, stretch(reported.figure)), position_id(anchor, n))
    for reported in measure.figures:
        made.rows.setdefault((reported.report_id, stretch(reported.figure)), anchor)
