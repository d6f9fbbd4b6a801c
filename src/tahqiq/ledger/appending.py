"""Writing readings: what is there is left alone, and each batch that adds something adds one audit row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tahqiq.ledger import audit
from tahqiq.ledger.canonical import digest_of
from tahqiq.ledger.intake import Reading
from tahqiq.ledger.raw import RawStore
from tahqiq.ledger.stamp import Stamp
from tahqiq.ledger.tables import claims, newest_key, readings
from tahqiq.model.report import Rejected


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a call to `Ledger.add`, in reports.

    `new` were not known, `edited` are new bytes of known reports, `reread` are known bytes read differently than
    before (by another code version), `unchanged` added nothing, `rejected` could not be kept.
    """

    new: int = 0
    edited: int = 0
    reread: int = 0
    unchanged: int = 0
    rejected: tuple[Rejected, ...] = ()

    def __add__(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.edited + other.edited,
            self.reread + other.reread,
            self.unchanged + other.unchanged,
            self.rejected + other.rejected,
        )


def append(connection: Connection, raw: RawStore, batch: Sequence[Reading], stamp: Stamp) -> Added:
    """Write the readings that are not there yet, with their raw bytes; the caller holds the writer's place."""
    raw.keep(connection, {r.raw_digest: r.raw for r in batch})
    known = set(connection.scalars(select(readings.c.digest).where(readings.c.digest.in_([r.digest for r in batch]))))
    fresh = list({r.digest: r for r in batch if r.digest not in known}.values())
    added = _count(connection, batch, fresh)
    if fresh:
        listed = [(r.digest, r.locator) for r in fresh]
        body = {"readings": len(fresh), "claims": sum(len(r.claims) for r in fresh), "digest": digest_of(*listed)}
        _insert(connection, audit.append(connection, stamp.at, "add", body), fresh, stamp)
    return added


def _count(connection: Connection, batch: Sequence[Reading], fresh: Sequence[Reading]) -> Added:
    query = select(readings.c.report, readings.c.raw_digest).where(readings.c.report.in_([r.report for r in fresh]))
    versions = {(row.report, row.raw_digest) for row in connection.execute(query)}
    reports = {report for report, _ in versions}
    new = edited = reread = 0
    for reading in fresh:
        version = (reading.report, reading.raw_digest)
        new += reading.report not in reports
        edited += reading.report in reports and version not in versions
        reread += version in versions
        reports.add(reading.report)
        versions.add(version)
    return Added(new, edited, reread, len(batch) - len(fresh))


def _insert(connection: Connection, batch: int, fresh: Sequence[Reading], stamp: Stamp) -> None:
    keyed = list(enumerate(fresh, newest_key(connection, readings) + 1))
    connection.execute(insert(readings), [_reading_row(key, batch, r, stamp) for key, r in keyed])
    rows = [
        {
            "reading": key,
            "position": position,
            "id": claim.id,
            "kind": claim.kind,
            "rule": claim.rule,
            "predicate": claim.predicate,
            "source": claim.source,
            "body": claim.body,
        }
        for key, reading in keyed
        for position, claim in enumerate(reading.claims)
    ]
    if rows:
        connection.execute(insert(claims), rows)


def _reading_row(key: int, batch: int, reading: Reading, stamp: Stamp) -> dict[str, object]:
    return {
        "key": key,
        "batch": batch,
        "digest": reading.digest,
        "report": reading.report,
        "raw_digest": reading.raw_digest,
        "code_version": stamp.code_version,
        "locator": reading.locator,
        "frame": reading.frame,
        "text": reading.text,
    }
