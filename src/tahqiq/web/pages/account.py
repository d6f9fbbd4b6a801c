"""One's own account."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.strings import NOTHING, Both
from tahqiq.people.passwords import SHORTEST
from tahqiq.web.page import Page
from tahqiq.web.visitor import Visitor
from tahqiq.web.words import tell


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a form was not taken: a string of the table "fault", and what stands in it."""

    reason: str
    name: str

    def told(self) -> Both:
        """The sentence."""
        return tell(f"fault.{self.reason}", name=self.name)


def page(visitor: Visitor, is_changed: bool = False, fault: Fault | None = None) -> Page:
    """Who one is, and the form for another password with what was wrong in the one that was sent."""
    values = {
        "signed_in": tell("account.signed_in", name=visitor.name, role=tell(f"role.{visitor.role}")),
        "hint": tell("account.hint", least=SHORTEST),
        "is_changed": is_changed,
        "fault": NOTHING if fault is None else fault.told(),
        "is_present_wrong": fault is not None and fault.reason in ("password_wrong", "password_wait"),
    }
    return Page("account.html", tell("account.title"), values, "account")
