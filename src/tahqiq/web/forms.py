"""Forms that a browser sends: read up to a size, and only where they come from these pages."""

from __future__ import annotations

import secrets
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from tahqiq.web.asking import BadRequest

CSRF_FIELD, CSRF_HEADER = "csrf", "x-csrf-token"
MOST_BYTES = 256 * 1024
_MOST_FIELDS = 200
_FORM = "application/x-www-form-urlencoded"

Form = dict[str, str]


async def read_form(request: Request) -> Form:
    """The fields of a form by name, the last of a name; none where no form was sent.

    Raises BadRequest for another kind of body, for more than `MOST_BYTES` or too many fields, and for other than UTF-8.
    """
    body = await read_body(request)
    if not body:
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise BadRequest("no_form", "Content-Type")
    try:
        return dict(parse_qsl(body.decode("ascii"), True, errors="strict", max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise BadRequest("no_form", _FORM) from error


def is_from_here(request: Request, is_secure: bool) -> bool:
    """Whether a browser says that a page of this very address sent the request (Fetch Metadata, else Origin).

    A browser that says neither is taken for one that another page made ask.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = urlsplit(request.headers.get("origin", ""))
    scheme = "https" if is_secure else "http"
    return (origin.scheme, origin.netloc) == (scheme, request.headers.get("host", ""))


def brings_word(request: Request, form: Form, word: str) -> bool:
    """Whether the form, or a header of the request, brings back the word that was put into the page."""
    given = request.headers.get(CSRF_HEADER) or form.get(CSRF_FIELD, "")
    return secrets.compare_digest(given.encode("utf-8", "replace"), word.encode())


async def read_body(request: Request) -> bytes:
    """The bytes of a request; BadRequest for more than `MOST_BYTES`."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > MOST_BYTES:
            raise BadRequest("too_long", _FORM)
    return bytes(read)
