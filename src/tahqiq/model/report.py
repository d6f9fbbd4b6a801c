"""Reports: from the bytes that were received to one published item with its Text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from tahqiq.model.claim import Claims
from tahqiq.model.text import Text


class MediaType(StrEnum):
    """What the received bytes are."""

    TEXT = "text/plain"
    HTML = "text/html"
    ROW = "application/json"


_YEARS = range(1800, 2201)


def publication_date(written: str) -> dt.date | None:
    """An ISO 8601 date, or a datetime where the hour is given (after "T" or a space); None for anything else.

    Years outside 1800 to 2200 are the empty values of databases, not days of publication.
    """
    iso = dt.date.fromisoformat if len(written) <= len("2015-07-21") else dt.datetime.fromisoformat
    try:
        when = iso(written)
    except ValueError:
        return None
    return when if when.year in _YEARS else None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a report besides its words; None where unknown.

    `published` is a date, or a datetime where the hour is known.
    """

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """One item as the world gave it.

    `raw` are the bytes of the file, or of the row of a JSONL file; `body` is the row's text (None: `raw` is the body).
    `locator` says where it came from ("story.jsonl:12"); `charset` is the one declared outside the bytes.
    """

    id: str
    locator: str
    media_type: MediaType
    raw: bytes
    body: str | None = None
    charset: str | None = None
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not become a Report, and why; it is listed, and the run goes on."""

    locator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published item, cleaned. `digest` is the SHA-256 of the received bytes, in hex."""

    id: str
    digest: str
    locator: str
    text: Text
    metadata: Metadata

    @property
    def headline(self) -> str:
        """The headline: as received, else the first line of its words, at most 90 code points; else its id."""
        words = self.metadata.title or self.text.raw[: self.text.title_end or 90].strip().partition("\n")[0]
        return words or self.id


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A Report with the claims that were extracted from it."""

    report: Report
    claims: Claims
