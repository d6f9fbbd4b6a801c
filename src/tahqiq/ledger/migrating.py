"""Bringing a ledger's tables to the form this code writes."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from tahqiq.errors import LedgerError
from tahqiq.ledger.database import writing


def migrate(engine: Engine) -> None:
    """Apply every migration that is missing, in one transaction; LedgerError for tables of a later Tahqiq."""
    with writing(engine) as connection:
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as error:
            raise LedgerError("the ledger was written by a later version of Tahqiq") from error


def configuration(connection: Connection) -> Config:
    """Alembic's settings for the migrations of this package on an open transaction."""
    config = Config()
    config.set_main_option("script_location", "tahqiq.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
