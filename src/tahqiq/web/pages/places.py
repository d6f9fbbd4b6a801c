"""Where things are counted, in all stories."""

from __future__ import annotations

from tahqiq.ledger.whereabouts import count_places, places
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.mapping import drawings, place_lines
from tahqiq.web.page import Page, leaf
from tahqiq.web.words import tell

_ON_A_LEAF = 50


def show(desk: Desk, asked: Asked) -> Page:
    """`page` counts leaves of the list from 1; the map shows those of the leaf."""
    total = count_places(desk.ledger)
    shown, turning = leaf("/places", {}, asked.number("page", 1), _ON_A_LEAF, total)
    found = places(desk.ledger, _ON_A_LEAF, shown.start)
    return Page(
        "places.html",
        tell("place.all_places"),
        {"places": place_lines(found), "maps": drawings(found), "leaf": turning},
        "places",
    )
