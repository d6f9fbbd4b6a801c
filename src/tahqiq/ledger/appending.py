"""Writing readings: what is there is left alone, and each batch that adds something adds one audit row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from tahqiq.ledger import audit
from tahqiq.ledger.canonical import digest_of
from tahqiq.ledger.intake import Reading, returned_digest
from tahqiq.ledger.raw import RawStore
from tahqiq.ledger.stamp import Stamp
from tahqiq.ledger.tables import claims, newest_key, readings
from tahqiq.model.report import Rejected


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a call to `Ledger.add`, in reports.

    `new` were not known, `edited` came as other bytes than last (bytes that were held before and come back among
    them), `reread` are the same bytes read differently than before (by another code version), `unchanged` added
    nothing, `rejected` could not be kept.
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
    """Write the readings that tell something new, with their raw bytes; the caller holds the writer's place."""
    raw.keep(connection, {r.raw_digest: r.raw for r in batch})
    added, fresh = _sort(batch, _Shelf(connection, batch))
    if fresh:
        listed = [(r.digest, r.locator) for r in fresh]
        body = {"readings": len(fresh), "claims": sum(len(r.claims) for r in fresh), "digest": digest_of(*listed)}
        _insert(connection, audit.append(connection, stamp.at, "add", body), fresh, stamp)
    return added


class _Shelf:
    """What is held of the reports of a batch: the readings by digest, and the bytes that each report was last."""

    def __init__(self, connection: Connection, batch: Sequence[Reading]) -> None:
        by_digest = select(readings.c.digest).where(readings.c.digest.in_([r.digest for r in batch]))
        self.digests = set(connection.scalars(by_digest))
        by_report = select(readings.c.report, readings.c.raw_digest).where(
            readings.c.report.in_({r.report for r in batch})
        )
        self.last = {row.report: row.raw_digest for row in connection.execute(by_report.order_by(readings.c.key))}
        self.next_key = newest_key(connection, readings) + 1

    def put(self, reading: Reading) -> Reading:
        """The reading as it is to be written: one that came back takes the name of its new place."""
        if reading.digest in self.digests:
            reading = replace(reading, digest=returned_digest(reading.digest, self.next_key))
        self.digests.add(reading.digest)
        self.last[reading.report] = reading.raw_digest
        self.next_key += 1
        return reading


def _sort(batch: Sequence[Reading], shelf: _Shelf) -> tuple[Added, list[Reading]]:
    """What each reading is to the ledger, and those to be written, in order."""
    added, fresh = Added(), list[Reading]()
    for reading in batch:
        last = shelf.last.get(reading.report)
        if last is None:
            added += Added(new=1)
        elif last != reading.raw_digest:
            added += Added(edited=1)
        elif reading.digest not in shelf.digests:
            added += Added(reread=1)
        else:
            added += Added(unchanged=1)
            continue
        fresh.append(shelf.put(reading))
    return added, fresh


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
