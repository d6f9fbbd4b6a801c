"""Element ids and addresses: ids are made from places in the page, never from what a report says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure, ReportedFigure, Story
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Source

_Stretch = tuple[int, int, str]


class Pages(Protocol):
    """Addresses of pages that show one thing each: a report, a measure, a source. None: there is no such page.

    Being alone on its page, a measure is the element m1 there, a report r1.
    """

    def report(self, id: str) -> str | None:
        """Where the report of that id is shown, alone."""

    def measure(self, measure: Measure) -> str | None:
        """Where that measure is shown, alone."""

    def source(self, source: Source) -> str | None:
        """Where all is shown that a source says."""

    def chart(self, measure: Measure, form: str, policy: str) -> str | None:
        """Where the chart of a measure is a file ("svg"; "csv" for what it shows), its estimate under that policy."""


class _NoPages:
    """Everything is on the one page."""

    def report(self, id: str) -> None:
        return None

    def measure(self, measure: Measure) -> None:
        return None

    def source(self, source: Source) -> None:
        return None

    def chart(self, measure: Measure, form: str, policy: str) -> None:
        return None


NO_PAGES = _NoPages()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows in full: stories, measures, and reports by id, each in the order of the page.

    `known` are reports, and `others` measures, that it names and that `pages` of their own may show.
    """

    stories: Sequence[Story]
    measures: Sequence[Measure]
    reports: Mapping[str, ReadReport]
    known: Mapping[str, ReadReport] = field(default_factory=dict)
    others: Sequence[Measure] = ()


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where everything is found.

    `stories`, `measures` and `reports` are ids of elements of the page, by the thing's id. `to_measures` and
    `to_reports` are addresses (of an element here, "#m1", or on a page of its own), as are those of figures' `words`
    and of the `rows` in which they count.
    """

    stories: dict[str, str]
    measures: dict[str, str]
    reports: dict[str, str]
    to_measures: dict[str, str]
    to_reports: dict[str, str]
    words: dict[tuple[str, _Stretch], str]
    rows: dict[tuple[str, _Stretch], str]
    most_positions: int
    pages: Pages

    def of_position(self, measure: Measure, index: int) -> str | None:
        """The id of a measure's position by its index; None where it has no row on the page."""
        return self._position(self.measures.get(measure.id), index)

    def to_position(self, measure: Measure, index: int) -> str | None:
        """The address of a measure's position by its index; None where it has no row."""
        return self._position(self.to_measures.get(measure.id), index)

    def of_words(self, reported: ReportedFigure) -> str | None:
        """The address of a figure's words; None where its report is nowhere shown."""
        return self.words.get((reported.report_id, stretch(reported.figure)))

    def of_row(self, report_id: str, figure: Figure) -> str | None:
        """The address of the table row in which a figure counts; None where none does."""
        return self.rows.get((report_id, stretch(figure)))

    def _position(self, measure: str | None, index: int) -> str | None:
        return None if measure is None or index >= self.most_positions else f"{measure}-p{index + 1}"


def stretch(figure: Figure) -> _Stretch:
    """What tells one figure of a report from another."""
    return figure.span.start, figure.span.end, f"{figure.predicate} {figure.counted}"


def anchors(shown: Shown, most_positions: int, pages: Pages = NO_PAGES) -> Anchors:
    """Ids for what is shown, and addresses for that and for what `pages` of their own show.

    Of each measure the first `most_positions` have rows, the others lead to the measure.
    """
    measures = {measure.id: f"m{n}" for n, measure in enumerate(shown.measures, 1)}
    reports = {report_id: f"r{n}" for n, report_id in enumerate(shown.reports, 1)}
    made = Anchors(
        {story.id: f"s{n}" for n, story in enumerate(shown.stories, 1)},
        measures,
        reports,
        {m.id: f"{page}#m1" for m in shown.others if (page := pages.measure(m))} | _here(measures),
        {id: f"{page}#r1" for id in shown.known if (page := pages.report(id))} | _here(reports),
        {},
        {},
        most_positions,
        pages,
    )
    for report_id, read in {**shown.known, **shown.reports}.items():
        _add_words(made, report_id, read.claims.figures)
    for measure in (*shown.measures, *shown.others):
        _add_rows(made, measure)
    return made


def _here(ids: Mapping[str, str]) -> dict[str, str]:
    return {of: f"#{id}" for of, id in ids.items()}


def _add_words(made: Anchors, report_id: str, figures: Iterable[Figure]) -> None:
    report = made.to_reports.get(report_id)
    if report is not None:
        for n, figure in enumerate(figures, 1):
            made.words.setdefault((report_id, stretch(figure)), f"{report}-f{n}")


def _add_rows(made: Anchors, measure: Measure) -> None:
    for n, position in enumerate(measure.positions):
        for index in position.figures:
            _add_row(made, measure.figures[index], made.to_position(measure, n))
    for reported in measure.figures:
        _add_row(made, reported, made.to_measures.get(measure.id))


def _add_row(made: Anchors, reported: ReportedFigure, row: str | None) -> None:
    if row is not None:
        made.rows.setdefault((reported.report_id, stretch(reported.figure)), row)
