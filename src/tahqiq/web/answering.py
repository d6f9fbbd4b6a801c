"""A page or a failure as a response, in the language of whoever asks."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, is_dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tahqiq.web.api.tables import ROOT
from tahqiq.web.failing import Failure, failure_of, failure_page, problem
from tahqiq.web.page import Page
from tahqiq.web.preferences import chosen, keep, preferences
from tahqiq.web.rendering import Reader, render
from tahqiq.web.visitor import Visitor

_LOG = logging.getLogger("tahqiq.web")


def written(request: Request, page: Page, status: int = 200, path: str | None = None) -> Response:
    """A page; `path` is its address where the request has another (a form that came back with faults)."""
    here = path or "/" + request.url.path.lstrip("/\\")
    parameters = {} if path else dict(request.query_params)
    reader = Reader(preferences(request), visitor_of(request))
    return HTMLResponse(render(page, reader, here, parameters), status)


def as_preferred(request: Request, page: Page) -> Response:
    """A page, and cookies that remember what its address chooses; BadRequest for a choice that there is not."""
    cookies = chosen(request)
    answer = written(request, page)
    keep(answer, cookies)
    return answer


def data(value: object, status: int = 200, media_type: str = "application/json") -> Response:
    """A value as JSON."""
    written = json.dumps(value, ensure_ascii=False, default=_plain)
    return Response(written.encode("utf-8", "replace"), status, media_type=media_type)


def _plain(row: object) -> object:
    """A row of a table as JSON has it."""
    if not is_dataclass(row) or isinstance(row, type):
        raise TypeError(f"{row!r} has no form in JSON")
    return asdict(row)


def refused(request: Request, failure: Failure) -> Response:
    """Why a request is not answered: a page, or application/problem+json for a program."""
    if request.url.path != ROOT and not request.url.path.startswith(f"{ROOT}/"):
        return written(request, failure_page(failure), failure.status)
    answer = data(problem(failure, preferences(request).language), failure.status, "application/problem+json")
    if failure.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def failed(request: Request, error: Exception) -> Response:
    """What an error is to whoever asked."""
    failure = failure_of(error, request.method, request.url.path)
    if failure.status >= 500:
        _LOG.error("a page could not be shown", exc_info=error)
    return refused(request, failure)


def visitor_of(request: Request) -> Visitor | None:
    """Who asks, None where nobody is known."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return visitor
