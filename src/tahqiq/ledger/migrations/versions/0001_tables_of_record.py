"""The first tables of record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create audit, readings, claims, rejections and raw."""
    op.create_table(
        "audit",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("batch", KEY, sa.ForeignKey("audit.key"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("raw_digest", sa.String(64), nullable=False),
        sa.Column("code_version", sa.Text, nullable=False),
        sa.Column("locator", sa.Text, nullable=False),
        sa.Column("frame", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
    )
    op.create_index("readings_of_report", "readings", ["report", "key"])
    op.create_table(
        "claims",
        sa.Column("reading", KEY, sa.ForeignKey("readings.key"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("predicate", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("claims_by_id", "claims", ["id"])
    op.create_table(
        "rejections",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("batch", KEY, sa.ForeignKey("audit.key"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "raw",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
