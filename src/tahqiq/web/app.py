"""The program that answers requests: which page stands at which path, who may read, what each answer carries."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tahqiq.errors import LedgerError, UnknownName
from tahqiq.web import feeds
from tahqiq.web.access import Access, Answer, guarded
from tahqiq.web.addresses import ALERTS_FEED, CHART, DOWNLOAD, STORY_FEED
from tahqiq.web.api.description import description
from tahqiq.web.api.tables import ROOT, rows, tables
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.downloads import Give, download
from tahqiq.web.failing import Failure, failure_of, failure_page, problem
from tahqiq.web.files import FILES, file
from tahqiq.web.page import Page, Show
from tahqiq.web.pages import alerts, chart, export, help, measure, report, search, source, sources, start, story
from tahqiq.web.preferences import chosen, keep, preferences
from tahqiq.web.rendering import render

PAGES: dict[str, Show] = {
    "/": start.show,
    "/story": story.show,
    "/export": export.show,
    "/measure": measure.show,
    "/report": report.show,
    "/sources": sources.show,
    "/source": source.show,
    "/search": search.show,
    "/alerts": alerts.show,
    "/help": help.show,
}
"""Every page by its path; what is asked for stands in the query."""

GIVEN: dict[str, Give] = {
    DOWNLOAD: download,
    ALERTS_FEED: feeds.alerts,
    STORY_FEED: feeds.story,
    CHART: chart.drawn,
}
"""What is made of the ledger and is no page, by its path."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""What every answer carries: nothing may load from elsewhere, run but our own files, frame or keep pages."""

_KEPT = {"Cache-Control": "private, max-age=300"}
_LOG = logging.getLogger("tahqiq.web")


def application(desk: Desk, access: Access) -> Starlette:
    """The pages of a ledger for whoever has the token of `access`; it reads, and changes nothing."""

    async def guard(request: Request, answer: Answer) -> Response:
        try:
            given = await guarded(access, _refused, request, answer)
        except Exception as error:
            given = _failed(request, error)
        for name, value in HEADERS.items():
            given.headers.setdefault(name, value)
        return given

    routes = [Route(path, _endpoint(desk, show)) for path, show in PAGES.items()]
    routes += [Route(path, _file) for path in FILES]
    routes += [Route(path, _given(desk, give)) for path, give in GIVEN.items()]
    routes += [
        Route(ROOT, _tables),
        Route(f"{ROOT}/openapi.json", _description),
        Route(f"{ROOT}/{{table}}", _rows(desk)),
    ]
    foreseen = (HTTPException, BadRequest, UnknownName, LedgerError)
    return Starlette(
        routes=routes,
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
        exception_handlers=dict.fromkeys(foreseen, _failed),
    )


def _endpoint(desk: Desk, show: Show) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        cookies = chosen(request)
        written = _written(request, show(desk, Asked(request.query_params)))
        keep(written, cookies)
        return written

    return answer


def _given(desk: Desk, give: Give) -> Callable[[Request], Response]:
    return lambda request: give(desk, Asked(request.query_params), preferences(request).language)


def _rows(desk: Desk) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return _json(rows(desk, request.path_params["table"], Asked(request.query_params)))

    return answer


def _tables(request: Request) -> Response:
    return _json(tables())


def _description(request: Request) -> Response:
    return _json(description())


def _json(value: object, status: int = 200, media_type: str = "application/json") -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), status, media_type=media_type)


def _written(request: Request, page: Page, status: int = 200) -> Response:
    path = "/" + request.url.path.lstrip("/\\")
    return HTMLResponse(render(page, preferences(request), path, dict(request.query_params)), status)


def _refused(request: Request, failure: Failure) -> Response:
    if request.url.path.startswith(f"{ROOT}/"):
        return _json(problem(failure, preferences(request).language), failure.status, "application/problem+json")
    return _written(request, failure_page(failure), failure.status)


def _failed(request: Request, error: Exception) -> Response:
    failure = failure_of(error, request.method, request.url.path)
    if failure.status >= 500:
        _LOG.error("a page could not be shown", exc_info=error)
    return _refused(request, failure)


def _file(request: Request) -> Response:
    media_type, content = file(request.url.path)
    return Response(content, media_type=media_type, headers=_KEPT)
