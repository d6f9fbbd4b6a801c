"""Accounts: who may sign in, and as what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from tahqiq.errors import PersonError, UnknownName
from tahqiq.ledger.database import writing
from tahqiq.people import naming, passwords
from tahqiq.people.passwords import Passwords
from tahqiq.people.roles import Role
from tahqiq.people.tables import sessions, users

Seconds = Callable[[], int]


@dataclass(frozen=True, slots=True)
class User:
    """Someone with an account; `made` is in seconds since 1970-01-01 UTC."""

    name: str
    role: Role
    made: int
    is_disabled: bool


class Accounts:
    """The accounts of a ledger. Names are found in any case."""

    def __init__(self, engine: Engine, keeping: Passwords, now: Seconds) -> None:
        self._engine = engine
        self._passwords = keeping
        self._now = now

    def add(self, name: str, role: Role, password: str) -> User:
        """Make an account; PersonError for a name or password that is not taken, or a name that is."""
        name = naming.accept(name)
        passwords.accept(password, name)
        hashed = self._passwords.hash(password)
        with writing(self._engine) as connection:
            if _row(connection, name) is not None:
                raise PersonError("name_taken", name)
            row = {"name": name, "folded": naming.folded(name), "role": role, "password": hashed, "made": self._now()}
            connection.execute(insert(users).values(row))
            return self._found(connection, name)

    def all(self) -> tuple[User, ...]:
        """Everyone, disabled ones too, by name."""
        with self._engine.connect() as connection:
            return tuple(map(user_of, connection.execute(select(users).order_by(users.c.folded))))

    def check(self, name: str, password: str) -> User | None:
        """Whoever has that name and password; None, after as long a time, for a name that nobody has or that is
        disabled, as for a wrong password."""
        with self._engine.connect() as connection:
            row = _row(connection, name)
        is_right = self._passwords.is_right(password, None if row is None else row.password)
        if row is None or row.disabled is not None or not is_right:
            return None
        if self._passwords.is_outdated(row.password):
            self._keep(row.name, self._passwords.hash(password))
        return user_of(row)

    def set_password(self, name: str, password: str) -> None:
        """Give another password and end every session; UnknownName, or PersonError for a password not taken."""
        passwords.accept(password, name)
        hashed = self._passwords.hash(password)
        with writing(self._engine) as connection:
            user = self._found(connection, name)
            connection.execute(update(users).where(users.c.name == user.name).values(password=hashed))
            connection.execute(delete(sessions).where(sessions.c.user == user.name))

    def set_role(self, name: str, role: Role) -> None:
        """Give another role, from the next request on; PersonError where no admin would be left."""
        with writing(self._engine) as connection:
            user = self._found(connection, name)
            if role is not Role.ADMIN:
                _leave_an_admin(connection, user)
            connection.execute(update(users).where(users.c.name == user.name).values(role=role))

    def disable(self, name: str) -> None:
        """Let nobody in by that name any more; its sessions end now, its judgements stay.

        PersonError where no admin would be left.
        """
        with writing(self._engine) as connection:
            user = self._found(connection, name)
            _leave_an_admin(connection, user)
            connection.execute(update(users).where(users.c.name == user.name).values(disabled=self._now()))
            connection.execute(delete(sessions).where(sessions.c.user == user.name))

    def enable(self, name: str) -> None:
        """Let a disabled name in again."""
        with writing(self._engine) as connection:
            user = self._found(connection, name)
            connection.execute(update(users).where(users.c.name == user.name).values(disabled=None))

    def _keep(self, name: str, hashed: str) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(users).where(users.c.name == name).values(password=hashed))

    @staticmethod
    def _found(connection: Connection, name: str) -> User:
        row = _row(connection, name)
        if row is None:
            raise UnknownName("user", name)
        return user_of(row)


def user_of(row: Row[tuple[object, ...]]) -> User:
    """The user of a row of `users`."""
    return User(row.name, Role(row.role), row.made, row.disabled is not None)


def _row(connection: Connection, name: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(users).where(users.c.folded == naming.folded(name))).one_or_none()


def _leave_an_admin(connection: Connection, user: User) -> None:
    others = select(func.count()).where(
        users.c.role == Role.ADMIN, users.c.disabled.is_(None), users.c.name != user.name
    )
    if user.role is Role.ADMIN and not user.is_disabled and not connection.scalar(others):
        raise PersonError("last_admin", user.name)
