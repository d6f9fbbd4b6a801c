"""Accounts and tokens as rows."""

from __future__ import annotations

import datetime as dt

from tahqiq.export.people_rows import TokenRow, UserRow
from tahqiq.people.accounts import User
from tahqiq.people.tokens import Token


def user_row(user: User) -> UserRow:
    """A user's row."""
    return UserRow(user.name, user.role, moment(user.made), "disabled" if user.is_disabled else "active")


def token_row(token: Token, now: int) -> TokenRow:
    """A token's row, as it stands at `now`."""
    state = "revoked" if token.revoked is not None else "expired" if token.expires <= now else "active"
    made, expires = moment(token.made), moment(token.expires)
    return TokenRow(token.id, token.user, token.label, token.scope, made, expires, state)


def moment(seconds: int) -> str:
    """Seconds since 1970-01-01 UTC, as ISO 8601."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()
