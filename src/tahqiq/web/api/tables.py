"""A table's rows behind a cursor, at most `limit` of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice, takewhile
from typing import TypedDict

from tahqiq.errors import UnknownName
from tahqiq.export.framing import framing_rows
from tahqiq.export.page.strings import LANGUAGES
from tahqiq.export.rows import ExportRow
from tahqiq.exported import OFFERED, Wanted, hit_row
from tahqiq.ledger.outlines import count_sources, framing, measure_outlines, measures_of, source_lines
from tahqiq.ledger.search import DEEPEST, Kind, Sort
from tahqiq.ledger.search import Wanted as Hits
from tahqiq.ledger.store import Ledger
from tahqiq.model.framing import Framing
from tahqiq.web.addresses import address
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk

ROOT = "/api/v1"
SEARCH = "search"
SEARCHED_BY = ("q", "kind", "sort")
DEFAULT, MOST = 100, 1000
_MOST_DIGITS = 7

SERVED = {
    **OFFERED,
    "sources": OFFERED["sources"]._replace(rows=lambda kept, wanted: source_lines(kept, count_sources(kept))),
    "framing": OFFERED["framing"]._replace(rows=lambda kept, wanted: framing_rows(_framings(kept, wanted.story))),
}
"""The tables; sources and framing are told as they were at the last reconciliation."""

Cell = str | int | float | None


class TableLeaf(TypedDict):
    """A stretch of a table; `next` is the address of what follows, None at the end."""

    table: str
    limit: int
    rows: list[dict[str, Cell]]
    next: str | None


class Table(TypedDict):
    """A table by name: its address, and the parameters that narrow it."""

    table: str
    address: str
    narrowed_by: list[str]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Behind which row a leaf begins: `since` stands in its first column, and `passed` rows from there on are known.

    `since` is "" in tables that can only be counted through. In an address the number comes first: "3~ID".
    """

    passed: int = 0
    since: str = ""

    @classmethod
    def read(cls, written: str | None) -> Cursor:
        """From an address; BadRequest where it is none."""
        if written is None:
            return cls()
        number, _, since = written.partition("~")
        if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
            raise BadRequest("no_cursor", "after")
        return cls(int(number), since)

    def __str__(self) -> str:
        return f"{self.passed}~{self.since}" if self.since else str(self.passed)


class Tables(TypedDict):
    """Every table."""

    tables: list[Table]


def tables() -> Tables:
    """Every table that can be asked for."""
    narrowed = {name: table.narrowed_by for name, table in SERVED.items()} | {SEARCH: SEARCHED_BY}
    return {"tables": [Table(table=n, address=f"{ROOT}/{n}", narrowed_by=list(by)) for n, by in narrowed.items()]}


def rows(desk: Desk, name: str, asked: Asked) -> TableLeaf:
    """The rows of a table that are asked for.

    Raises UnknownName for a table, and BadRequest for a parameter, that there is not: none is passed over.
    """
    if name != SEARCH and name not in SERVED:
        raise UnknownName("table", name, (*SERVED, SEARCH))
    limit = asked.number("limit", DEFAULT)
    if limit > MOST:
        raise BadRequest("no_number", "limit")
    narrowed_by = SEARCHED_BY if name == SEARCH else SERVED[name].narrowed_by
    heard(asked, "limit", "after", *narrowed_by)
    narrowed = {by: asked.text(by) for by in narrowed_by}
    cursor = Cursor.read(asked.text("after"))
    find = _hits if name == SEARCH else _table_rows
    listed = [asdict(row) for row in find(desk, name, asked, cursor, limit + 1)]
    following = None
    if len(listed) > limit:
        last = _behind(listed[:limit], cursor, name)
        following = address(f"{ROOT}/{name}", **narrowed, limit=limit, after=str(last))
    return {"table": name, "limit": limit, "rows": listed[:limit], "next": following}


def _framings(ledger: Ledger, story: str | None) -> Iterator[Framing]:
    for id_ in [one.id for one in ledger.stories() if story in (None, one.id)]:
        counted = measures_of(ledger, [outline.id for outline in measure_outlines(ledger, id_)], id_)
        told = framing(ledger, id_, counted)
        if told is not None:
            yield told


def heard(asked: Asked, *names: str) -> None:
    """BadRequest for a parameter of another name than these and `lang`, or for a language that there is not."""
    asked.only("lang", *names)
    if asked.text("lang") not in (None, *LANGUAGES):
        raise BadRequest("no_lang", "lang=en")


def _table_rows(desk: Desk, name: str, asked: Asked, cursor: Cursor, most: int) -> Iterator[ExportRow]:
    table = SERVED[name]
    if cursor.passed and bool(cursor.since) is not table.begins_anywhere:
        raise BadRequest("no_cursor", "after")
    narrowed = {by: asked.text(by) for by in table.narrowed_by}
    try:
        found = table.rows(desk.ledger, Wanted(**narrowed, since=cursor.since or None))
        yield from islice(found, cursor.passed, cursor.passed + most)
    except UnknownName as error:
        if error.name != cursor.since:
            raise
        raise UnknownName("cursor", str(cursor)) from error


def _hits(desk: Desk, name: str, asked: Asked, cursor: Cursor, most: int) -> Iterator[ExportRow]:
    kind, sort = asked.one_of(Kind, "kind"), asked.one_of(Sort, "sort")
    if cursor.since:
        raise BadRequest("no_cursor", "after")
    if cursor.passed > DEEPEST:
        raise UnknownName("cursor", str(cursor))
    wanted = Hits(kind, sort, min(most, DEEPEST - cursor.passed), cursor.passed)
    return map(hit_row, desk.search.find(asked.required("q"), wanted).hits)


def _behind(listed: Sequence[dict[str, Cell]], cursor: Cursor, name: str) -> Cursor:
    """The cursor behind the last of some rows, which were listed behind another."""
    if name == SEARCH or not SERVED[name].begins_anywhere:
        return Cursor(cursor.passed + len(listed))
    firsts = [str(next(iter(row.values()))) for row in listed]
    same = len(list(takewhile(lambda first: first == firsts[-1], reversed(firsts))))
    is_still_the_first = same == len(firsts) and firsts[-1] == cursor.since
    return Cursor(same + (cursor.passed if is_still_the_first else 0), firsts[-1])
