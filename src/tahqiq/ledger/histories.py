"""The versions that a report went through, each as it was read last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select

from tahqiq.ledger import recall
from tahqiq.ledger.tables import audit, readings
from tahqiq.model.version import ReadVersion


def read_versions(engine: Engine, edited: bool) -> Iterator[tuple[ReadVersion, ...]]:
    """Each report's versions in the order in which they came; only reports of two or more where `edited`.

    Reports come in the order of their newest reading, a page at a time.
    """
    for ids in _pages_of_ids(engine, edited):
        with engine.connect() as connection:
            found = _histories(connection, ids)
        yield from (found[id] for id in ids if len(found[id]) > edited)


def versions_of(engine: Engine, report: str) -> tuple[ReadVersion, ...]:
    """The versions of one report in the order in which they came; none for an unknown report."""
    with engine.connect() as connection:
        return _histories(connection, [report]).get(report, ())


def _pages_of_ids(engine: Engine, edited: bool) -> Iterator[list[str]]:
    last = func.max(readings.c.key).label("last")
    query = select(readings.c.report, last).group_by(readings.c.report)
    if edited:
        query = query.having(func.count(readings.c.raw_digest.distinct()) > 1)
    grouped = query.subquery()
    after = 0
    while True:
        page = select(grouped).where(grouped.c.last > after).order_by(grouped.c.last).limit(recall.PAGE)
        with engine.connect() as connection:
            rows = connection.execute(page).all()
        if not rows:
            return
        yield [row.report for row in rows]
        after = rows[-1].last


def _histories(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[ReadVersion, ...]]:
    query = select(readings, audit.c.at).join(audit, audit.c.key == readings.c.batch)
    rows = connection.execute(query.where(readings.c.report.in_(ids)).order_by(readings.c.report, readings.c.key))
    runs = {id: _versions(own) for id, own in groupby(rows, key=lambda row: row.report)}
    read = recall.read_reports_at(connection, [last.key for own in runs.values() for _, last in own])
    return {
        id: tuple(ReadVersion(read[last.key], first.at, last.code_version) for first, last in own)
        for id, own in runs.items()
    }


def _versions(rows: Iterator[Row[Any]]) -> list[tuple[Row[Any], Row[Any]]]:
    """The first and the last reading of each version: same bytes, one after another."""
    found = []
    for _, run in groupby(rows, key=lambda row: row.raw_digest):
        own = list(run)
        found.append((own[0], own[-1]))
    return found
