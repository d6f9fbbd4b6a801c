"""A newsroom: people with accounts in a ledger, and how they sign in."""

from __future__ import annotations

import re
from pathlib import Path

from tahqiq.ledger import open_ledger
from tahqiq.people.opening import open_people
from tahqiq.people.roles import Role
from tests.browser.watching import Reader

PASSWORD = "ثلاثون نخلة على الضفة"


def employ(ledger: Path) -> None:
    """Give the ledger an account of every role, each named by its role, and one with a long name."""
    with open_ledger(ledger) as kept, open_people(kept) as people:
        for role in Role:
            people.accounts.add(role.value, role, PASSWORD)
        people.accounts.add("رنا" * 20, Role.VIEWER, PASSWORD)


def sign_in(reader: Reader, name: str) -> None:
    """Come in by the keyboard, from wherever the site sends who is not known."""
    page = reader.page
    page.goto(reader.site.origin)
    page.wait_for_url("**/sign-in*")
    page.locator("#name").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/$"))
