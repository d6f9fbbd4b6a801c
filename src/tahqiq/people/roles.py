"""What a person may do, as four steps, each of which holds those below it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A viewer reads; an analyst accepts, rejects and notes; an editor changes the counts; an admin manages people."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, least: Role) -> bool:
        """Whether whoever has this role may do what `least` may do."""
        steps = tuple(Role)
        return steps.index(self) >= steps.index(least)


class Scope(StrEnum):
    """What an API token opens: reading alone, or all that its owner may do."""

    READ = "read"
    WRITE = "write"
