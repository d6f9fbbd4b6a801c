"""Rows of the people of a ledger; moments are ISO 8601, UTC."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UserRow:
    """Someone with an account; `state` is active or disabled."""

    name: str
    role: str
    made: str
    state: str


@dataclass(frozen=True, slots=True)
class TokenRow:
    """An API token; `state` is active, expired or revoked."""

    id: str
    user: str
    label: str
    scope: str
    made: str
    expires: str
    state: str
