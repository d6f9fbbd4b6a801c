"""Places as pages show them: on a map, and in the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.map.drawing import draw
from tahqiq.export.page.map.projection import fit
from tahqiq.export.page.map.spec import NARROW, WIDE, Spot
from tahqiq.export.page.strings import LANGUAGES, Both, count, report_words
from tahqiq.export.page.visible import isolated, plain
from tahqiq.model.outline import PlaceTally
from tahqiq.reconcile.lexicon.gazetteer import english_name
from tahqiq.web.addresses import place_address

_ON_A_MAP = 30


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in one line; `is_located` says whether the map shows it."""

    name: Both
    address: str
    figures: Both
    measures: Both
    is_located: bool


def place_lines(tallies: Sequence[PlaceTally]) -> list[PlaceLine]:
    """What a table says of places."""
    spots = {one.name: _spot(one, LANGUAGES[0]) for one in _located(tallies)}
    shows = fit(list(spots.values()), WIDE).shows if spots else None
    return [
        PlaceLine(
            place_name(one),
            place_address(one.name),
            count("figure", one.figures),
            count("measure", one.measures),
            shows is not None and one.name in spots and shows(spots[one.name]),
        )
        for one in tallies
    ]


def place_name(tally: PlaceTally) -> Both:
    """A place as reports write it; in English by its English name, where one is known."""
    written = report_words(tally.name)
    english = english_name(tally.key) if tally.key is not None else None
    return written if english is None else Both(written.ar, isolated(english))


def drawings(tallies: Sequence[PlaceTally]) -> tuple[Both, ...]:
    """The map for wide pages and for phones, of the places that are located; none where no place is."""
    shown = _located(tallies)
    if not shown:
        return ()
    spots = {language: [_spot(one, language) for one in shown] for language in LANGUAGES}
    return tuple(Both(*(draw(spots[language], frame) for language in LANGUAGES)) for frame in (WIDE, NARROW))


def _located(tallies: Sequence[PlaceTally]) -> list[PlaceTally]:
    return [one for one in tallies if one.latitude is not None and one.longitude is not None][:_ON_A_MAP]


def _spot(tally: PlaceTally, language: str) -> Spot:
    name = _plain(place_name(tally), language)
    told = f"{name} · {_plain(count('figure', tally.figures), language)}"
    return Spot(
        name,
        tally.latitude or 0.0,
        tally.longitude or 0.0,
        tally.figures,
        place_address(tally.name),
        told,
        is_wide=tally.key == tally.country,
    )


def _plain(words: Both, language: str) -> str:
    return plain(Markup(words.of(language)).striptags())
