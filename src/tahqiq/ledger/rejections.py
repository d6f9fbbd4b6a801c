"""Inputs that could not become reports, kept with the reason and the time they were first met."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tahqiq.ledger import audit
from tahqiq.ledger.canonical import canonical, digest_of
from tahqiq.ledger.intake import printable
from tahqiq.ledger.stamp import Stamp
from tahqiq.ledger.tables import audit as audit_log
from tahqiq.ledger.tables import newest_key, rejections
from tahqiq.model.report import Rejected


@dataclass(frozen=True, slots=True)
class Rejection:
    """A rejected input, and when it was first rejected with that reason (UTC)."""

    rejected: Rejected
    at: dt.datetime


def reject(connection: Connection, rejected: Iterable[Rejected], stamp: Stamp) -> int:
    """Write the rejections that are not there yet; returns how many. The caller holds the writer's place."""
    bodies = {digest_of(body): body for body in map(_body, rejected)}
    known = set(connection.scalars(select(rejections.c.digest).where(rejections.c.digest.in_(list(bodies)))))
    fresh = {digest: body for digest, body in bodies.items() if digest not in known}
    if fresh:
        batch = audit.append(connection, stamp.at, "reject", {"rejections": len(fresh), "digest": digest_of(*fresh)})
        keyed = enumerate(fresh.items(), newest_key(connection, rejections) + 1)
        rows = [{"key": key, "batch": batch, "digest": digest, "body": body} for key, (digest, body) in keyed]
        connection.execute(insert(rejections), rows)
    return len(fresh)


def rejections_kept(connection: Connection) -> Iterator[Rejection]:
    """Every rejection, oldest first."""
    query = select(rejections.c.body, audit_log.c.at).join(audit_log).order_by(rejections.c.key)
    for row in connection.execute(query.execution_options(yield_per=500)):
        locator, reason = json.loads(row.body)
        yield Rejection(Rejected(locator, reason), dt.datetime.fromisoformat(row.at))


def _body(rejected: Rejected) -> str:
    return canonical([printable(rejected.locator), printable(rejected.reason)])
