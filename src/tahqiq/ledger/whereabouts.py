"""Where things are counted, as the reconciliation saved last has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from tahqiq.ledger.derived_tables import placed
from tahqiq.ledger.outlines import rows_of
from tahqiq.ledger.store import Ledger
from tahqiq.model.outline import PlaceTally


def places_of(ledger: Ledger, story: str) -> tuple[PlaceTally, ...]:
    """The places of a story, the most counted at first."""
    return _tallies(ledger, placed.c.story == story)


def places(ledger: Ledger, most: int | None = None, after: int = 0) -> tuple[PlaceTally, ...]:
    """The places of a ledger behind the first `after`, `most` of them (None: all), the most counted at first."""
    ranked = select(placed.c.place).group_by(placed.c.place).order_by(func.sum(placed.c.figures).desc(), placed.c.place)
    return _tallies(ledger, placed.c.place.in_(ranked.limit(most).offset(after)))


def count_places(ledger: Ledger) -> int:
    """At how many places anything is counted."""
    found = rows_of(ledger, select(func.count(placed.c.place.distinct()).label("places")))
    return int(found[0].places) if found else 0


def place_named(ledger: Ledger, name: str) -> PlaceTally | None:
    """The place of that name in any of its spellings; None where nothing is counted there."""
    found = _tallies(ledger, placed.c.place.in_(_meant(name)))
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


def _tallies(ledger: Ledger, wanted: ColumnElement[bool]) -> tuple[PlaceTally, ...]:
    c = placed.c
    spelled = select(c.place, c.name, c.country, c.latitude, c.longitude, func.sum(c.figures).label("figures"))
    spelled = spelled.where(wanted).group_by(c.place, c.name, c.country, c.latitude, c.longitude)
    measures, stories = func.count(c.measure.distinct()), func.count(c.story.distinct())
    counted = select(c.place, measures.label("measures"), stories.label("stories")).where(wanted).group_by(c.place)
    counts = {row.place: (row.measures, row.stories) for row in rows_of(ledger, counted)}
    of_place: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows_of(ledger, spelled):
        of_place[row.place].append(row)
    told = [_tally(rows, *counts.get(place, (0, 0))) for place, rows in of_place.items()]
    return tuple(sorted(told, key=lambda one: (-one.figures, one.name)))


def _tally(rows: Sequence[Row[Any]], measures: int, stories: int) -> PlaceTally:
    """A place from its rows, one for each of its names and positions."""
    names: Counter[str] = Counter()
    for row in rows:
        names[row.name] += row.figures
    name = max(names, key=lambda one: (names[one], one))
    first = rows[0]
    return PlaceTally(
        name=name,
        key=None if first.place == name else first.place,
        country=first.country,
        latitude=first.latitude,
        longitude=first.longitude,
        figures=sum(names.values()),
        measures=measures,
        stories=stories,
    )
