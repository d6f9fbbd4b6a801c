"""What a reader is told where a request cannot be answered: a status, and a reason by name."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from tahqiq.errors import LedgerError, MissingPart, UnknownName
from tahqiq.ledger.queries import QueryError
from tahqiq.web.asking import BadRequest
from tahqiq.web.page import Page
from tahqiq.web.words import knows, tell

_BY_STATUS = {404: "unknown_page", 405: "read_only"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An HTTP status, the string of strings.toml that gives the reason, and the name that goes into it."""

    status: int
    reason: str
    name: str


def failure_of(error: Exception, method: str, path: str) -> Failure:
    """What an error is to the reader of a page; whatever was not foreseen is a fault of the program, status 500."""
    if isinstance(error, BadRequest):
        return Failure(400, error.reason, error.name)
    if isinstance(error, QueryError):
        return Failure(400, "query", f"{error.place}: {error.name}")
    if isinstance(error, UnknownName) and knows(f"failing.unknown_{error.kind}"):
        return Failure(404, f"unknown_{error.kind}", error.name)
    if isinstance(error, HTTPException) and error.status_code in _BY_STATUS:
        return Failure(error.status_code, _BY_STATUS[error.status_code], path if error.status_code == 404 else method)
    if isinstance(error, MissingPart):
        return Failure(501, "missing_part", error.part)
    if isinstance(error, LedgerError):
        return Failure(503, "ledger", str(error))
    return Failure(500, "fault", "")


def failure_page(failure: Failure) -> Page:
    """The page that says so."""
    title = tell(f"failing.title_{failure.status}")
    reason = tell(f"failing.{failure.reason}", name=failure.name)
    return Page("failing.html", title, {"reason": reason}, section="")


def problem(failure: Failure, language: str) -> dict[str, str | int]:
    """The same for a program (RFC 9457, application/problem+json)."""
    page = failure_page(failure)
    reason = tell(f"failing.{failure.reason}", name=failure.name)
    told = [words.of(language).striptags() for words in (page.title, reason)]
    return {"title": told[0], "detail": told[1], "status": failure.status}
