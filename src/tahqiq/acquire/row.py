"""One JSONL row → Received, with what had to be set aside."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import orjson

from tahqiq.clean.charset import UndecodableError, readable
from tahqiq.errors import UnreadableInput
from tahqiq.model.report import MediaType, Metadata, Received, Rejected, publication_date

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MAX_ID = 512
_MAX_SHOWN = 60


def read_row(line: bytes, locator: str) -> Iterator[Received | Rejected]:
    """The report of one row, after a Rejected for each optional field that had to be set aside.

    A field that is set aside (a date that is no ISO 8601, a title that is garbled) costs the report that field, not
    its words. Raises UnreadableInput where the row has no usable id or text. An id may be a whole number; "date"
    stands in for a missing "published".
    """
    fields = _fields(line, locator)
    ident = _ident(fields.get("id"), locator)
    body = fields.get("text")
    if not isinstance(body, str):
        raise UnreadableInput(locator, "no text" if body is None else "the text is no string")
    if "\0" in body:
        raise UnreadableInput(locator, "the text holds NUL characters")
    words = _Optional(fields, locator)
    metadata = Metadata(
        outlet=words.string("outlet"),
        url=words.string("url"),
        title=words.string("title"),
        author=words.string("author"),
        published=words.date("published") if fields.get("published") else words.date("date"),
        language=words.language("language"),
    )
    yield from words.aside
    yield Received(ident, locator, MediaType.ROW, line, body=body, metadata=metadata)


def _fields(line: bytes, locator: str) -> dict[str, object]:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise UnreadableInput(locator, f"not JSON ({error.msg}, byte {error.pos + 1})") from error
    if not isinstance(row, dict):
        raise UnreadableInput(locator, "the row is no JSON object")
    return row


def _ident(written: object, locator: str) -> str:
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)
    if not isinstance(written, str) or not written.strip():
        raise UnreadableInput(locator, "no id" if written in (None, "") else "the id is neither words nor a number")
    if len(written) > _MAX_ID or _CONTROLS.search(written):
        raise UnreadableInput(locator, f"the id is longer than {_MAX_ID} characters or holds control characters")
    return written


class _Optional:
    """Reads optional fields, and keeps a Rejected for each that cannot be used."""

    def __init__(self, fields: dict[str, object], locator: str) -> None:
        self._fields = fields
        self._locator = locator
        self.aside: list[Rejected] = []

    def string(self, key: str) -> str | None:
        """The field's words without the blanks around them; None where it is missing, null, blank or unreadable."""
        value = self._fields.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self._set_aside(key, "it is no string")
            return None
        try:
            return readable(value.strip()) or None
        except UndecodableError as error:
            self._set_aside(key, str(error))
            return None

    def date(self, key: str) -> dt.date | None:
        """The field as a date or datetime."""
        written = self.string(key)
        if written is None:
            return None
        date = publication_date(written)
        if date is None:
            self._set_aside(key, f"{_short(written)} is no ISO 8601 date")
        return date

    def language(self, key: str) -> str | None:
        """The field as a language code."""
        written = self.string(key)
        if written is None or _LANGUAGE.fullmatch(written):
            return written
        self._set_aside(key, f"{_short(written)} is no language code")
        return None

    def _set_aside(self, key: str, reason: str) -> None:
        self.aside.append(Rejected(f"{self._locator} {key}", f"{reason}; the report was kept without it"))


def _short(written: str) -> str:
    return ascii(written[:_MAX_SHOWN]) if _CONTROLS.search(written) else repr(written[:_MAX_SHOWN])
