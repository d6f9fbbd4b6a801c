"""The tables of people. Moments are whole seconds since 1970-01-01 UTC; secrets stand here as their hashes alone.

users       who has an account; rows stay for ever, since judgements name people
sessions    who is signed in where
api_tokens  keys for programs, each on behalf of a user
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, String, Table, Text

metadata = MetaData()
_SHA256 = String(64)
_NAME = String(64)

users = Table(
    "users",
    metadata,
    Column("name", _NAME, primary_key=True),
    Column("folded", String(256), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    Column("password", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("disabled", BigInteger),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", _SHA256, primary_key=True),
    Column("user", _NAME, ForeignKey("users.name"), nullable=False, index=True),
    Column("started", BigInteger, nullable=False),
    Column("seen", BigInteger, nullable=False),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("hash", _SHA256, nullable=False, unique=True),
    Column("user", _NAME, ForeignKey("users.name"), nullable=False, index=True),
    Column("label", String(100), nullable=False),
    Column("scope", String(10), nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("revoked", BigInteger),
)
