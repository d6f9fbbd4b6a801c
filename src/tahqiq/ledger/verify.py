"""Recomputing everything a ledger can prove: raw bytes, claims and their words, readings, and the audit log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from tahqiq.errors import TahqiqError
from tahqiq.ledger import alerting, judged, judging
from tahqiq.ledger.audit import START, AuditHead, AuditRow, hash_at, rows
from tahqiq.ledger.canonical import digest_of
from tahqiq.ledger.database import snapshot
from tahqiq.ledger.intake import ClaimRow, claim_row, reading_digest, returned_digest
from tahqiq.ledger.raw import decompress
from tahqiq.ledger.recall import PAGE, claim_from, stored
from tahqiq.ledger.store import Ledger
from tahqiq.ledger.tables import alerts, claims, judgements, readings, rejections
from tahqiq.model.report import Report

LISTED = 1000

# What a stored row that was tampered with raises on its way back to a value.
_BROKEN = (TahqiqError, ValueError, TypeError, KeyError)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written: where ("report X, claim 3"), and what is wrong."""

    where: str
    what: str


@dataclass(slots=True)
class VerifyReport:
    """How many rows were recomputed, and what did not come out; only the first `LISTED` problems are listed."""

    readings: int = 0
    raw: int = 0
    claims: int = 0
    rejections: int = 0
    judgements: int = 0
    audit_rows: int = 0
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether everything is as it was written."""
        return self.problem_count == 0

    def add(self, where: str, what: str) -> None:
        """Count a problem, and list it while there is room."""
        self.problem_count += 1
        if len(self.problems) < LISTED:
            self.problems.append(Problem(where, what))


def verify(ledger: Ledger, head: AuditHead | None = None) -> VerifyReport:
    """Check a ledger against itself, and against a `head` of its audit log that was kept elsewhere.

    Raw bytes must hash to their name; each claim must come out of its stored record, over the report's Text, letter
    for letter, with the id of its content; each reading must have the digest of its parts; each audit row must follow
    from the one before it and cover exactly what its batch wrote. Memory stays flat.
    """
    found, batches = VerifyReport(), dict[int, str]()
    with snapshot(ledger.engine) as connection:
        _check_raw(ledger, connection, found)
        _check_readings(connection, found, batches)
        _check_rejections(connection, found, batches)
        _check_alerts(connection, batches)
        _check_judgements(connection, found, batches)
        _check_audit(rows(connection), found, batches)
        _check_head(connection, found, head)
    return found


def _check_raw(ledger: Ledger, connection: Connection, found: VerifyReport) -> None:
    query = select(readings.c.raw_digest, func.min(readings.c.report)).group_by(readings.c.raw_digest)
    for digest, report in connection.execute(query.execution_options(yield_per=PAGE)):
        found.raw += 1
        try:
            ledger.raw_store.read(connection, digest)
        except TahqiqError as error:
            found.add(f"report {report}, raw bytes", str(error))


def _check_readings(connection: Connection, found: VerifyReport, batches: dict[int, str]) -> None:
    for batch, written in groupby(_each_reading(connection), lambda pair: pair[0].batch):
        parts = []
        for row, own in written:
            _check_reading(row, own, found)
            parts.append((row.digest, row.locator))
        batches[batch] = digest_of(*parts)
    in_all = connection.scalar(select(func.count()).select_from(claims)) or 0
    if in_all != found.claims:
        found.add("claims", f"{in_all - found.claims} belong to no report")


def _each_reading(connection: Connection) -> Iterator[tuple[Row[Any], list[Row[Any]]]]:
    """Each reading's row with its claims' rows, by key, a page at a time."""
    after = 0
    while page := connection.execute(
        select(readings).where(readings.c.key > after).order_by(readings.c.key).limit(PAGE)
    ).all():
        after = page[-1].key
        query = select(claims).where(claims.c.reading.between(page[0].key, after))
        own: dict[int, list[Row[Any]]] = {row.key: [] for row in page}
        for row in connection.execute(query.order_by(claims.c.reading, claims.c.position)):
            if row.reading in own:
                own[row.reading].append(row)
        yield from ((row, own[row.key]) for row in page)


def _check_reading(row: Row[Any], own: list[Row[Any]], found: VerifyReport) -> None:
    found.readings += 1
    found.claims += len(own)
    where = f"report {row.report}"
    try:
        report, words = stored(row).report, decompress(row.text)
    except _BROKEN as error:
        found.add(where, f"its text cannot be read back: {error}")
        return
    labels = (row.report, row.raw_digest, row.code_version, row.frame)
    digest = reading_digest(labels, words, [claim.id for claim in own])
    if row.digest not in (digest, returned_digest(digest, row.key)):
        found.add(where, "its text, its description or its list of claims was changed")
    for claim in own:
        _check_claim(report, claim, found)


def _check_claim(report: Report, row: Row[Any], found: VerifyReport) -> None:
    where = f"report {report.id}, claim {row.position}"
    try:
        again = claim_row(report.id, claim_from(row.kind, row.body, report))
    except _BROKEN as error:
        found.add(where, f"its record does not stand in the text: {error}")
        return
    if again != ClaimRow(row.id, row.kind, row.rule, row.predicate, row.source, row.body):
        found.add(where, "its id or its columns are not those of its content")


def _check_rejections(connection: Connection, found: VerifyReport, batches: dict[int, str]) -> None:
    query = select(rejections).order_by(rejections.c.key).execution_options(yield_per=PAGE)
    for batch, written in groupby(connection.execute(query), lambda row: row.batch):
        digests = [_check_rejection(row, found) for row in written]
        batches[batch] = digest_of(*digests)


def _check_rejection(row: Row[Any], found: VerifyReport) -> str:
    found.rejections += 1
    if digest_of(row.body) != row.digest:
        found.add(f"rejection {row.key}", "its words were changed")
    digest: str = row.digest
    return digest


def _check_alerts(connection: Connection, batches: dict[int, str]) -> None:
    """The audit row of each batch of alerts tells whether one of them was changed."""
    query = select(alerts).order_by(alerts.c.key).execution_options(yield_per=PAGE)
    for batch, written in groupby(connection.execute(query), lambda row: row.batch):
        batches[batch] = digest_of(*(alerting.row_digest(row.id, row.body) for row in written))


def _check_judgements(connection: Connection, found: VerifyReport, batches: dict[int, str]) -> None:
    """Each judgement must have the id and columns of its content, and be what the audit log says was written."""
    for row in connection.execute(select(judgements).order_by(judgements.c.key).execution_options(yield_per=PAGE)):
        found.judgements += 1
        batches[row.batch] = judging.row_digest(row.id, row.body)
        try:
            again = judged.judgement_row(row.batch, judged.judgement_from(row))
        except _BROKEN as error:
            found.add(f"judgement {row.key}", f"it cannot be read back: {error}")
            continue
        if row.id != judged.id_of(row.key, row.body) or tuple(again.values()) != tuple(row):
            found.add(f"judgement {row.key}", "its id or its columns are not those of its content")


def _check_audit(chain: Iterable[AuditRow], found: VerifyReport, batches: dict[int, str]) -> None:
    number, previous = 0, START
    for row in chain:
        found.audit_rows += 1
        where = f"audit row {row.number}"
        if (row.number, row.previous) != (number + 1, previous):
            found.add(where, "it does not follow from the row before")
        if row.hash != row.expected_hash:
            found.add(where, "it was changed")
        if f'"digest":"{batches.pop(row.number, None)}"' not in row.body:
            found.add(where, "what its batch wrote was changed, added to or taken away")
        number, previous = row.number, row.hash
    for batch in batches:
        found.add(f"audit row {batch}", "it is missing, but something was written under its number")


def _check_head(connection: Connection, found: VerifyReport, head: AuditHead | None) -> None:
    if head is None or head == AuditHead(0, START):
        return
    kept = hash_at(connection, head.number)
    if kept is None:
        found.add(f"audit row {head.number}", "the head that was kept elsewhere is gone from the log")
    elif kept != head.hash:
        found.add(f"audit row {head.number}", "it is not the head that was kept elsewhere")
