"""Who may read: whoever opened the link with the token, from this machine, under a name that this server answers to."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tahqiq.web.failing import Failure
from tahqiq.web.files import FILES

_BEARER = "bearer "
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Access:
    """The token of one server, and the host names that it answers to (None: to any).

    `port` tells its cookie from that of another server on the same machine: browsers do not.
    """

    token: str
    port: int
    hosts: frozenset[str] | None = LOOPBACK

    @property
    def cookie(self) -> str:
        """The name of the cookie that carries the token."""
        return f"tahqiq-{self.port}"

    def answers_to(self, host: str) -> bool:
        """Whether a Host header names this server: another name may be a page of another site (DNS rebinding)."""
        try:
            name = urlsplit(f"//{host}").hostname
        except ValueError:
            return False
        return name is not None and (self.hosts is None or name in self.hosts)

    def is_token(self, given: str | None) -> bool:
        """Whether that is the token; it takes as long whatever is given."""
        return given is not None and secrets.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def admits(self, request: Request) -> bool:
        """Whether a request carries the token in its cookie or in its Authorization header (RFC 6750)."""
        header = request.headers.get("authorization", "")
        bearer = header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else None
        return self.is_token(request.cookies.get(self.cookie)) or self.is_token(bearer)


Refuse = Callable[[Request, Failure], Response]
Answer = Callable[[Request], Awaitable[Response]]


async def guarded(access: Access, refuse: Refuse, request: Request, answer: Answer) -> Response:
    """The answer to whoever may read; otherwise `refuse` writes why not.

    The token in an address is taken out of it at once and kept in a cookie that no script and no other site can use.
    """
    if not access.answers_to(request.headers.get("host", "")):
        return refuse(request, Failure(400, "host", request.headers.get("host", "")))
    if request.url.path in FILES:
        return await answer(request)
    given = request.query_params.get("token")
    if given is not None:
        return _let_in(access, request) if access.is_token(given) else refuse(request, Failure(403, "wrong_token", ""))
    if not access.admits(request):
        return refuse(request, Failure(403, "token", "tahqiq serve"))
    return await answer(request)


def _let_in(access: Access, request: Request) -> Response:
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name != "token"]
    path = "/" + quote(request.url.path.lstrip("/\\"))
    answer = RedirectResponse(f"{path}?{urlencode(kept)}" if kept else path, 303)
    answer.set_cookie(access.cookie, access.token, httponly=True, samesite="strict", path="/")
    return answer
