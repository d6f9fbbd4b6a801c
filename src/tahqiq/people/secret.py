"""Secrets that a machine makes: 256 random bits, of which only the hash is kept."""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32


def new_secret(prefix: str = "") -> str:
    """A secret that no one can guess, in letters that stand in a cookie or a header."""
    return prefix + secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """What is kept of a secret. One round is enough for 256 random bits, and looking a hash up tells nothing by its
    time: who chooses the secret cannot choose its hash."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
