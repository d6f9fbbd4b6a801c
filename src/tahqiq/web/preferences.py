"""How a reader wants pages: language and colours, by address, by cookie, or by what the browser asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.export.page.styling import SCHEMES
from tahqiq.web.asking import BadRequest
from tahqiq.web.language import accepted

THEMES = ("auto", *SCHEMES)

_CHOICES = {"lang": ("tahqiq-language", LANGUAGES), "theme": ("tahqiq-theme", THEMES)}
"""What an address may choose: the cookie that keeps it, and its values."""

_YEAR_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Preferences:
    """One of `LANGUAGES`, and one of `THEMES` ("auto": as the browser's settings say)."""

    language: str
    theme: str


def preferences(request: Request) -> Preferences:
    """What the address of a request says, else what was chosen before, else what the browser asks for."""
    language = _known(request, "lang") or accepted(request.headers.get("accept-language", ""))
    return Preferences(language, _known(request, "theme") or THEMES[0])


def chosen(request: Request) -> dict[str, str]:
    """What the address itself chooses, by cookie; BadRequest for a value that is none."""
    return dict(_chosen(request))


def keep(answer: Response, cookies: dict[str, str]) -> None:
    """Let the browser remember a choice for a year."""
    for cookie, value in cookies.items():
        answer.set_cookie(cookie, value, _YEAR_SECONDS, samesite="strict", httponly=True)


def _chosen(request: Request) -> Iterator[tuple[str, str]]:
    for name, (cookie, values) in _CHOICES.items():
        wanted = request.query_params.get(name)
        if wanted is not None and wanted not in values:
            raise BadRequest(f"no_{name}", f"{name}={values[-1]}")
        if wanted is not None:
            yield cookie, wanted


def _known(request: Request, name: str) -> str | None:
    cookie, values = _CHOICES[name]
    asked = (request.query_params.get(name), request.cookies.get(cookie))
    return next((value for value in asked if value in values), None)
