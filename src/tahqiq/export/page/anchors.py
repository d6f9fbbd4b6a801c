"""Element ids: made from places in the page, never from what a report says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure, ReportedFigure, Story
from tahqiq.model.report import ReadReport

_Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows in full: stories, measures, and reports by id, each in the order of the page."""

    stories: Sequence[Story]
    measures: Sequence[Measure]
    reports: Mapping[str, ReadReport]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where everything on the page is found: stories, measures, reports, figures' words, and figures' rows."""

    stories: dict[str, str]
    measures: dict[str, str]
    reports: dict[str, str]
    words: dict[tuple[str, _Stretch], str]
    rows: dict[tuple[str, _Stretch], str]
    most_positions: int

    def of_position(self, measure: Measure, index: int) -> str | None:
        """The id of a measure's position by its index; None where it has no row on the page."""
        anchor = self.measures.get(measure.id)
        return None if anchor is None or index >= self.most_positions else f"{anchor}-p{index + 1}"

    def of_words(self, reported: ReportedFigure) -> str | None:
        """The id of a figure's words; None where its report is not on the page."""
        return self.words.get((reported.report_id, stretch(reported.figure)))

    def of_row(self, report_id: str, figure: Figure) -> str | None:
        """The id of the table row in which a figure counts; None where none does."""
        return self.rows.get((report_id, stretch(figure)))


def stretch(figure: Figure) -> _Stretch:
    """What tells one figure of a report from another."""
    return figure.span.start, figure.span.end, f"{figure.predicate} {figure.counted}"


def anchors(shown: Shown, most_positions: int) -> Anchors:
    """Ids for what is shown; of each measure the first `most_positions` have rows, the others lead to the measure."""
    made = Anchors(
        {story.id: f"s{n}" for n, story in enumerate(shown.stories, 1)},
        {measure.id: f"m{n}" for n, measure in enumerate(shown.measures, 1)},
        {report_id: f"r{n}" for n, report_id in enumerate(shown.reports, 1)},
        {},
        {},
        most_positions,
    )
    for report_id, read in shown.reports.items():
        for n, figure in enumerate(read.claims.figures, 1):
            made.words.setdefault((report_id, stretch(figure)), f"{made.reports[report_id]}-f{n}")
    for measure in shown.measures:
        _add_rows(made, measure)
    return made


def _add_rows(made: Anchors, measure: Measure) -> None:
    for n, position in enumerate(measure.positions):
        for index in position.figures:
            _add_row(made, measure.figures[index], made.of_position(measure, n))
    for reported in measure.figures:
        _add_row(made, reported, made.measures[measure.id])


def _add_row(made: Anchors, reported: ReportedFigure, row: str | None) -> None:
    if row is not None:
        made.rows.setdefault((reported.report_id, stretch(reported.figure)), row)
