"""A place: what is counted there, story by story."""

from __future__ import annotations

from tahqiq.errors import UnknownName
from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.strings import Both, count, join
from tahqiq.ledger.outlines import measure_outline
from tahqiq.ledger.whereabouts import counted_at, place_named
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.mapping import drawings, place_name
from tahqiq.web.page import Page, leaf
from tahqiq.web.pages.story import MeasureLine, measure_line

_ON_A_LEAF = 50


def show(desk: Desk, asked: Asked) -> Page:
    """`name` is the place's name as reports write it, `policy` the rule by which numbers are stated; `page` from 1.

    UnknownName where nothing is counted at a place of that name.
    """
    name, policy, at = asked.required("name"), asked.policy(), asked.number("page", 1)
    tally = place_named(desk.ledger, name)
    if tally is None:
        raise UnknownName("place", name)
    counted = counted_at(desk.ledger, name)
    shown, turning = leaf("/place", {"name": name, "policy": policy}, at, _ON_A_LEAF, len(counted))
    totals = count("figure", tally.figures), count("measure", tally.measures), count("story", tally.stories)
    return Page(
        "place.html",
        place_name(tally),
        {
            "totals": join(totals, "items"),
            "maps": drawings([tally]),
            "stories": _by_story(desk, counted[shown], policy),
            "leaf": turning,
        },
        "places",
    )


def _by_story(
    desk: Desk, counted: tuple[tuple[str, str, int], ...], policy: str
) -> list[tuple[Both, str, list[MeasureLine]]]:
    """Each story's title and address with what is counted of it there, in the order of the list."""
    lines: dict[str, list[MeasureLine]] = {}
    for story, measure, _ in counted:
        outline = measure_outline(desk.ledger, measure)
        if outline is not None:
            lines.setdefault(story, []).append(measure_line(outline, policy))
    return [(story_title(desk.story(story)), PAGES.story(story), listed) for story, listed in lines.items()]
