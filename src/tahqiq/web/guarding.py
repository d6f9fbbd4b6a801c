"""What stands before every page: nothing is answered that no permit allows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tahqiq.people.roles import Scope
from tahqiq.web.access import Entrance, Link
from tahqiq.web.addresses import address
from tahqiq.web.asking import BadRequest
from tahqiq.web.failing import Failure
from tahqiq.web.forms import brings_word, is_from_here, read_form
from tahqiq.web.permits import SAFE, Permit, permit_of, reached
from tahqiq.web.visitor import Door, Visitor, csrf_of

API = "/api/"
VISIT = "visit"
"""The cookie of a browser whose person is not known yet; the word of the sign-in form comes from it."""

Answer = Callable[[Request], Awaitable[Response]]
Refuse = Callable[[Request, Failure], Response]


async def guarded(entrance: Entrance, refuse: Refuse, request: Request, answer: Answer) -> Response:
    """The answer to whoever may ask for it; otherwise `refuse` writes why not, or the way leads to the sign-in page.

    What is known of who asks stands in `request.state.visitor` (None: nobody) and their form in `request.state.form`.
    """
    if not entrance.site.answers_to(request.headers.get("host", "")):
        return refuse(request, Failure(400, "host", request.headers.get("host", "")))
    if isinstance(entrance, Link) and "token" in request.query_params:
        return _let_in(entrance, refuse, request)
    visitor = await run_in_threadpool(entrance.visitor, request)
    request.state.visitor, request.state.form = visitor, {}
    route = reached(request.app.routes, request.scope)
    permit = None if route is None else permit_of(request.method, route)
    if visitor is None and (permit is None or permit.least is not None):
        return _sent_to_the_door(entrance, refuse, request)
    if route is None:
        return await answer(request)  # which says that there is no such page, or not by this method
    if failure := _not_allowed(visitor, permit, request):
        return refuse(request, failure)
    if request.method not in SAFE and (failure := await _not_from_here(entrance, visitor, request)):
        return refuse(request, failure)
    return await answer(request)


def _not_allowed(visitor: Visitor | None, permit: Permit | None, request: Request) -> Failure | None:
    if permit is None:
        return Failure(404, "unknown_page", request.url.path)
    if permit.least is None or visitor is None:
        return None
    if not visitor.role.covers(permit.least):
        return Failure(403, "role", permit.least)
    if visitor.door is not Door.BEARER:
        return None
    if not permit.by_program:
        return Failure(403, "by_person", request.url.path)
    return Failure(403, "scope", Scope.WRITE) if request.method not in SAFE and visitor.scope is Scope.READ else None


async def _not_from_here(entrance: Entrance, visitor: Visitor | None, request: Request) -> Failure | None:
    """Why an unsafe request of a browser may come from another site, None where it does not; takes its form in."""
    if visitor is not None and visitor.door is Door.BEARER:
        return None
    secret = request.cookies.get(entrance.site.cookie(VISIT))
    word = visitor.csrf if visitor is not None else csrf_of(secret) if secret else ""
    if not is_from_here(request, entrance.site.is_secure):
        return Failure(403, "elsewhere", entrance.site.cookie())
    try:
        form = await read_form(request)
    except BadRequest as error:
        return Failure(400, error.reason, error.name)
    if not word or not brings_word(request, form, word):
        return Failure(403, "outdated_form", "")
    request.state.form = form
    return None


def _sent_to_the_door(entrance: Entrance, refuse: Refuse, request: Request) -> Response:
    if isinstance(entrance, Link):
        return refuse(request, Failure(401, "token", "tahqiq serve"))
    if request.url.path.startswith(API) or request.method not in SAFE:
        return refuse(request, Failure(401, "sign_in", "tahqiq token add"))
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(address("/sign-in", next=asked), 303)


def _let_in(link: Link, refuse: Refuse, request: Request) -> Response:
    """Take the token out of the address and keep it in a cookie that no script and no other site can use."""
    if not link.is_token(request.query_params.get("token")):
        return refuse(request, Failure(401, "wrong_token", ""))
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name != "token"]
    path = "/" + quote(request.url.path.lstrip("/\\"))
    answer = RedirectResponse(f"{path}?{urlencode(kept)}" if kept else path, 303)
    link.site.keep(answer, link.site.cookie(), link.token)
    return answer
