"""Opening a ledger where it lives."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from tahqiq.errors import LedgerError
from tahqiq.ledger.database import FILE_NAME, cause, server_engine, sqlite_engine
from tahqiq.ledger.migrations import HEAD
from tahqiq.ledger.raw import RawDirectory, RawTable
from tahqiq.ledger.stamp import Stamps
from tahqiq.ledger.store import Ledger


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def open_ledger(
    where: str | Path,
    create: bool = True,
    clock: Callable[[], dt.datetime] = _now,
    code_version: str | None = None,
) -> Ledger:
    """Open the ledger in a directory, or at a `postgresql://` address, and bring its tables up to date.

    Where there is none it is made, unless `create` is false. `code_version` names the code that reads reports (this
    package's version unless given); `clock` tells the time, aware. Raises LedgerError where the place cannot be used.
    """
    stamps = Stamps(clock, code_version or version("tahqiq"))
    if isinstance(where, str) and "://" in where:
        return _open_server(_url(where), create, stamps)
    return _open_directory(Path(where), create, stamps)


def _open_directory(directory: Path, create: bool, stamps: Stamps) -> Ledger:
    if not create and not (directory / FILE_NAME).is_file():
        raise LedgerError(f"there is no ledger in {directory}")
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{directory} cannot be a ledger's directory: {error.strerror}") from error
    engine = sqlite_engine(directory)
    _bring_up_to_date(engine, str(directory), create=True)
    return Ledger(engine, RawDirectory(directory / "raw"), directory, stamps)


def _open_server(url: URL, create: bool, stamps: Stamps) -> Ledger:
    shown = url.render_as_string(hide_password=True)
    engine = server_engine(url)
    _bring_up_to_date(engine, shown, create)
    home = Path.home() / ".cache" / "tahqiq" / hashlib.sha256(shown.encode()).hexdigest()[:16]
    return Ledger(engine, RawTable(), home, stamps)


def _url(where: str) -> URL:
    try:
        return make_url(where)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(f"{where.partition('://')[0]}://… is not the address of a ledger") from error


def _bring_up_to_date(engine: Engine, shown: str, create: bool) -> None:
    try:
        _migrate_if_needed(engine, shown, create)
    except DBAPIError as error:
        engine.dispose()
        raise LedgerError(f"{shown} cannot be opened as a ledger: {cause(error)}") from error
    except LedgerError:
        engine.dispose()
        raise


def _migrate_if_needed(engine: Engine, shown: str, create: bool) -> None:
    with engine.connect() as connection:
        found = revision(connection)
    if found is None and not create:
        raise LedgerError(f"there is no ledger at {shown}")
    if found != HEAD:
        # Alembic takes a third of a second to import, and most openings find nothing to do.
        from tahqiq.ledger.migrating import migrate

        migrate(engine)


def revision(connection: Connection) -> str | None:
    """The migration that the tables stand at; None where there are no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
