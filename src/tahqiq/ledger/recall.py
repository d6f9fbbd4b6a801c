"""Stored rows back to values of the model, in pages, so that memory stays flat however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Generic, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, exists, func, select

from tahqiq.errors import UnknownName
from tahqiq.export.rebuild import date_from, figure_from, statement_from
from tahqiq.export.shapes import DateRecord, FigureRecord, StatementRecord
from tahqiq.ledger.canonical import Claim
from tahqiq.ledger.frame import metadata_from, parse_frame, text_from
from tahqiq.ledger.raw import decompress
from tahqiq.ledger.tables import claims, readings
from tahqiq.model.claim import Claims, DateMention, Figure, Statement
from tahqiq.model.report import ReadReport, Report

PAGE = 200

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Held(Generic[C]):
    """A claim in the ledger: its id, the report that carries it, and the claim.

    `judged` is the verdict that stands on it, where it was asked for: "accept", "reject" or "correct" (None: none).
    `reading` is the key of the reading that it is of.
    """

    id: str
    report: Report
    claim: C
    judged: str | None = None
    reading: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are wanted; None wants all. `sources` are names as the ledger holds them, any of which will do.

    `predicate` is a statement's act where statements are asked for; `id` is a claim's id or the beginning of it.
    `since` is the key of the first reading that is wanted.
    """

    report: str | None = None
    predicate: str | None = None
    sources: tuple[str, ...] | None = None
    id: str | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class StoredReading:
    """One row of `readings` with its Text unpacked."""

    key: int
    report: Report


def is_current() -> ColumnElement[bool]:
    """Whether a row of `readings` is the newest of its report."""
    newer = readings.alias("newer")
    return ~exists().where(newer.c.report == readings.c.report, newer.c.key > readings.c.key)


def current_pages(engine: Engine, after: int = 0) -> Iterator[tuple[StoredReading, ...]]:
    """The newest reading of each report, oldest first, from the key that follows `after`, in pages."""
    while True:
        query = select(readings).where(readings.c.key > after, is_current()).order_by(readings.c.key).limit(PAGE)
        with engine.connect() as connection:
            page = tuple(map(stored, connection.execute(query)))
        if not page:
            return
        yield page
        after = page[-1].key


def pages_of(engine: Engine, ids: Iterable[str]) -> Iterator[tuple[StoredReading, ...]]:
    """The newest reading of each of these reports that is known, a page for every `PAGE` ids."""
    remaining = iter(ids)
    while wanted := list(islice(remaining, PAGE)):
        query = select(readings).where(readings.c.report.in_(wanted), is_current()).order_by(readings.c.key)
        with engine.connect() as connection:
            page = tuple(map(stored, connection.execute(query)))
        yield page


def readings_at(connection: Connection, keys: Iterable[int]) -> dict[int, Report]:
    """The readings with these keys."""
    query = select(readings).where(readings.c.key.in_(sorted(set(keys))))
    return {row.key: stored(row).report for row in connection.execute(query)}


def read_reports(connection: Connection, page: Sequence[StoredReading]) -> tuple[ReadReport, ...]:
    """The reports of a page with their claims."""
    keys = [reading.key for reading in page]
    query = select(claims).where(claims.c.reading.in_(keys)).order_by(claims.c.reading, claims.c.position)
    held = {key: list(rows) for key, rows in groupby(connection.execute(query), lambda row: row.reading)}
    return tuple(_read_report(reading.report, held.get(reading.key, ())) for reading in page)


def read_reports_at(connection: Connection, keys: Sequence[int]) -> dict[int, ReadReport]:
    """The readings with these keys, each a report with its claims."""
    found: dict[int, ReadReport] = {}
    for start in range(0, len(keys), PAGE):
        reports = readings_at(connection, keys[start : start + PAGE])
        page = [StoredReading(key, report) for key, report in sorted(reports.items())]
        found |= dict(zip(sorted(reports), read_reports(connection, page), strict=True))
    return found


def held_claims(engine: Engine, kind: str, wanted: Filter) -> Iterator[Held[Claim]]:
    """The claims of one kind that a filter wants, of the newest reading of each report, in order."""
    after = (wanted.since, -1)
    while True:
        with engine.connect() as connection:
            rows = connection.execute(_claims_after(after, kind, wanted)).all()
            reports = readings_at(connection, (row.reading for row in rows))
        if not rows:
            return
        for row in rows:
            report = reports[row.reading]
            yield Held(row.id, report, claim_from(row.kind, row.body, report), reading=row.reading)
        after = (rows[-1].reading, rows[-1].position)


def key_of(engine: Engine, report: str) -> int:
    """The key of a report's newest reading; UnknownName where there is no report of that id."""
    with engine.connect() as connection:
        key = connection.scalar(select(func.max(readings.c.key)).where(readings.c.report == report))
    if key is None:
        raise UnknownName("report", report)
    return int(key)


def claim_of_id(engine: Engine, id: str) -> Held[Claim]:
    """The claim of exactly that id; UnknownName where no current reading has one."""
    query = select(claims).join(readings, readings.c.key == claims.c.reading).where(claims.c.id == id, is_current())
    with engine.connect() as connection:
        row = connection.execute(query).first()
        if row is None:
            raise UnknownName("claim", id)
        report = readings_at(connection, [row.reading])[row.reading]
    return Held(row.id, report, claim_from(row.kind, row.body, report), reading=row.reading)


def source_names(connection: Connection) -> tuple[str, ...]:
    """The name of every source of a figure or statement in the newest readings, in order of the names."""
    query = select(claims.c.source).join(readings, readings.c.key == claims.c.reading).where(is_current())
    return tuple(connection.scalars(query.where(claims.c.source.is_not(None)).distinct().order_by(claims.c.source)))


def outlets(connection: Connection) -> frozenset[str]:
    """The name of every outlet that published a report."""
    frames = connection.scalars(select(readings.c.frame).where(is_current()).execution_options(yield_per=PAGE))
    return frozenset(outlet for frame in frames if (outlet := parse_frame(frame)["outlet"]) is not None)


def claim_from(kind: str, body: str, report: Report) -> Claim:
    """The claim of a stored body over its report's Text; InvalidValue or ValueError where it cannot be one."""
    parsed: object = json.loads(body)
    if kind == "figure":
        return figure_from(cast(FigureRecord, parsed), report.text)
    if kind == "statement":
        return statement_from(cast(StatementRecord, parsed), report.text)
    return date_from(cast(DateRecord, parsed), report.text)


def stored(row: Row[tuple[object, ...]]) -> StoredReading:
    """A row of `readings` as a report."""
    frame = parse_frame(row.frame)
    text = text_from(frame, decompress(row.text).decode())
    return StoredReading(row.key, Report(row.report, row.raw_digest, row.locator, text, metadata_from(frame)))


def _claims_after(after: tuple[int, int], kind: str, wanted: Filter) -> Select[tuple[object, ...]]:
    reading, position = after
    query = select(claims).join(readings, readings.c.key == claims.c.reading).where(is_current())
    query = query.where(
        claims.c.kind == kind,
        (claims.c.reading > reading) | ((claims.c.reading == reading) & (claims.c.position > position)),
    )
    for column, value in ((readings.c.report, wanted.report), (claims.c.predicate, wanted.predicate)):
        if value is not None:
            query = query.where(column == value)
    if wanted.sources is not None:
        query = query.where(claims.c.source.in_(wanted.sources))
    if wanted.id is not None:
        query = query.where(claims.c.id.startswith(wanted.id, autoescape=True))
    return query.order_by(claims.c.reading, claims.c.position).limit(PAGE * 10)


def _read_report(report: Report, rows: Iterable[Row[tuple[object, ...]]]) -> ReadReport:
    found = [claim_from(row.kind, row.body, report) for row in rows]
    return ReadReport(
        report,
        Claims(
            report.text,
            tuple(c for c in found if isinstance(c, Figure)),
            tuple(c for c in found if isinstance(c, Statement)),
            tuple(c for c in found if isinstance(c, DateMention)),
        ),
    )
