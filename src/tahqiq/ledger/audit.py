"""The audit log: a chain in which each row's hash covers the row and the hash before it.

Whoever keeps an exported head can tell later that nothing written up to it was changed or taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tahqiq.errors import InvalidValue
from tahqiq.ledger.canonical import canonical, digest_of
from tahqiq.ledger.tables import audit

START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The newest row of the chain: its number, from 1, and its hash. Written "12:ab34…"; 0 before the first row."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def parse(cls, written: str) -> AuditHead:
        """The head written by `str`; InvalidValue for anything else."""
        number, _, hashed = written.strip().partition(":")
        if not (number.isascii() and number.isdigit()) or len(hashed) != 64:
            raise InvalidValue(f"{written!r} is not the head of an audit log (NUMBER:HASH)")
        return cls(int(number), hashed)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One row of the chain: what was done, when (ISO 8601, UTC), and its body as canonical JSON."""

    number: int
    at: str
    action: str
    body: str
    previous: str
    hash: str

    @property
    def expected_hash(self) -> str:
        """The hash that the row should have: over everything in it but the hash itself."""
        return digest_of(self.number, self.at, self.action, self.body, self.previous)


def head(connection: Connection) -> AuditHead:
    """The newest row's number and hash."""
    row = connection.execute(select(audit.c.key, audit.c.hash).order_by(audit.c.key.desc()).limit(1)).first()
    return AuditHead(0, START) if row is None else AuditHead(row.key, row.hash)


def hash_at(connection: Connection, number: int) -> str | None:
    """The hash of one row, None where there is none of that number."""
    return connection.scalar(select(audit.c.hash).where(audit.c.key == number))


def append(connection: Connection, at: str, action: str, body: dict[str, object]) -> int:
    """Append one row and return its number; the caller holds the writer's place."""
    last = head(connection)
    parts = (last.number + 1, at, action, canonical(body), last.hash)
    values = (*parts, digest_of(*parts))
    connection.execute(insert(audit), dict(zip(audit.c.keys(), values, strict=True)))
    return last.number + 1


def rows(connection: Connection) -> Iterator[AuditRow]:
    """Every row, oldest first."""
    for row in connection.execute(select(audit).order_by(audit.c.key).execution_options(yield_per=500)):
        yield AuditRow(*row)
