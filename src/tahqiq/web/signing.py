"""Signing in and out of a server whose ledger has accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from tahqiq.people import naming
from tahqiq.people.accounts import User
from tahqiq.people.opening import People
from tahqiq.people.throttle import Throttle, ThrottleLimits
from tahqiq.web.access import Site, bearer
from tahqiq.web.visitor import Door, Visitor, csrf_of

BY_NAME = ThrottleLimits(tries=10)
BY_ADDRESS = ThrottleLimits(tries=50)


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Not let in; `wait` is after how many seconds another try is heard, 0 where at once."""

    wait: int


@dataclass(frozen=True, slots=True)
class Accounts:
    """A way in for people with accounts, and for programs with their API tokens."""

    site: Site
    people: People
    by_name: Throttle = field(default_factory=lambda: Throttle(BY_NAME))
    by_address: Throttle = field(default_factory=lambda: Throttle(BY_ADDRESS))

    def visitor(self, request: Request) -> Visitor | None:
        """Whose session, or else whose API token, a request carries."""
        secret = request.cookies.get(self.site.cookie())
        if secret and (user := self.people.sessions.user_of(secret)):
            return Visitor(user.name, user.role, Door.SESSION, csrf=csrf_of(secret))
        key = bearer(request.headers)
        if key and (found := self.people.tokens.user_of(key)):
            return Visitor(found[0].name, found[0].role, Door.BEARER, found[1])
        return None

    def check(self, request: Request, name: str, password: str) -> User | TurnedAway:
        """Whoever has that name and password; who may not be let in is not told why, and may not try for ever."""
        keys = naming.folded(name[: naming.LONGEST]), self.site.address(request)
        now = self.people.now()
        if wait := max(self.by_name.wait(keys[0], now), self.by_address.wait(keys[1], now)):
            return TurnedAway(wait)
        user = self.people.accounts.check(name, password)
        if user is None:
            return TurnedAway(0)
        self.by_name.clear(keys[0])
        self.by_address.forgive(keys[1])
        return user

    def let_in(self, request: Request, answer: Response, user: User) -> Response:
        """Start a session in the place of the one that the request has, and keep its secret in the browser."""
        secret = self.people.sessions.start(user, request.cookies.get(self.site.cookie()))
        self.site.keep(answer, self.site.cookie(), secret)
        return answer


def within(address: str | None) -> str:
    """The address to go on to after signing in, where it is a page of this server; else the first page."""
    if not address or not address.startswith("/") or address.startswith("//") or not address.isprintable():
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    is_here = not parts.scheme and not parts.netloc and "\\" not in address and " " not in address
    return address if is_here and parts.path not in ("/sign-in", "/sign-out") else "/"
