"""Where a ledger's rows live: SQLite in a directory, or a PostgreSQL server; one writer at a time on both."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from tahqiq.errors import LedgerError

FILE_NAME = "ledger.db"
_BUSY_MILLISECONDS = 60_000
_PAUSE_MILLISECONDS = 20
_WRITER_LOCK = 0x7A_68_71_71


def sqlite_engine(directory: Path, file_name: str = FILE_NAME) -> Engine:
    """An engine on a SQLite file of `directory`, made at the first connection.

    Write-ahead logging lets readers go on while one writes; `synchronous=FULL` because a committed batch must outlive
    a power cut. Python's own transaction handling is off: it would begin later than asked.
    """
    engine = create_engine(URL.create("sqlite", database=str(directory / file_name)))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}").close()
        _log_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _log_ahead(connection: Any) -> None:
    """Turn write-ahead logging on; two processes that make one ledger may both, and SQLite does not wait here."""
    for _ in range(_BUSY_MILLISECONDS // _PAUSE_MILLISECONDS):
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE_MILLISECONDS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL").close()


def server_engine(url: URL) -> Engine:
    """An engine on a PostgreSQL server; LedgerError for any other kind, or where its driver is not installed."""
    if url.get_backend_name() != "postgresql":
        raise LedgerError(f"a ledger is a directory or a postgresql:// address, not {url.get_backend_name()}://")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except ModuleNotFoundError as error:
        raise LedgerError("a PostgreSQL ledger needs the extra tahqiq[postgresql]") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the ledger's only writer's place from its first moment, and commits at the end.

    Raises LedgerError where the place is not free within a minute, or the store cannot be written.
    """
    try:
        with engine.execution_options(writes=True).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield connection
    except OperationalError as error:
        raise LedgerError(f"the ledger cannot be written: {cause(error)}") from error


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads the ledger as it stood at one moment, whatever others write meanwhile."""
    level = "REPEATABLE READ" if engine.dialect.name == "postgresql" else "SERIALIZABLE"
    with engine.connect().execution_options(isolation_level=level) as connection:
        yield connection


def cause(error: DBAPIError) -> str:
    """The driver's own words on a failure, on one line, without the statement."""
    return " ".join(str(error.orig).split())
