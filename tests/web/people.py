"""A server whose ledger has accounts, for tests: who is signed in, with which form word or key."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.testclient import TestClient

from tahqiq.ledger import Ledger
from tahqiq.people.accounts import User
from tahqiq.people.opening import People, PeopleOptions, open_people
from tahqiq.people.roles import Role
from tahqiq.web.access import Site
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tahqiq.web.signing import Accounts
from tahqiq.web.visitor import csrf_of
from tests.people.conftest import CHEAP, Clock
from tests.people.test_accounts import GOOD
from tests.web.conftest import browser

COOKIE = "tahqiq-80"


@dataclass
class Newsroom:
    """People with accounts, named for their roles, and the server that they use."""

    ledger: Ledger
    people: People
    entrance: Accounts
    clock: Clock
    users: dict[str, User]

    def browser(self, role: str | None = None, language: str = "en") -> TestClient:
        """The browser of whoever has that role, signed in, whose forms bring back their word; or of nobody."""
        client = browser(application(Desk(self.ledger), self.entrance), language)
        if role is not None:
            secret = self.people.sessions.start(self.users[role])
            client.cookies.set(self.entrance.site.cookie(), secret, domain="127.0.0.1", path="/")
            client.headers["x-csrf-token"] = csrf_of(secret)
        return client

    def program(self, key: str) -> TestClient:
        """A program that sends a key, and says nothing of where its requests come from."""
        client = self.browser()
        del client.headers["origin"]
        client.headers["authorization"] = f"Bearer {key}"
        return client


def newsroom(ledger: Ledger, site: Site | None = None) -> Newsroom:
    """A new one, with one person for each role, all with one password."""
    clock = Clock()
    people = open_people(ledger, PeopleOptions(CHEAP, clock=clock))
    users = {role.value: people.accounts.add(f"{role} one", role, GOOD) for role in Role}
    return Newsroom(ledger, people, Accounts(site or Site(80), people), clock, users)
