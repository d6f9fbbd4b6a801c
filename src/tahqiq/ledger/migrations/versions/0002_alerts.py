"""The table of alerts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create alerts."""
    op.create_table(
        "alerts",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("batch", KEY, sa.ForeignKey("audit.key"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
