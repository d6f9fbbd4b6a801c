"""The derived tables: what was reconciled last, dropped and made anew at each save; no migration touches them.

A measure's row holds its interchange record and, beside it, where each of its figures lies among the claims, so that
the figures come back whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast

from sqlalchemy import Connection, insert, inspect, select

from tahqiq.errors import LedgerError
from tahqiq.export.measures import measure_from, measure_record
from tahqiq.export.shapes import MeasureRecord
from tahqiq.ledger import outlining
from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.derived_tables import derived, measures, reconciled, stories
from tahqiq.ledger.recall import claim_from, readings_at
from tahqiq.ledger.tables import claims, newest_key, readings
from tahqiq.model.claim import Figure
from tahqiq.model.measure import Measure, Reconciliation, ReportedFigure, Story
from tahqiq.model.outline import NumberedMeasure
from tahqiq.model.report import ReadReport, Report

FORMAT = 2
_PAGE = 500

Place = tuple[int, int]


def drop(connection: Connection) -> None:
    """Forget what was reconciled; claims stay."""
    derived.drop_all(connection)


def save(connection: Connection, reconciliation: Reconciliation, reads: Iterable[ReadReport]) -> None:
    """Put a reconciliation of these reports in the place of the last.

    LedgerError where a figure of it is no claim of the ledger.
    """
    drop(connection)
    derived.create_all(connection)
    connection.execute(insert(reconciled), {"format": FORMAT, "through": newest_key(connection, readings)})
    known = {read.report.id: read for read in reads}
    told = list(outlining.told_of(reconciliation.stories, reconciliation.measures, known))
    rows = [
        {"position": i, "id": t.story.id, **outlining.story_columns(t), "body": _story_body(t.story)}
        for i, t in enumerate(told)
    ]
    if rows:
        connection.execute(insert(stories), rows)
    outlining.write_stories(connection, told)
    outlining.write_reports(connection, list(known.values()), reconciliation.stories)
    measured = iter(enumerate(reconciliation.measures))
    while page := list(islice(measured, _PAGE)):
        connection.execute(insert(measures), _measure_rows(connection, page))


def through(connection: Connection) -> int | None:
    """The newest reading that the saved reconciliation could know; None where none is saved in today's format."""
    if not inspect(connection).has_table(reconciled.name):
        return None
    row = connection.execute(select(reconciled)).first()
    return None if row is None or row.format != FORMAT else row.through


def saved_stories(connection: Connection) -> tuple[Story, ...]:
    """The saved stories in the order they were saved."""
    rows = connection.execute(select(stories).order_by(stories.c.position))
    return tuple(story_from(row.id, row.body) for row in rows)


def saved_measures(connection: Connection, story: str | None = None) -> Iterator[Measure]:
    """The saved measures, of one story or of all, in the order they were saved."""
    query = select(measures).order_by(measures.c.position)
    if story is not None:
        query = query.where(measures.c.story == story)
    rows = iter(connection.execute(query).all())
    while page := list(islice(rows, _PAGE)):
        yield from (numbered.measure for numbered in _measures(connection, [(row.body, row.figures) for row in page]))


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


def _measure_rows(connection: Connection, page: Sequence[tuple[int, Measure]]) -> list[dict[str, object]]:
    ids = {id(f): claim_id(f.report_id, f.figure) for _, m in page for f in m.figures}
    places = _places(connection, sorted(set(ids.values())))
    return [
        {
            "position": position,
            "id": measure.id,
            "story": measure.story,
            **outlining.measure_columns(measure),
            "body": json.dumps(measure_record(measure), ensure_ascii=False),
            "figures": json.dumps([_place_of(f, places.get(ids[id(f)])) for f in measure.figures]),
        }
        for position, measure in page
    ]


def _place_of(reported: ReportedFigure, place: Place | None) -> Place:
    if place is None:
        raise LedgerError(f"a figure of report {reported.report_id!r} was reconciled but is not in the ledger")
    return place


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
    lists: list[list[Place]] = [[(r, p) for r, p in json.loads(figures)] for _, figures in page]
    held = _figures(connection, {place for places in lists for place in places})
    for (body, _), places in zip(page, lists, strict=True):
        measure = measure_from(cast(MeasureRecord, json.loads(body)), [held[place] for place in places])
        yield NumberedMeasure(measure, tuple(position + 1 for _, position in places))


def _figures(connection: Connection, places: set[Place]) -> dict[Place, ReportedFigure]:
    keys = sorted({reading for reading, _ in places})
    found: dict[Place, ReportedFigure] = {}
    for start in range(0, len(keys), _PAGE):
        page = keys[start : start + _PAGE]
        reports = readings_at(connection, page)
        for row in connection.execute(select(claims).where(claims.c.reading.in_(page), claims.c.kind == "figure")):
            if (row.reading, row.position) in places:
                found[row.reading, row.position] = _reported(reports[row.reading], row.body)
    return found


def _reported(report: Report, body: str) -> ReportedFigure:
    figure = cast(Figure, claim_from("figure", body, report))
    return ReportedFigure(report.id, report.metadata.outlet, report.metadata.published, figure)
