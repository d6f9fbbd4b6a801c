"""The queue of claims that should be looked at, the most pressing first, without those that were decided."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from sqlalchemy import Select, or_, select

from tahqiq.ledger import derived
from tahqiq.ledger.derived_tables import queue, sources
from tahqiq.ledger.store import Ledger
from tahqiq.model.judgement import CLAIM_KINDS
from tahqiq.model.queued import Doubt, Queued, QueueFilter

_ORDER = tuple(Doubt)
_PAGE = 500

Columns = tuple[str, str, str, str, int]


def waiting(ledger: Ledger, wanted: QueueFilter, most: int, after: int = 0) -> tuple[Queued, ...]:
    """`most` claims that wait, from the number `after` on: nobody has accepted, rejected or corrected them yet."""
    decided = decided_claims(ledger)
    return tuple(islice(_undecided(ledger, wanted, decided), after, after + most))


def decided_claims(ledger: Ledger) -> frozenset[str]:
    """The ids of claims on which an accept, reject or correction stands."""
    standings = ledger.standings().items()
    return frozenset(t.id for t, one in standings if t.kind in CLAIM_KINDS and one.verdict is not None)


def _undecided(ledger: Ledger, wanted: QueueFilter, decided: Container[str]) -> Iterator[Queued]:
    with ledger.engine.connect() as connection:
        if derived.known(connection) is None:
            return
        for row in connection.execute(_query(wanted).execution_options(yield_per=_PAGE)):
            if row.claim not in decided:
                yield Queued(row.kind, row.claim, row.story, row.measure, _ORDER[row.doubt])


def _query(wanted: QueueFilter) -> Select[Columns]:
    new = _ORDER.index(Doubt.NEW_SOURCE)
    once = select(sources.c.source).where(sources.c.reports == 1)
    query = select(queue.c.kind, queue.c.claim, queue.c.story, queue.c.measure, queue.c.doubt)
    query = query.where(or_(queue.c.doubt < new, queue.c.source.in_(once)))
    for column, value in (
        (queue.c.story, wanted.story),
        (queue.c.kind, wanted.kind),
        (queue.c.predicate, wanted.predicate),
        (queue.c.doubt, None if wanted.doubt is None else _ORDER.index(wanted.doubt)),
    ):
        if value is not None:
            query = query.where(column == value)
    return query.order_by(queue.c.doubt, queue.c.published.desc(), queue.c.story, queue.c.measure, queue.c.claim)
