"""Stories with their activity, the newest contradictions, the newest alerts."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.anchors import Shown, anchors
from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.opening import span
from tahqiq.export.page.order import contradicted
from tahqiq.export.page.strings import NOTHING, Both, count, say
from tahqiq.export.page.topic import Topic
from tahqiq.model.measure import Measure
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk, StoryTally
from tahqiq.web.page import Page, leaf
from tahqiq.web.pages.alerts import alert_line
from tahqiq.web.words import tell

_ON_A_LEAF = 50
_ALERTS = 5
_ORDERS = ("contradictions", "day")


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line."""

    title: Both
    address: str
    contradictions: Both
    reports: Both
    measures: Both
    span: Both


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradicted measure in one sentence, with its story."""

    words: Both
    address: str | None
    story: Both
    story_address: str


def show(desk: Desk, asked: Asked) -> Page:
    """`order` is "contradictions" (the default) or "day"; `page` counts leaves of the list from 1."""
    order, at = asked.text("order") or _ORDERS[0], asked.number("page", 1)
    if order not in _ORDERS:
        raise BadRequest("no_order", order)
    seen = desk.overview()
    stories = sorted(seen.stories.values(), key=_by_day if order == "day" else _by_contradictions, reverse=True)
    shown, turning = leaf("/", {"order": order}, at, _ON_A_LEAF, len(stories))
    alerts = desk.alerts()
    return Page(
        "start.html",
        tell("start.title"),
        {
            "stories": [story_line(tally) for tally in stories[shown]],
            "disputes": [_dispute(m, seen.stories[m.story]) for m in seen.newest if m.story in seen.stories],
            "alerts": [alert_line(alert) for alert in alerts[: -_ALERTS - 1 : -1]],
            "order": order,
            "leaf": turning,
            "is_current": seen.is_current,
        },
    )


def story_line(tally: StoryTally) -> StoryLine:
    """What the list of stories says of one."""
    return StoryLine(
        title=story_title(tally.story),
        address=PAGES.story(tally.story.id),
        contradictions=count("contradiction", tally.contradictions) if tally.contradictions else NOTHING,
        reports=count("report", len(tally.story.reports)),
        measures=count("measure", tally.measures),
        span=span((tally.first, tally.last)) if tally.first else NOTHING,
    )


def _by_contradictions(tally: StoryTally) -> tuple[int, int, str]:
    return tally.contradictions, len(tally.story.reports), tally.last


def _by_day(tally: StoryTally) -> tuple[str, int]:
    return tally.last, len(tally.story.reports)


def _dispute(measure: Measure, tally: StoryTally) -> Dispute:
    topic = Topic(measure, anchors(Shown((), (), {}, {}, [measure]), len(measure.positions), PAGES))
    voices = topic.voices(contradicted(measure))
    return Dispute(
        words=say("opening.dispute", measure=topic.name, voices=voices),
        address=PAGES.measure(measure),
        story=story_title(tally.story),
        story_address=PAGES.story(tally.story.id),
    )
