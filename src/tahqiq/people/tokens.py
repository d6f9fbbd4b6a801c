"""API tokens: keys for programs, shown once, kept as hashes, with a scope and an end."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, Row, insert, select, update

from tahqiq.errors import PersonError, UnknownName
from tahqiq.ledger.database import writing
from tahqiq.people import naming
from tahqiq.people.accounts import Seconds, User, user_of
from tahqiq.people.roles import Scope
from tahqiq.people.secret import hash_of, new_secret
from tahqiq.people.tables import api_tokens, users

MOST_DAYS = 366
LONGEST_LABEL = 100
_DAY = 24 * 3600
_PREFIX = "tahqiq_"
_ID_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of an API token besides its secret; moments are in seconds since 1970-01-01 UTC."""

    id: str
    user: str
    label: str
    scope: Scope
    made: int
    expires: int
    revoked: int | None


class Tokens:
    """The API tokens of a ledger's users."""

    def __init__(self, engine: Engine, now: Seconds) -> None:
        self._engine = engine
        self._now = now

    def add(self, user: str, scope: Scope, days: int, label: str = "") -> tuple[str, Token]:
        """A new secret, to be shown once, and its token, which ends after `days` (1 to `MOST_DAYS`).

        UnknownName where nobody has that name; PersonError for a number of days or a label that cannot be.
        """
        if not 1 <= days <= MOST_DAYS:
            raise PersonError("token_days", str(MOST_DAYS))
        if len(label) > LONGEST_LABEL or not label.isprintable():
            raise PersonError("token_label", label)
        secret, now = new_secret(_PREFIX), self._now()
        with writing(self._engine) as connection:
            owner = connection.scalar(select(users.c.name).where(users.c.folded == naming.folded(user)))
            if owner is None:
                raise UnknownName("user", user)
            token = Token(hash_of(secret)[:_ID_LETTERS], owner, label, scope, now, now + days * _DAY, None)
            row = {name: getattr(token, name) for name in Token.__slots__}
            connection.execute(insert(api_tokens).values(hash=hash_of(secret), **row))
        return secret, token

    def all(self) -> tuple[Token, ...]:
        """Every token, revoked and expired ones too, in the order of making."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(api_tokens).order_by(api_tokens.c.made, api_tokens.c.id))
            return tuple(map(_token_of, rows))

    def revoke(self, id: str) -> None:
        """Let a token open nothing any more; UnknownName where there is none of that id."""
        with writing(self._engine) as connection:
            held = connection.execute(select(api_tokens.c.revoked).where(api_tokens.c.id == id)).one_or_none()
            if held is None:
                raise UnknownName("token", id)
            if held.revoked is None:
                connection.execute(update(api_tokens).where(api_tokens.c.id == id).values(revoked=self._now()))

    def user_of(self, secret: str) -> tuple[User, Scope] | None:
        """On whose behalf a secret is given, and for what; None where it is unknown, over, revoked, or its user is
        disabled."""
        query = select(users, api_tokens.c.scope).join(api_tokens, api_tokens.c.user == users.c.name)
        is_good = (api_tokens.c.revoked.is_(None), api_tokens.c.expires > self._now(), users.c.disabled.is_(None))
        with self._engine.connect() as connection:
            row = connection.execute(query.where(api_tokens.c.hash == hash_of(secret), *is_good)).one_or_none()
        return None if row is None else (user_of(row), Scope(row.scope))


def _token_of(row: Row[tuple[object, ...]]) -> Token:
    return Token(row.id, row.user, row.label, Scope(row.scope), row.made, row.expires, row.revoked)
