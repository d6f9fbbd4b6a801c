"""Signing in."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.strings import NOTHING, Both, count
from tahqiq.web.page import Page
from tahqiq.web.signing import TurnedAway
from tahqiq.web.words import tell


@dataclass(frozen=True, slots=True)
class Trying:
    """Someone at the door: where they want to go, the word of their form, and what came of the last try."""

    goal: str
    csrf: str
    name: str = ""
    turned_away: TurnedAway | None = None


def page(trying: Trying) -> Page:
    """The form, with the name that was typed and why it did not let in; it never tells whether there is such a name."""
    values = {"trying": trying, "fault": _fault(trying.turned_away)}
    return Page("sign_in.html", tell("sign_in.title"), values, section="")


def _fault(turned_away: TurnedAway | None) -> Both:
    if turned_away is None:
        return NOTHING
    if turned_away.wait == 0:
        return tell("sign_in.wrong")
    return tell("sign_in.wait", minutes=count("minute", -(-turned_away.wait // 60)))
