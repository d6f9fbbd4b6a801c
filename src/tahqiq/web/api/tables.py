"""A table's rows, from `offset` on, at most `limit` of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from typing import TypedDict

from tahqiq.errors import UnknownName
from tahqiq.export.rows import ExportRow
from tahqiq.exported import OFFERED, Wanted, hit_row
from tahqiq.ledger.search import DEEPEST
from tahqiq.ledger.search import Wanted as WantedHits
from tahqiq.web.addresses import address
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk

ROOT = "/api/v1"
SEARCH = "search"
DEFAULT, MOST = 100, 1000

Cell = str | int | float | None


class TableLeaf(TypedDict):
    """A stretch of a table; `next` is the address of what follows, None at the end."""

    table: str
    offset: int
    limit: int
    rows: list[dict[str, Cell]]
    next: str | None


class Table(TypedDict):
    """A table by name: its address, and the parameters that narrow it."""

    table: str
    address: str
    narrowed_by: list[str]


def tables() -> dict[str, list[Table]]:
    """Every table that can be asked for."""
    narrowed = {name: table.narrowed_by for name, table in OFFERED.items()} | {SEARCH: ("q",)}
    return {"tables": [Table(table=n, address=f"{ROOT}/{n}", narrowed_by=list(by)) for n, by in narrowed.items()]}


def rows(desk: Desk, name: str, asked: Asked) -> TableLeaf:
    """The rows of a table that are asked for.

    Raises UnknownName for a table, and BadRequest for a parameter, that there is not: none is passed over.
    """
    limit, offset = asked.number("limit", DEFAULT), asked.number("offset", 0, least=0)
    if limit > MOST:
        raise BadRequest("no_number", "limit")
    found, narrowed = _found(desk, name, asked, offset + limit + 1)
    listed = list(islice(found, offset, offset + limit + 1))
    here = f"{ROOT}/{name}"
    following = address(here, **narrowed, limit=limit, offset=offset + limit) if len(listed) > limit else None
    return {
        "table": name,
        "offset": offset,
        "limit": limit,
        "rows": [asdict(row) for row in listed[:limit]],
        "next": following,
    }


def _found(desk: Desk, name: str, asked: Asked, most: int) -> tuple[Iterable[ExportRow], dict[str, str | None]]:
    """The rows, and the parameters that narrow them."""
    if name == SEARCH:
        _only(asked, ("q",))
        query = asked.required("q")
        found = desk.search.find(query, WantedHits(limit=min(most, DEEPEST)))
        return map(hit_row, found.hits), {"q": query}
    table = OFFERED.get(name)
    if table is None:
        raise UnknownName("table", name, (*OFFERED, SEARCH))
    _only(asked, table.narrowed_by)
    narrowed = {by: asked.text(by) for by in table.narrowed_by}
    return table.rows(desk.ledger, Wanted(**narrowed)), narrowed


def _only(asked: Asked, narrowed_by: tuple[str, ...]) -> None:
    for name in asked.parameters:
        if name not in ("limit", "offset", "lang", *narrowed_by):
            raise BadRequest("not_known", name)
