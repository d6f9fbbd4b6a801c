"""Who is let in: the names that a server answers to, its cookies, and its way in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from tahqiq.people.roles import Role
from tahqiq.web.visitor import Door, Visitor, csrf_of

_BEARER = "bearer "

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where a server stands: the host names that it answers to (None: to any), and how its cookies are kept.

    `port` tells its cookies from those of another server on the same machine: browsers do not. `is_secure` says that
    browsers reach it by https, through a proxy on the way, which also tells from where (X-Forwarded-For).
    """

    port: int
    hosts: frozenset[str] | None = LOOPBACK
    is_secure: bool = False

    def answers_to(self, host: str) -> bool:
        """Whether a Host header names this server: another name may be a page of another site (DNS rebinding)."""
        try:
            name = urlsplit(f"//{host}").hostname
        except ValueError:
            return False
        return name is not None and (self.hosts is None or name in self.hosts)

    def cookie(self, of: str = "") -> str:
        """The name of the cookie that lets in, or of another; behind https no other host can set it (__Host-)."""
        name = "-".join(part for part in ("tahqiq", of, str(self.port)) if part)
        return f"__Host-{name}" if self.is_secure else name

    def keep(self, answer: Response, name: str, value: str) -> None:
        """Set a cookie that no script and no other site can use, until the browser is closed."""
        answer.set_cookie(name, value, path="/", httponly=True, samesite="strict", secure=self.is_secure)

    def forget(self, answer: Response, name: str) -> None:
        """Take a cookie away."""
        answer.delete_cookie(name, path="/", httponly=True, samesite="strict", secure=self.is_secure)

    def address(self, request: Request) -> str:
        """From which address a request comes; behind https, what the proxy nearest to this server saw."""
        told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() if self.is_secure else ""
        return told or (request.client.host if request.client else "")


class Entrance(Protocol):
    """A way in."""

    @property
    def site(self) -> Site:
        """Where the server stands."""

    def visitor(self, request: Request) -> Visitor | None:
        """Whoever asks, None where nobody is known; it may take a while (threads)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A server of one person, let in by a link with a token; programs send the token as a bearer (RFC 6750)."""

    site: Site
    token: str = field(repr=False)
    name: str = "local"
    role: Role = Role.ADMIN

    def visitor(self, request: Request) -> Visitor | None:
        """That person, where the request carries the token."""
        if self.is_token(request.cookies.get(self.site.cookie())):
            return Visitor(self.name, self.role, Door.LINK, csrf=csrf_of(self.token))
        return Visitor(self.name, self.role, Door.BEARER) if self.is_token(bearer(request.headers)) else None

    def is_token(self, given: str | None) -> bool:
        """Whether that is the token; it takes as long whatever is given."""
        return given is not None and secrets.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


def bearer(headers: Mapping[str, str]) -> str | None:
    """The key in an Authorization header, None where there is none."""
    header = headers.get("authorization", "")
    return header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else None
