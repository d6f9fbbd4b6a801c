"""Who asks, as the pages know them."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from enum import Enum, auto

from tahqiq.people.roles import Role, Scope


class Door(Enum):
    """How somebody came in: by the link that the server printed, by signing in, or as a program with a key."""

    LINK = auto()
    SESSION = auto()
    BEARER = auto()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Someone who was let in; `name` stands under what they decide.

    `csrf` is the word that every form of theirs has to bring back, "" for a program, whose key no browser sends by
    itself.
    """

    name: str
    role: Role
    door: Door
    scope: Scope = Scope.WRITE
    csrf: str = ""

    @property
    def is_signed_in(self) -> bool:
        """Whether they have an account, and can sign out."""
        return self.door is Door.SESSION

    def may(self, least: str) -> bool:
        """Whether their role covers another; templates ask by its name."""
        return self.role.covers(Role(least))


def csrf_of(secret: str) -> str:
    """The word of the forms of one session: known to whoever holds its secret, and telling nothing of it."""
    return hmac.new(secret.encode("utf-8", "replace"), b"forms", hashlib.sha256).hexdigest()
