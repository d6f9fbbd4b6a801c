"""Where."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.model.text import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report names it.

    `name` is the name as written, without proclitics; `key` the gazetteer's id (None: not in the gazetteer);
    `country` an ISO 3166-1 alpha-2 code; `latitude` and `longitude` in WGS 84 degrees.
    """

    name: str
    span: Span
    key: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
