"""What a ledger tells of its stories, measures, reports and sources without reading them through.

All of it is of the reconciliation saved last; where none is saved there is nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from tahqiq.errors import UnknownName
from tahqiq.export.measures import estimates_from
from tahqiq.export.rows import SourceRow
from tahqiq.ledger import alerting, derived, recall
from tahqiq.ledger.derived_tables import framings, measures, origins, reports, rows, said, sources, stories
from tahqiq.ledger.framings import framing_from, parse_framing, reports_named
from tahqiq.ledger.names import name_key
from tahqiq.ledger.recall import claim_from, readings_at
from tahqiq.ledger.store import Ledger
from tahqiq.ledger.tables import alerts, claims
from tahqiq.model.alert import RaisedAlert
from tahqiq.model.claim import Figure, Statement
from tahqiq.model.framing import Framing
from tahqiq.model.outline import (
    CountingRow,
    MeasureOutline,
    NumberedMeasure,
    OriginTally,
    ReportOutline,
    Said,
    StoryOutline,
)
from tahqiq.model.report import Report

_SOURCE_COLUMNS = tuple(column for column in sources.c if column.name not in ("position", "key"))
_ORDERS = {
    "contradictions": (stories.c.contradictions.desc(), stories.c.reports.desc(), stories.c.last.desc()),
    "day": (stories.c.last.desc(), stories.c.reports.desc()),
}
ORDERS = tuple(_ORDERS)
"""By which stories can be listed: what is contradicted most first, or what is newest."""


@contextmanager
def _reading(ledger: Ledger) -> Iterator[Connection | None]:
    """A connection, where a reconciliation is saved in today's format; else None."""
    with ledger.engine.connect() as connection:
        yield connection if derived.known(connection) is not None else None


def story_outlines(ledger: Ledger, order: str, most: int, after: int = 0) -> tuple[StoryOutline, ...]:
    """`most` stories from the number `after` on, in one of `ORDERS`."""
    query = select(stories).order_by(*_ORDERS[order], stories.c.position).limit(most).offset(after)
    return tuple(map(_story, rows_of(ledger, query)))


def story_outline(ledger: Ledger, id: str) -> StoryOutline:
    """The story of that id; UnknownName where there is none."""
    found = rows_of(ledger, select(stories).where(stories.c.id == id))
    if not found:
        raise UnknownName("story", id)
    return _story(found[0])


def activity(ledger: Ledger, stories_: Sequence[str]) -> dict[str, dict[dt.date, int]]:
    """How many figures the reports of each of these stories carry, by the day of publication."""
    day = func.substr(reports.c.published, 1, 10)
    query = select(reports.c.story, day.label("day"), func.sum(reports.c.figures).label("figures"))
    wanted = query.where(reports.c.story.in_(stories_), reports.c.published != "").group_by(reports.c.story, day)
    found: dict[str, dict[dt.date, int]] = {}
    for row in rows_of(ledger, wanted):
        found.setdefault(row.story, {})[dt.date.fromisoformat(row.day)] = int(row.figures)
    return found


def count_stories(ledger: Ledger) -> int:
    """How many stories there are."""
    return _count(ledger, select(func.count()).select_from(stories))


def measure_outlines(ledger: Ledger, story: str) -> tuple[MeasureOutline, ...]:
    """What is counted in a story."""
    query = select(measures.c.id, measures.c.story, measures.c.outline).where(measures.c.story == story)
    return tuple(map(_measure, rows_of(ledger, query.order_by(measures.c.position))))


def measure_outline(ledger: Ledger, id: str | None) -> MeasureOutline | None:
    """The measure of that id in outline; None where there is none."""
    query = select(measures.c.id, measures.c.story, measures.c.outline).where(measures.c.id == id)
    found = rows_of(ledger, query) if id is not None else ()
    return _measure(found[0]) if found else None


def measures_of(ledger: Ledger, ids: Sequence[str], story: str | None = None) -> list[NumberedMeasure]:
    """The measures of these ids, of one story or of any, in the order of the ids; those that are there."""
    with _reading(ledger) as connection:
        return [] if connection is None else derived.numbered_measures(connection, ids, story)


def disputed(ledger: Ledger, most: int) -> list[NumberedMeasure]:
    """The measures that were contradicted last, the newest first."""
    query = select(measures.c.id).where(measures.c.disputed != "")
    newest = query.order_by(measures.c.disputed.desc(), measures.c.id.desc()).limit(most)
    return measures_of(ledger, [row.id for row in rows_of(ledger, newest)])


def report_outlines(ledger: Ledger, story: str) -> tuple[ReportOutline, ...]:
    """The reports of a story, the newest first."""
    query = select(reports).where(reports.c.story == story).order_by(reports.c.published.desc(), reports.c.id)
    return tuple(ReportOutline(**row._mapping) for row in rows_of(ledger, query))


def story_of(ledger: Ledger, report: str) -> str | None:
    """The id of a report's story; None where it is in none."""
    found = rows_of(ledger, select(reports.c.story).where(reports.c.id == report))
    return found[0].story if found else None


def counting_rows(ledger: Ledger, report: str) -> tuple[CountingRow, ...]:
    """Where the figures of a report count."""
    query = select(rows).where(rows.c.report == report)
    return tuple(
        CountingRow(r.start, r.end, r.predicate, r.counted, r.story, r.measure, r.position)
        for r in rows_of(ledger, query)
    )


def framing(ledger: Ledger, story: str, told: Sequence[NumberedMeasure]) -> Framing | None:
    """How each outlet tells a story; of positions, those on the measures given. None where there is no such story."""
    found = rows_of(ledger, select(framings.c.body).where(framings.c.story == story))
    if not found:
        return None
    record = parse_framing(found[0].body)
    pages = recall.pages_of(ledger.engine, sorted(reports_named(record)))
    texts = {reading.report.id: reading.report.text for page in pages for reading in page}
    return framing_from(story, record, {one.measure.id: one.measure for one in told}, texts)


def source_lines(ledger: Ledger, most: int, after: int = 0, name: str | None = None) -> tuple[SourceRow, ...]:
    """`most` sources from the number `after` on, the most quoted first; those of a `name`, or of a part, if given."""
    query = _of_name(select(*_SOURCE_COLUMNS), name).order_by(sources.c.position).limit(most).offset(after)
    return tuple(SourceRow(**row._mapping) for row in rows_of(ledger, query))


def count_sources(ledger: Ledger, name: str | None = None) -> int:
    """How many sources there are of a `name` (None: of any)."""
    return _count(ledger, _of_name(select(func.count()).select_from(sources), name))


def said_by(ledger: Ledger, source: str) -> tuple[Said, ...]:
    """Every claim on a source's word, the newest first."""
    columns = (column for column in said.c if column.name != "source")
    query = select(*columns).where(said.c.source == source)
    ordered = query.order_by(said.c.published.desc(), said.c.report, said.c.position)
    return tuple(Said(**{**row._mapping, "via": tuple(json.loads(row.via))}) for row in rows_of(ledger, ordered))


def claims_at(ledger: Ledger, listed: Sequence[Said]) -> Iterator[tuple[Said, Report, Figure | Statement]]:
    """The claims that are listed, each with its report, in the order of the list."""
    with ledger.engine.connect() as connection:
        held = readings_at(connection, (one.reading for one in listed))
        query = select(claims).where(claims.c.reading.in_(sorted(held)), claims.c.kind != "date")
        bodies = {(row.reading, row.position): row.body for row in connection.execute(query)}
    for one in listed:
        report = held[one.reading]
        claim = claim_from(one.kind, bodies[one.reading, one.position], report)
        if isinstance(claim, Figure | Statement):
            yield one, report, claim


def origin_tally(ledger: Ledger, name: str) -> OriginTally:
    """How many positions an origin of that name holds in all stories."""
    summed = (func.coalesce(func.sum(c), 0) for c in (origins.c.positions, origins.c.contradicted, origins.c.updated))
    found = rows_of(ledger, select(*summed).where(origins.c.name == name))
    return OriginTally(*map(int, found[0])) if found else OriginTally()


def newest_alerts(ledger: Ledger, most: int, after: int = 0) -> tuple[RaisedAlert, ...]:
    """`most` of the alerts that were raised, from the number `after` on, the last raised first."""
    with ledger.engine.connect() as connection:
        return alerting.newest_alerts(connection, most, after)


def count_alerts(ledger: Ledger) -> int:
    """How many alerts were raised."""
    with ledger.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(alerts)) or 0


def _of_name(query: Select[Any], name: str | None) -> Select[Any]:
    return query if name is None else query.where(sources.c.key.contains(name_key(name), autoescape=True))


def rows_of(ledger: Ledger, query: Select[Any]) -> Sequence[Row[Any]]:
    """What a query of the derived tables finds; nothing where no reconciliation is saved."""
    with _reading(ledger) as connection:
        return () if connection is None else connection.execute(query).all()


def _count(ledger: Ledger, query: Select[Any]) -> int:
    found = rows_of(ledger, query)
    return int(found[0][0]) if found else 0


def _story(row: Row[Any]) -> StoryOutline:
    story = derived.story_from(row.id, row.body)
    return StoryOutline(story, row.measures, row.contradictions, row.first, row.last)


def _measure(row: Row[Any]) -> MeasureOutline:
    told = json.loads(row.outline)
    return MeasureOutline(row.id, row.story, estimates=estimates_from(told.pop("estimates")), **told)
