"""Which positions each outlet of a story carries, and which it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tahqiq.model.framing import Carriage, CarriedPosition
from tahqiq.model.measure import Measure, ReportedFigure
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.framing.publishers import ranked
from tahqiq.reconcile.moments import hours


def carried_positions(
    reads: Sequence[ReadReport], measures: Sequence[Measure], published: Mapping[str, str]
) -> tuple[CarriedPosition, ...]:
    """Every position of the measures on which two or more are held; none where a story has one outlet.

    `published` holds the outlet of each report by the report's id.
    """
    outlets = ranked(published)
    if len(outlets) < 2:
        return ()
    last = _last_published(reads, published)
    found = []
    for measure in measures:
        for index, position in enumerate(measure.positions if len(measure.positions) > 1 else ()):
            figures = [(number, measure.figures[number]) for number in reversed(position.figures)]
            first = {published[f.report_id]: number for number, f in figures if f.report_id in published}
            since = _first_published([figure for _, figure in figures])
            stands = {outlet: _carriage(outlet in first, since, last[outlet]) for outlet in outlets}
            found.append(CarriedPosition(measure, index, stands, first))
    return tuple(found)


def _carriage(is_carried: bool, since: float | None, until: float | None) -> Carriage:
    if is_carried:
        return Carriage.CARRIED
    return Carriage.EARLIER if since is not None and until is not None and until < since else Carriage.ABSENT


def _first_published(figures: Sequence[ReportedFigure]) -> float | None:
    """The hour at which a position first stood in print; None where one of its reports has no date."""
    told = [hours(figure.published) for figure in figures if figure.published is not None]
    return min(told) if len(told) == len(figures) else None


def _last_published(reads: Sequence[ReadReport], published: Mapping[str, str]) -> dict[str, float | None]:
    """The hour of each outlet's newest report; None where one of its reports has no date."""
    found: dict[str, list[float | None]] = defaultdict(list)
    for read in reads:
        day = read.report.metadata.published
        found[published[read.report.id]].append(None if day is None else hours(day))
    return {
        outlet: None if None in times else max(time for time in times if time is not None)
        for outlet, times in found.items()
    }
