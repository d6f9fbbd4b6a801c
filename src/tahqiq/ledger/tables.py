"""The tables of record: append-only, and changed by migrations alone.

    audit      one row per batch written, each holding the hash of the row before
    readings   one report's bytes as one code version read them: its Text and what is known besides its words
    claims     what was read, in order, each row the canonical interchange record of one claim
    rejections inputs that could not become reports
    alerts     what rules found, each once
    judgements what people decided, in order
    raw        the bytes received, compressed (used only where the ledger has no directory)

Keys grow in the order of commit, since one transaction writes at a time.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    select,
)

metadata = MetaData()
KEY = BigInteger().with_variant(Integer(), "sqlite")
SHA256 = String(64)

audit = Table(
    "audit",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", SHA256, nullable=False),
    Column("hash", SHA256, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("batch", KEY, ForeignKey("audit.key"), nullable=False),
    Column("digest", SHA256, nullable=False, unique=True),
    Column("report", Text, nullable=False),
    Column("raw_digest", SHA256, nullable=False),
    Column("code_version", Text, nullable=False),
    Column("locator", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Index("readings_of_report", "report", "key"),
)

claims = Table(
    "claims",
    metadata,
    Column("reading", KEY, ForeignKey("readings.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", SHA256, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("rule", Text, nullable=False),
    Column("predicate", Text),
    Column("source", Text),
    Column("body", Text, nullable=False),
    Index("claims_by_id", "id"),
)

rejections = Table(
    "rejections",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("batch", KEY, ForeignKey("audit.key"), nullable=False),
    Column("digest", SHA256, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("batch", KEY, ForeignKey("audit.key"), nullable=False),
    Column("id", SHA256, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("batch", KEY, ForeignKey("audit.key"), nullable=False),
    Column("id", SHA256, nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("target_kind", String(20), nullable=False),
    Column("target", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("report", Text),
    Column("body", Text, nullable=False),
    Index("judgements_of_target", "target_kind", "target", "key"),
)

raw = Table(
    "raw",
    metadata,
    Column("digest", SHA256, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)


def newest_key(connection: Connection, table: Table) -> int:
    """The newest key of a table that has one; 0 in an empty table."""
    return connection.scalar(select(func.max(table.c.key))) or 0
