"""The program that answers requests: which page stands at which path, who may read, what each answer carries."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tahqiq.errors import LedgerError, MissingPart, UnknownName
from tahqiq.ledger.queries import QueryError
from tahqiq.web import feeds
from tahqiq.web.access import Entrance
from tahqiq.web.addresses import ALERTS_FEED, CHART, DOWNLOAD, STORY_FEED
from tahqiq.web.answering import as_preferred, data, failed, refused
from tahqiq.web.api.description import description
from tahqiq.web.api.objects import OBJECTS
from tahqiq.web.api.tables import ROOT, heard, rows, tables
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.downloads import Give, download
from tahqiq.web.files import FILES, file
from tahqiq.web.guarding import Answer, guarded
from tahqiq.web.page import Show
from tahqiq.web.pages import (
    alerts,
    chart,
    claim,
    correct,
    export,
    help,
    judgements,
    measure,
    place,
    places,
    regroup,
    report,
    review,
    search,
    source,
    sources,
    start,
    story,
)
from tahqiq.web.people_routes import people_routes
from tahqiq.web.preferences import preferences
from tahqiq.web.review.beside import with_last
from tahqiq.web.review.programs import judging_by_programs
from tahqiq.web.review.routes import judging_routes
from tahqiq.web.signing import Accounts

PAGES: dict[str, Show] = {
    "/": start.show,
    "/story": story.show,
    "/export": export.show,
    "/measure": measure.show,
    "/report": report.show,
    "/sources": sources.show,
    "/source": source.show,
    "/places": places.show,
    "/place": place.show,
    "/search": search.show,
    "/alerts": alerts.show,
    "/review": review.show,
    "/claim": claim.show,
    "/correct": correct.show,
    "/regroup": regroup.show,
    "/judgements": judgements.show,
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
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""What every answer carries: nothing may load from elsewhere, run but our own files, frame or keep pages."""

_TLS = {"Strict-Transport-Security": "max-age=31536000"}

_KEPT = {"Cache-Control": "private, max-age=300"}


def application(desk: Desk, entrance: Entrance) -> Starlette:
    """The pages of a ledger for whoever comes in by `entrance`; what `permits` does not name cannot be reached."""

    async def guard(request: Request, answer: Answer) -> Response:
        try:
            given = await guarded(entrance, refused, request, answer)
        except Exception as error:
            given = failed(request, error)
        for name, value in {**HEADERS, **(_TLS if entrance.site.is_secure else {})}.items():
            given.headers.setdefault(name, value)
        return given

    routes = [Route(path, _endpoint(desk, show)) for path, show in PAGES.items()]
    routes += [Route(path, _file) for path in FILES]
    routes += [Route(path, _given(desk, give)) for path, give in GIVEN.items()]
    routes += [
        Route(ROOT, _tables),
        Route(f"{ROOT}/openapi.json", _description),
        Route(f"{ROOT}/judgements", judging_by_programs(desk), methods=["POST"]),
        Route(f"{ROOT}/{{table}}", _rows(desk)),
        *(Route(f"{ROOT}/{kind}/{{id:path}}", _thing(desk, kind)) for kind in OBJECTS),
    ]
    routes += judging_routes(desk)
    if isinstance(entrance, Accounts):
        routes += people_routes(entrance)
    foreseen = (HTTPException, BadRequest, QueryError, UnknownName, MissingPart, LedgerError)
    return Starlette(
        routes=routes,
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
        exception_handlers=dict.fromkeys(foreseen, failed),
    )


def _endpoint(desk: Desk, show: Show) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        asked = Asked(request.query_params)
        return as_preferred(request, with_last(desk, asked, show(desk, asked), request.url.path))

    return answer


def _given(desk: Desk, give: Give) -> Callable[[Request], Response]:
    return lambda request: give(desk, Asked(request.query_params), preferences(request).language)


def _rows(desk: Desk) -> Callable[[Request], Response]:
    return lambda request: data(rows(desk, request.path_params["table"], Asked(request.query_params)))


def _thing(desk: Desk, kind: str) -> Callable[[Request], Response]:
    find, _ = OBJECTS[kind]

    def answer(request: Request) -> Response:
        heard(Asked(request.query_params))
        return data(find(desk, Asked(request.path_params).required("id")))

    return answer


def _tables(request: Request) -> Response:
    heard(Asked(request.query_params))
    return data(tables())


def _description(request: Request) -> Response:
    return data(description())


def _file(request: Request) -> Response:
    media_type, content = file(request.url.path)
    return Response(content, media_type=media_type, headers=_KEPT)
