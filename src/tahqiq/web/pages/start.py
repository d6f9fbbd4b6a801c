"""Stories with their activity, the newest contradictions, the newest alerts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.chart.spark import spark
from tahqiq.export.page.opening import span
from tahqiq.export.page.strings import NOTHING, Both, count, say
from tahqiq.export.page.topic import Topic
from tahqiq.export.standing import contradicted
from tahqiq.ledger.outlines import ORDERS, activity, count_stories, disputed, newest_alerts, story_outlines
from tahqiq.model.outline import NumberedMeasure, StoryOutline
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked, BadRequest
from tahqiq.web.desk import Desk
from tahqiq.web.linking import linked
from tahqiq.web.page import Page, leaf
from tahqiq.web.pages.alerts import alert_line
from tahqiq.web.words import tell

_ON_A_LEAF = 50
_ALERTS = 5
_DISPUTES = 8


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line."""

    title: Both
    address: str
    contradictions: Both
    reports: Both
    measures: Both
    span: Both
    spark: Both


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradicted measure in one sentence, with its story."""

    words: Both
    address: str | None
    story: Both
    story_address: str


def show(desk: Desk, asked: Asked) -> Page:
    """`order` is "contradictions" (the default) or "day"; `page` counts leaves of the list from 1."""
    order, at = asked.text("order") or ORDERS[0], asked.number("page", 1)
    if order not in ORDERS:
        raise BadRequest("no_order", order)
    total = count_stories(desk.ledger)
    shown, turning = leaf("/", {"order": order}, at, _ON_A_LEAF, total)
    stories = story_outlines(desk.ledger, order, _ON_A_LEAF, shown.start)
    lively = activity(desk.ledger, [one.story.id for one in stories])
    return Page(
        "start.html",
        tell("start.title"),
        {
            "stories": [story_line(one, lively.get(one.story.id, {})) for one in stories],
            "disputes": [_dispute(desk, one) for one in disputed(desk.ledger, _DISPUTES)],
            "alerts": [alert_line(alert) for alert in newest_alerts(desk.ledger, _ALERTS)],
            "order": order,
            "leaf": turning,
            "is_current": desk.ledger.is_reconciled(),
        },
    )


def story_line(outline: StoryOutline, figures: Mapping[dt.date, int]) -> StoryLine:
    """What the list of stories says of one; `figures` are those that its reports carry, by day."""
    return StoryLine(
        title=story_title(outline.story),
        address=PAGES.story(outline.story.id),
        contradictions=count("contradiction", outline.contradictions) if outline.contradictions else NOTHING,
        reports=count("report", len(outline.story.reports)),
        measures=count("measure", outline.measures),
        span=span((outline.first, outline.last)) if outline.first else NOTHING,
        spark=spark(figures, tell("start.activity", figures=count("figure", sum(figures.values())))),
    )


def _dispute(desk: Desk, told: NumberedMeasure) -> Dispute:
    measure = told.measure
    topic = Topic(measure, linked([], [], len(measure.positions)))
    topic.made.to_measures[measure.id] = f"{PAGES.measure(measure)}#m1"
    story = desk.story(measure.story)
    return Dispute(
        words=say("opening.dispute", measure=topic.name, voices=topic.voices(contradicted(measure))),
        address=PAGES.measure(measure),
        story=story_title(story),
        story_address=PAGES.story(story.id),
    )
