"""Opening the people of a ledger: a file of their own beside it, or tables in the same PostgreSQL database."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine, inspect

from tahqiq.ledger.database import sqlite_engine, writing
from tahqiq.ledger.store import Ledger
from tahqiq.people.accounts import Accounts
from tahqiq.people.passwords import HashCost, Passwords
from tahqiq.people.sessions import SessionLimits, Sessions
from tahqiq.people.tables import metadata, users
from tahqiq.people.tokens import Tokens

FILE_NAME = "people.db"
_OWNER_ONLY = 0o600


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class PeopleOptions:
    """What passwords cost, when sessions end, and what time it is (aware)."""

    cost: HashCost = field(default_factory=HashCost)
    limits: SessionLimits = field(default_factory=SessionLimits)
    clock: Callable[[], dt.datetime] = _now


_USUAL = PeopleOptions()


@dataclass(frozen=True)
class People:
    """The accounts, sessions and tokens of a ledger. Threads may share it; `close` lets the connections go."""

    engine: Engine
    options: PeopleOptions

    @cached_property
    def accounts(self) -> Accounts:
        """Who may sign in."""
        return Accounts(self.engine, Passwords(self.options.cost), self.now)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is signed in."""
        return Sessions(self.engine, self.options.limits, self.now)

    @cached_property
    def tokens(self) -> Tokens:
        """Which programs may ask."""
        return Tokens(self.engine, self.now)

    def now(self) -> int:
        """Seconds since 1970-01-01 UTC."""
        return int(self.options.clock().timestamp())

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()

    def __enter__(self) -> People:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def open_people(ledger: Ledger, options: PeopleOptions = _USUAL) -> People:
    """The people of a ledger; their tables are made where there are none.

    The file is readable by its owner alone. LedgerError where it cannot be written.
    """
    file, engine = _file(ledger), ledger.engine
    if file is not None:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))
        engine = sqlite_engine(file.parent, file.name)
    with writing(engine) as connection:
        metadata.create_all(connection)
    return People(engine, options)


def has_accounts(ledger: Ledger) -> bool:
    """Whether a ledger has any account; nothing is made."""
    file = _file(ledger)
    if not (inspect(ledger.engine).has_table(users.name) if file is None else file.is_file()):
        return False
    with open_people(ledger) as people:
        return bool(people.accounts.all())


def _file(ledger: Ledger) -> Path | None:
    """The file of the people of a ledger that is a directory."""
    database = ledger.engine.url.database
    return Path(database).with_name(FILE_NAME) if ledger.engine.dialect.name == "sqlite" and database else None
