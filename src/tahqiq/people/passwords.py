"""Passwords: which are taken, and how they are kept (Argon2id)."""

from __future__ import annotations

import base64
import secrets
import threading
import unicodedata
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import ARGON2_VERSION

from tahqiq.errors import PersonError

SHORTEST, LONGEST = 12, 256
_FEWEST_LETTERS = 5
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class HashCost:
    """What a hash costs: passes, memory in KiB, lanes. The default is the second choice of RFC 9106, section 4."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 4


@dataclass(slots=True)
class Passwords:
    """Hashes passwords and compares them; threads may share it, and a few at a time are let in, for the memory."""

    cost: HashCost
    _hasher: PasswordHasher = field(init=False)
    _nobody: str = field(init=False)
    _gate: threading.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._hasher = PasswordHasher(self.cost.passes, self.cost.memory, self.cost.lanes)
        self._nobody = _hash_of_nothing(self.cost)
        self._gate = threading.Semaphore(_AT_ONCE)

    def hash(self, password: str) -> str:
        """The hash to keep, with its salt and cost in it."""
        with self._gate:
            return self._hasher.hash(_normal(password))

    def is_right(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one kept; None (nobody has that name) takes as long and is never right."""
        with self._gate:
            try:
                self._hasher.verify(kept or self._nobody, _normal(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made at another cost than today's."""
        return self._hasher.check_needs_rehash(kept)


def accept(password: str, name: str) -> None:
    """Nothing for a password that may be taken; PersonError says why another may not (NIST SP 800-63B: its length
    counts, and no rule about kinds of characters)."""
    normal = _normal(password)
    if len(normal) < SHORTEST:
        raise PersonError("password_short", str(SHORTEST))
    if len(normal) > LONGEST:
        raise PersonError("password_long", str(LONGEST))
    if len(set(normal)) < _FEWEST_LETTERS or _normal(name).casefold() in normal.casefold():
        raise PersonError("password_easy", name)


def _hash_of_nothing(cost: HashCost) -> str:
    """A hash that no password is known to have, and that takes as long to compare with as one made at this cost."""
    salt, hashed = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v={ARGON2_VERSION}$m={cost.memory},t={cost.passes},p={cost.lanes}${salt}${hashed}"


def _normal(password: str) -> str:
    """One form for the same letters typed on another keyboard (RFC 8265, OpaqueString)."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace").decode()
