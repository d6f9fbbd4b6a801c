"""The people of a ledger, for an admin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.export.page.strings import NOTHING, Both
from tahqiq.people.accounts import User
from tahqiq.people.passwords import SHORTEST
from tahqiq.people.roles import Role
from tahqiq.web.page import Page
from tahqiq.web.pages.account import Fault
from tahqiq.web.words import knows, tell


@dataclass(frozen=True, slots=True)
class Done:
    """What was done last, and to whom; a name that the page does not know says nothing."""

    act: str | None = None
    name: str | None = None

    def told(self) -> Both:
        """The sentence."""
        if not (self.act and self.name and knows(f"people_done.{self.act}")):
            return NOTHING
        return tell(f"people_done.{self.act}", name=self.name)


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not taken: which, the name in it, and why."""

    act: str
    name: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Line:
    """Someone with an account; `since` is the day it was made (UTC)."""

    user: User
    since: str
    role: Both
    fault: Both


def page(users: Sequence[User], done: Done = Done(), refused: Refused | None = None) -> Page:
    """Everyone with an account, and the forms that change them."""
    values = {
        "lines": [_line(user, refused) for user in users],
        "roles": [(role.value, tell(f"role.{role}"), tell(f"role_does.{role}")) for role in Role],
        "done": done.told(),
        "hint": tell("account.hint", least=SHORTEST),
        "adding": refused.name if refused and refused.act == "add" else "",
        "fault": refused.fault.told() if refused and refused.act == "add" else NOTHING,
    }
    return Page("people.html", tell("people.title"), values, "people")


def _line(user: User, refused: Refused | None) -> Line:
    is_refused = refused is not None and refused.act != "add" and refused.name == user.name
    fault = refused.fault.told() if refused is not None and is_refused else NOTHING
    since = dt.datetime.fromtimestamp(user.made, dt.UTC).date().isoformat()
    return Line(user, since, tell(f"role.{user.role}"), fault)
