"""Routes of a server whose ledger has accounts: signing in and out, one's own account, and the people of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tahqiq.errors import PersonError
from tahqiq.people.roles import Role
from tahqiq.people.secret import new_secret
from tahqiq.web.addresses import address
from tahqiq.web.answering import as_preferred, visitor_of, written
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.guarding import VISIT
from tahqiq.web.pages import account, people, sign_in
from tahqiq.web.pages.account import Fault
from tahqiq.web.signing import Accounts, TurnedAway, within
from tahqiq.web.visitor import Visitor, csrf_of


def people_routes(entrance: Accounts) -> list[Route]:
    """The routes; each has its row in `permits`."""
    return [
        Route("/sign-in", _with(entrance, _sign_in_page)),
        Route("/sign-in", _with(entrance, _sign_in), methods=["POST"]),
        Route("/sign-out", _with(entrance, _sign_out), methods=["POST"]),
        Route("/account", _with(entrance, _account_page)),
        Route("/account", _with(entrance, _change_password), methods=["POST"]),
        Route("/people", _with(entrance, _people_page)),
        *(Route(f"/people/{name}", _people_act(entrance, name), methods=["POST"]) for name in _ACTS),
    ]


def _with(entrance: Accounts, answer: Callable[[Accounts, Request], Response]) -> Callable[[Request], Response]:
    return lambda request: answer(entrance, request)


def _sign_in_page(entrance: Accounts, request: Request) -> Response:
    site, goal = entrance.site, within(request.query_params.get("next"))
    if visitor_of(request) is not None:
        return RedirectResponse(goal, 303)
    visit = request.cookies.get(site.cookie(VISIT)) or new_secret()
    answer = as_preferred(request, sign_in.page(sign_in.Trying(goal, csrf_of(visit))))
    site.keep(answer, site.cookie(VISIT), visit)
    return answer


def _sign_in(entrance: Accounts, request: Request) -> Response:
    given, site = Asked(request.state.form), entrance.site
    name, goal = given.text("name") or "", within(given.text("next"))
    found = entrance.check(request, name, given.text("password") or "")
    if isinstance(found, TurnedAway):
        word = csrf_of(request.cookies.get(site.cookie(VISIT), ""))
        page = sign_in.page(sign_in.Trying(goal, word, name, found))
        answer = written(request, page, 429 if found.wait else 403, address("/sign-in", next=goal))
        if found.wait:
            answer.headers["Retry-After"] = str(found.wait)
        return answer
    answer = entrance.let_in(request, RedirectResponse(goal, 303), found)
    site.forget(answer, site.cookie(VISIT))
    return answer


def _sign_out(entrance: Accounts, request: Request) -> Response:
    entrance.people.sessions.end(request.cookies.get(entrance.site.cookie(), ""))
    answer = RedirectResponse("/sign-in", 303)
    entrance.site.forget(answer, entrance.site.cookie())
    return answer


def _account_page(entrance: Accounts, request: Request) -> Response:
    return as_preferred(request, account.page(_visitor(request), request.query_params.get("done") == "password"))


def _change_password(entrance: Accounts, request: Request) -> Response:
    visitor, given = _visitor(request), Asked(request.state.form)
    found = entrance.check(request, visitor.name, given.text("password") or "")
    if isinstance(found, TurnedAway):
        return _not_changed(request, Fault("password_wait" if found.wait else "password_wrong", str(found.wait or "")))
    try:
        entrance.people.accounts.set_password(visitor.name, _typed_twice(given))
    except PersonError as error:
        return _not_changed(request, Fault(error.reason, error.name))
    return entrance.let_in(request, RedirectResponse("/account?done=password", 303), found)


def _not_changed(request: Request, fault: Fault) -> Response:
    return written(request, account.page(_visitor(request), fault=fault), 422, "/account")


def _people_page(entrance: Accounts, request: Request) -> Response:
    done, name = request.query_params.get("done"), request.query_params.get("name")
    return as_preferred(request, people.page(entrance.people.accounts.all(), people.Done(done, name)))


def _people_act(entrance: Accounts, act: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        given = Asked(request.state.form)
        name = given.text("name") or ""
        try:
            _ACTS[act](entrance, name, given)
        except PersonError as error:
            fault = people.Refused(act, name, Fault(error.reason, error.name))
            return written(request, people.page(entrance.people.accounts.all(), refused=fault), 422, "/people")
        return RedirectResponse(address("/people", done=act, name=name), 303)

    return answer


def _add(entrance: Accounts, name: str, given: Asked) -> None:
    entrance.people.accounts.add(name, _role(given), _typed_twice(given))


def _set_role(entrance: Accounts, name: str, given: Asked) -> None:
    entrance.people.accounts.set_role(name, _role(given))


def _set_password(entrance: Accounts, name: str, given: Asked) -> None:
    entrance.people.accounts.set_password(name, _typed_twice(given))


def _disable(entrance: Accounts, name: str, given: Asked) -> None:
    entrance.people.accounts.disable(name)


def _enable(entrance: Accounts, name: str, given: Asked) -> None:
    entrance.people.accounts.enable(name)


_ACTS: Mapping[str, Callable[[Accounts, str, Asked], None]] = {
    "add": _add,
    "role": _set_role,
    "password": _set_password,
    "disable": _disable,
    "enable": _enable,
}


def _role(given: Asked) -> Role:
    try:
        return Role(given.required("role"))
    except ValueError as error:
        raise BadRequest("not_known", "role") from error


def _typed_twice(given: Asked) -> str:
    fresh = given.text("new") or ""
    if fresh != (given.text("again") or ""):
        raise PersonError("password_differs", "")
    return fresh


def _visitor(request: Request) -> Visitor:
    visitor = visitor_of(request)
    if visitor is None:
        raise BadRequest("missing", "csrf")
    return visitor
