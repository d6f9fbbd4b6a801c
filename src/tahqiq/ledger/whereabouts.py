"""Where things are counted, as the reconciliation saved last has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from tahqiq.ledger.derived_tables import placed
from tahqiq.ledger.outlines import rows_of
from tahqiq.ledger.store import Ledger
from tahqiq.model.outline import PlaceTally


def places_of(ledger: Ledger, story: str) -> tuple[PlaceTally, ...]:
    """The places of a story, the most counted at first."""
    return _tallies(rows_of(ledger, select(placed).where(placed.c.story == story)))


def places(ledger: Ledger) -> tuple[PlaceTally, ...]:
    """All places of a ledger, the most counted at first."""
    return _tallies(rows_of(ledger, select(placed)))


def place_named(ledger: Ledger, name: str) -> PlaceTally | None:
    """The place of that name in any of its spellings; None where nothing is counted there."""
    found = _tallies(rows_of(ledger, select(placed).where(placed.c.place.in_(_meant(name)))))
    return found[0] if found else None


def counted_at(ledger: Ledger, name: str) -> tuple[tuple[str, str, int], ...]:
    """Story, measure and number of figures of whatever is counted at the place of that name, the most figures first."""
    query = select(placed.c.story, placed.c.measure, placed.c.figures).where(placed.c.place.in_(_meant(name)))
    figures: Counter[tuple[str, str]] = Counter()
    for row in rows_of(ledger, query):
        figures[row.story, row.measure] += row.figures
    return tuple((story, measure, number) for (story, measure), number in figures.most_common())


def _meant(name: str) -> Select[Any]:
    return select(placed.c.place).where(placed.c.name == name)


def _tallies(rows: Iterable[Row[Any]]) -> tuple[PlaceTally, ...]:
    of_place: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        of_place[row.place].append(row)
    told = [_tally(place, listed) for place, listed in of_place.items()]
    return tuple(sorted(told, key=lambda one: (-one.figures, one.name)))


def _tally(place: str, rows: Sequence[Row[Any]]) -> PlaceTally:
    names: Counter[str] = Counter()
    for row in rows:
        names[row.name] += row.figures
    name = max(names, key=lambda one: (names[one], one))
    first = rows[0]
    return PlaceTally(
        name=name,
        key=None if place == name else place,
        country=first.country,
        latitude=first.latitude,
        longitude=first.longitude,
        figures=sum(names.values()),
        measures=len({(row.story, row.measure) for row in rows}),
        stories=len({row.story for row in rows}),
    )
