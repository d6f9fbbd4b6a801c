"""Which request needs which role: what does not stand here cannot be reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import Scope as Asgi

from tahqiq.people.roles import Role
from tahqiq.web.addresses import ALERTS_FEED, CHART, DOWNLOAD, STORY_FEED
from tahqiq.web.files import FILES

SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Permit:
    """Who may make a request: whoever has at least that role; None: anyone, since it shows nothing of the ledger.

    `by_program` says that an API token opens it too.
    """

    least: Role | None
    by_program: bool = True


ANYONE = Permit(None)
VIEWER = Permit(Role.VIEWER)
ONESELF = Permit(Role.VIEWER, by_program=False)
ANALYST = Permit(Role.ANALYST, by_program=False)
EDITOR = Permit(Role.EDITOR, by_program=False)
ADMIN = Permit(Role.ADMIN, by_program=False)

PERMITS: Mapping[tuple[str, str], Permit] = {
    **{("GET", path): ANYONE for path in FILES},
    ("GET", "/sign-in"): ANYONE,
    ("POST", "/sign-in"): ANYONE,
    ("GET", "/"): VIEWER,
    ("GET", "/story"): VIEWER,
    ("GET", "/measure"): VIEWER,
    ("GET", "/report"): VIEWER,
    ("GET", "/sources"): VIEWER,
    ("GET", "/source"): VIEWER,
    ("GET", "/places"): VIEWER,
    ("GET", "/place"): VIEWER,
    ("GET", "/search"): VIEWER,
    ("GET", "/alerts"): VIEWER,
    ("GET", "/help"): VIEWER,
    ("GET", "/export"): VIEWER,
    ("GET", DOWNLOAD): VIEWER,
    ("GET", CHART): VIEWER,
    ("GET", ALERTS_FEED): VIEWER,
    ("GET", STORY_FEED): VIEWER,
    ("GET", "/api/v1"): VIEWER,
    ("GET", "/api/v1/openapi.json"): VIEWER,
    ("GET", "/api/v1/{table}"): VIEWER,
    **{("GET", f"/api/v1/{kind}/{{id:path}}"): VIEWER for kind in ("stories", "measures", "reports", "claims")},
    ("POST", "/api/v1/judgements"): Permit(Role.ANALYST),
    ("GET", "/claim"): VIEWER,
    ("GET", "/judgements"): VIEWER,
    ("GET", "/review"): ANALYST,
    ("POST", "/judge/accept"): ANALYST,
    ("POST", "/judge/reject"): ANALYST,
    ("POST", "/judge/note"): ANALYST,
    ("POST", "/judge/undo"): ANALYST,
    ("GET", "/correct"): EDITOR,
    ("GET", "/regroup"): EDITOR,
    ("POST", "/judge/correct"): EDITOR,
    ("POST", "/judge/grade"): EDITOR,
    ("POST", "/judge/merge"): EDITOR,
    ("POST", "/judge/split"): EDITOR,
    ("POST", "/sign-out"): ONESELF,
    ("GET", "/account"): ONESELF,
    ("POST", "/account"): ONESELF,
    ("GET", "/people"): ADMIN,
    ("POST", "/people/add"): ADMIN,
    ("POST", "/people/role"): ADMIN,
    ("POST", "/people/password"): ADMIN,
    ("POST", "/people/disable"): ADMIN,
    ("POST", "/people/enable"): ADMIN,
}
"""By method (GET stands for HEAD too) and by the path of the route."""


def permit_of(method: str, path: str) -> Permit | None:
    """The permit of a route's path under a method; None where there is none."""
    return PERMITS.get(("GET" if method == "HEAD" else method, path))


def reached(routes: Iterable[BaseRoute], scope: Asgi) -> str | None:
    """The path, as it is written in the program, of the route that would answer; None where none would."""
    for route in routes:
        match, inner = route.matches(scope)
        if match is not Match.FULL:
            continue
        if isinstance(route, Mount):
            below = reached(route.routes, {**scope, **inner})
            return None if below is None else route.path + below
        return route.path if isinstance(route, Route) else None
    return None
