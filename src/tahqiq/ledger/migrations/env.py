"""Runs migrations on the connection that the caller holds, inside its transaction."""

from __future__ import annotations

from alembic import context

from tahqiq.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
