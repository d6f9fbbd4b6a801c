"""The table of judgements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create judgements."""
    op.create_table(
        "judgements",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("batch", KEY, sa.ForeignKey("audit.key"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("target_kind", sa.String(20), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("report", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("judgements_of_target", "judgements", ["target_kind", "target", "key"])
