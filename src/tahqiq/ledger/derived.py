"""The derived tables written and read: what was reconciled last, put in their place at each save.

A measure's row holds its interchange record and, beside it, where each of its figures lies among the claims and how it
was corrected, so that the figures come back whole. The measures of one story can be made again without the others
(`redrawing`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from sqlalchemy import ColumnElement, Connection, Table, and_, insert, inspect, or_, select

from tahqiq.errors import LedgerError, UnknownName
from tahqiq.export.measures import measure_from, measure_record
from tahqiq.export.rebuild import figure_from
from tahqiq.export.records import figure_record
from tahqiq.export.shapes import FigureRecord, MeasureRecord
from tahqiq.ledger import outlining
from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.derived_tables import copies, derived, followed, measures, reconciled, reports, stories
from tahqiq.ledger.outlining import Row, Told
from tahqiq.ledger.recall import claim_from, readings_at
from tahqiq.ledger.tables import claims, judgements, newest_key, readings
from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure, Reconciliation, ReportedFigure, Story
from tahqiq.model.outline import NumberedMeasure
from tahqiq.model.report import ReadReport, Report

FORMAT = 5
_PAGE = 500
_AT_ONCE = 100

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a ledger goes, or how far a reconciliation knows it: its newest reading and its newest judgement."""

    readings: int
    judgements: int


def extent(connection: Connection) -> Extent:
    """How far the ledger goes."""
    return Extent(newest_key(connection, readings), newest_key(connection, judgements))


def known(connection: Connection) -> Extent | None:
    """How far the saved reconciliation knows the ledger; None where none is saved in today's format."""
    if not inspect(connection).has_table(reconciled.name):
        return None
    row = connection.execute(select(reconciled.c.format)).first()
    if row is None or row.format != FORMAT:
        return None
    return Extent(*connection.execute(select(reconciled.c.through, reconciled.c.judged)).one())


def drop(connection: Connection) -> None:
    """Forget what was reconciled; claims and judgements stay."""
    derived.drop_all(connection)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reconciliation of some reports with the rows that take long to make, so that nobody waits for the writer."""

    reconciliation: Reconciliation
    reads: tuple[ReadReport, ...]
    rows: Mapping[Table, Sequence[Row]]


def prepare(reconciliation: Reconciliation, reads: Iterable[ReadReport]) -> Prepared:
    """Make ready what `save` writes; done before the writer's place is taken."""
    known = {read.report.id: read for read in reads}
    told = list(outlining.told_of(reconciliation.stories, reconciliation.measures, known))
    return Prepared(reconciliation, tuple(known.values()), story_rows(told, places_of(reconciliation.stories)))


def save(connection: Connection, prepared: Prepared, through: Extent) -> None:
    """Put a reconciliation, which knows the ledger as far as `through`, in the place of the last.

    LedgerError where a figure of it is no claim of the ledger.
    """
    reconciliation = prepared.reconciliation
    drop(connection)
    derived.create_all(connection)
    state = {"format": FORMAT, "through": through.readings, "judged": through.judgements}
    connection.execute(insert(reconciled), state)
    outlining.write_rows(connection, prepared.rows)
    write_followed(connection, reconciliation.followed)
    copied = [{"report": report, "first": first} for report, first in reconciliation.copies.items()]
    if copied:
        connection.execute(insert(copies), copied)
    outlining.write_reports(connection, prepared.reads, reconciliation.stories)
    write_measures(connection, reconciliation.measures, places_of(reconciliation.stories))


def places_of(told: Sequence[Story]) -> dict[str, int]:
    """Where each story stands, by id."""
    return {story.id: position for position, story in enumerate(told)}


def story_rows(told: Sequence[Told], places: Mapping[str, int]) -> dict[Table, list[Row]]:
    """The rows of stories at their places, with all that is told of them but their measures."""
    rows: list[Row] = [
        {
            "position": places[one.story.id],
            "id": one.story.id,
            **outlining.story_columns(one),
            "body": _story_body(one.story),
        }
        for one in told
    ]
    return {stories: rows, **outlining.kept_rows(told)}


def write_followed(connection: Connection, told: Sequence[Story]) -> None:
    """Put stories, as they were before people merged or split some, into the empty table of them."""
    rows = [{"position": i, "id": story.id, "body": _story_body(story)} for i, story in enumerate(told)]
    if rows:
        connection.execute(insert(followed), rows)


def write_measures(connection: Connection, measured: Iterable[Measure], places: Mapping[str, int]) -> None:
    """Add measures, in their order, at the places of their stories."""
    numbered = _numbered(measured)
    while page := list(islice(numbered, _PAGE)):
        connection.execute(insert(measures), _measure_rows(connection, page, places))


def saved_stories(connection: Connection, table: Table = stories) -> tuple[Story, ...]:
    """The saved stories in the order they were saved."""
    rows = connection.execute(select(table.c.id, table.c.body).order_by(table.c.position))
    return tuple(story_from(row.id, row.body) for row in rows)


def stories_of(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """The ids of the saved stories that these reports are told in; none where nothing is saved."""
    if known(connection) is None:
        return frozenset()
    wanted, found = sorted(ids), set[str]()
    for start in range(0, len(wanted), _PAGE):
        query = select(reports.c.story).where(reports.c.id.in_(wanted[start : start + _PAGE]))
        found.update(filter(None, connection.scalars(query)))
    return frozenset(found)


def saved_copies(connection: Connection) -> dict[str, str]:
    """From each near-copy's report id to that of the first report of its kind."""
    return {row.report: row.first for row in connection.execute(select(copies))}


def saved_measures(connection: Connection, story: str | None = None, since: str | None = None) -> Iterator[Measure]:
    """The saved measures, of one story or of all, in the order they were saved, from that of the id `since` on.

    UnknownName where there is no measure of that id.
    """
    query = select(measures.c.body, measures.c.figures).order_by(measures.c.story_position, measures.c.position)
    if story is not None:
        query = query.where(measures.c.story == story)
    if since is not None:
        query = query.where(_stands_behind(connection, since))
    rows = iter(connection.execute(query.execution_options(yield_per=_AT_ONCE)))
    while page := list(islice(rows, _AT_ONCE)):
        yield from (numbered.measure for numbered in _measures(connection, [(row.body, row.figures) for row in page]))


def _stands_behind(connection: Connection, id: str) -> ColumnElement[bool]:
    """Whether a measure is that of an id, or is saved after it."""
    row = connection.execute(select(measures.c.story_position, measures.c.position).where(measures.c.id == id)).first()
    if row is None:
        raise UnknownName("measure", id)
    same = and_(measures.c.story_position == row.story_position, measures.c.position >= row.position)
    return or_(measures.c.story_position > row.story_position, same)


def numbered_measures(connection: Connection, ids: Sequence[str], story: str | None = None) -> list[NumberedMeasure]:
    """The saved measures of these ids, of one story or of any, in the order of the ids; those that are there."""
    found: dict[str, NumberedMeasure] = {}
    for start in range(0, len(ids), _PAGE):
        query = select(measures).where(measures.c.id.in_(ids[start : start + _PAGE]))
        if story is not None:
            query = query.where(measures.c.story == story)
        rows = [(row.body, row.figures) for row in connection.execute(query)]
        found |= {numbered.measure.id: numbered for numbered in _measures(connection, rows)}
    return [found[id] for id in ids if id in found]


def _story_body(story: Story) -> str:
    return json.dumps([story.title, story.reports, story.reason], ensure_ascii=False)


def story_from(id: str, body: str) -> Story:
    """The story of a saved row."""
    title, reports, reason = json.loads(body)
    return Story(id, title, tuple(reports), reason)


def _numbered(measured: Iterable[Measure]) -> Iterator[tuple[int, Measure]]:
    """Each measure with its place in its story."""
    before: Counter[str] = Counter()
    for measure in measured:
        yield before[measure.story], measure
        before[measure.story] += 1


def _measure_rows(
    connection: Connection, page: Sequence[tuple[int, Measure]], places: Mapping[str, int]
) -> list[dict[str, object]]:
    ids = {id(f): claim_id(f.report_id, f.claim) for _, m in page for f in m.figures}
    lying = _places(connection, sorted(set(ids.values())))
    return [
        {
            "story_position": places.get(measure.story, len(places)),
            "position": position,
            "id": measure.id,
            "story": measure.story,
            **outlining.measure_columns(measure),
            "body": json.dumps(measure_record(measure), ensure_ascii=False),
            "figures": json.dumps([_lying(f, lying.get(ids[id(f)])) for f in measure.figures], ensure_ascii=False),
        }
        for position, measure in page
    ]


def _lying(reported: ReportedFigure, place: Place | None) -> list[object]:
    """Where a figure lies, and behind it the record of its correction where it has one."""
    if place is None:
        raise LedgerError(f"a figure of report {reported.report_id!r} was reconciled but is not in the ledger")
    return [*place, None if reported.as_read is None else figure_record(reported.figure)]


def _places(connection: Connection, ids: Sequence[str]) -> dict[str, Place]:
    """Where each claim lies, in the newest reading that has it."""
    found: dict[str, Place] = {}
    for start in range(0, len(ids), _PAGE):
        query = select(claims.c.id, claims.c.reading, claims.c.position).where(
            claims.c.id.in_(ids[start : start + _PAGE])
        )
        for row in connection.execute(query.order_by(claims.c.reading)):
            found[row.id] = (row.reading, row.position)
    return found


def _measures(connection: Connection, page: Sequence[tuple[str, str]]) -> Iterator[NumberedMeasure]:
    lists: list[list[tuple[int, int, FigureRecord | None]]] = [json.loads(figures) for _, figures in page]
    reports, held = _figures(connection, {(reading, at) for lying in lists for reading, at, _ in lying})
    for (body, _), lying in zip(page, lists, strict=True):
        figures = [_reported(reports[reading], held[reading, at], corrected) for reading, at, corrected in lying]
        measure = measure_from(cast(MeasureRecord, json.loads(body)), figures)
        yield NumberedMeasure(measure, tuple(at + 1 for _, at, _ in lying))


def _figures(connection: Connection, places: set[Place]) -> tuple[dict[int, Report], dict[Place, Figure]]:
    keys = sorted({reading for reading, _ in places})
    reports: dict[int, Report] = {}
    found: dict[Place, Figure] = {}
    for start in range(0, len(keys), _PAGE):
        page = keys[start : start + _PAGE]
        reports |= readings_at(connection, page)
        for row in connection.execute(select(claims).where(claims.c.reading.in_(page), claims.c.kind == "figure")):
            if (row.reading, row.position) in places:
                figure = claim_from("figure", row.body, reports[row.reading])
                found[row.reading, row.position] = cast(Figure, figure)
    return reports, found


def _reported(report: Report, as_read: Figure, corrected: FigureRecord | None) -> ReportedFigure:
    known = report.metadata
    if corrected is None:
        return ReportedFigure(report.id, known.outlet, known.published, as_read)
    return ReportedFigure(report.id, known.outlet, known.published, figure_from(corrected, report.text), as_read)
