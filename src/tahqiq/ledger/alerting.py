"""Alerts, kept with the time at which they were raised; each is raised once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select

from tahqiq.ledger import audit
from tahqiq.ledger.canonical import canonical, digest_of
from tahqiq.ledger.intake import printable
from tahqiq.ledger.stamp import Stamp
from tahqiq.ledger.tables import alerts, newest_key
from tahqiq.ledger.tables import audit as audit_log
from tahqiq.model.alert import Alert, AlertKind, Candidate, RaisedAlert

_PAGE = 500


def raise_alerts(connection: Connection, candidates: Sequence[Candidate], stamp: Stamp) -> tuple[Alert, ...]:
    """Write the alerts that were not raised before and answer with them; the caller holds the writer's place."""
    known = _known(connection, sorted({id for candidate in candidates for id in candidate.same_as}))
    fresh: list[Alert] = []
    for candidate in candidates:
        if known.isdisjoint(candidate.same_as):
            fresh.append(candidate.alert)
        known |= candidate.same_as
    if fresh:
        rows = [(alert.id, _body(alert)) for alert in fresh]
        body = {"alerts": len(rows), "digest": digest_of(*(row_digest(*row) for row in rows))}
        batch = audit.append(connection, stamp.at, "alert", body)
        keyed = enumerate(rows, newest_key(connection, alerts) + 1)
        written = [{"key": key, "batch": batch, "id": id, "body": body} for key, (id, body) in keyed]
        connection.execute(insert(alerts), written)
    return tuple(fresh)


def alerts_kept(connection: Connection) -> Iterator[RaisedAlert]:
    """Every alert, first raised first."""
    query = select(alerts.c.id, alerts.c.body, audit_log.c.at).join(audit_log).order_by(alerts.c.key)
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        yield RaisedAlert(_alert(row.id, row.body), row.at)


def newest_alerts(connection: Connection, most: int, after: int) -> tuple[RaisedAlert, ...]:
    """`most` of the alerts from the number `after` on, last raised first."""
    query = select(alerts.c.id, alerts.c.body, audit_log.c.at).join(audit_log).order_by(alerts.c.key.desc())
    rows = connection.execute(query.limit(most).offset(after))
    return tuple(RaisedAlert(_alert(row.id, row.body), row.at) for row in rows)


def row_digest(id: str, body: str) -> str:
    """The hash over one row's content."""
    return digest_of(id, body)


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(ids), _PAGE):
        known.update(connection.scalars(select(alerts.c.id).where(alerts.c.id.in_(ids[start : start + _PAGE]))))
    return known


def _body(alert: Alert) -> str:
    outlet = None if alert.outlet is None else printable(alert.outlet)
    words = (alert.rule, alert.summary, alert.summary_ar, alert.report, alert.quote)
    return canonical([alert.kind.value, outlet, *map(printable, words)])


def _alert(id: str, body: str) -> Alert:
    kind, outlet, rule, summary, summary_ar, report, quote = json.loads(body)
    return Alert(id, rule, AlertKind(kind), summary, summary_ar, report, outlet, quote)
