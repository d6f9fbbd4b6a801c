"""The words of the ledger, and how to read its pages."""

from __future__ import annotations

from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.words import names, tell


def show(desk: Desk, asked: Asked) -> Page:
    """It asks nothing of the ledger."""
    return Page(
        "help.html",
        tell("help.title"),
        {"terms": [(tell(f"term.{name}"), tell(f"example.{name}")) for name in names("term")]},
        "help",
    )
