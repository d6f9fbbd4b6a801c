"""Sessions: who is signed in, known by a secret in a cookie, of which the hash is kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, delete, insert, or_, select, update

from tahqiq.ledger.database import writing
from tahqiq.people.accounts import Seconds, User, user_of
from tahqiq.people.secret import hash_of, new_secret
from tahqiq.people.tables import sessions, users

_SEEN_STEP = 60


@dataclass(frozen=True, slots=True)
class SessionLimits:
    """After how many seconds a session ends: without any request, and whatever happens."""

    idle: int = 2 * 3600
    longest: int = 12 * 3600


class Sessions:
    """The sessions of a ledger's users."""

    def __init__(self, engine: Engine, limits: SessionLimits, now: Seconds) -> None:
        self._engine = engine
        self._limits = limits
        self._now = now

    def start(self, user: User, instead_of: str | None = None) -> str:
        """The secret of a new session; the one that it stands instead of ends, and all that are over are forgotten."""
        secret, now = new_secret(), self._now()
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(self._is_over(now)))
            if instead_of is not None:
                connection.execute(delete(sessions).where(sessions.c.hash == hash_of(instead_of)))
            row = {"hash": hash_of(secret), "user": user.name, "started": now, "seen": now}
            connection.execute(insert(sessions).values(row))
        return secret

    def user_of(self, secret: str) -> User | None:
        """Whose session it is; None where there is none, it is over, or its user is disabled."""
        now, hashed = self._now(), hash_of(secret)
        query = select(users, sessions.c.seen).join(sessions, sessions.c.user == users.c.name)
        with self._engine.connect() as connection:
            row = connection.execute(query.where(sessions.c.hash == hashed, ~self._is_over(now))).one_or_none()
        if row is None or row.disabled is not None:
            return None
        if now - row.seen >= _SEEN_STEP:
            with writing(self._engine) as connection:
                connection.execute(update(sessions).where(sessions.c.hash == hashed).values(seen=now))
        return user_of(row)

    def end(self, secret: str) -> None:
        """Sign out; nothing happens where there is no such session."""
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.hash == hash_of(secret)))

    def _is_over(self, now: int) -> ColumnElement[bool]:
        return or_(sessions.c.seen <= now - self._limits.idle, sessions.c.started <= now - self._limits.longest)
