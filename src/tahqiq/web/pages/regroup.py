"""Merging and splitting: the members of a measure or story, and the others that it could be one with."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.measure_view import title
from tahqiq.export.page.quoting import around
from tahqiq.export.page.strings import Both, count, report_words, say
from tahqiq.export.page.visible import visible
from tahqiq.export.page.wording import day, quantity
from tahqiq.ledger.canonical import claim_id
from tahqiq.ledger.outlines import measure_outlines, report_outlines, story_outlines
from tahqiq.model.judgement import Target, TargetKind
from tahqiq.model.measure import ReportedFigure
from tahqiq.web.addresses import PAGES, address, measure_address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.page import Page
from tahqiq.web.review.members import TICKED
from tahqiq.web.words import tell

_MOST = 200


@dataclass(frozen=True, slots=True)
class Tick:
    """What can be ticked: the name of its field, what it is, where it is shown, and its words."""

    field: str
    words: Both
    address: str
    note: Both


def show(desk: Desk, asked: Asked) -> Page:
    """`story` names a story, `measure` one of its measures (None: the story itself is regrouped)."""
    story, id_ = desk.story(asked.required("story")), asked.text("measure")
    if id_ is None:
        target, name, where = Target(TargetKind.STORY, story.id), story_title(story), PAGES.story(story.id)
        own = [_report(o.id, o.title, o.outlet) for o in report_outlines(desk.ledger, story.id)]
        listed = story_outlines(desk.ledger, "day", _MOST)
        others = [_story(o.story.id, story_title(o.story), len(o.story.reports)) for o in listed]
    else:
        measure = desk.measure(story.id, id_).measure
        target, name, where = Target(TargetKind.MEASURE, id_), title(measure), measure_address(story.id, id_)
        own = [_figure(one) for one in measure.figures]
        others = [_measure(o.id, title(o), o.figures, story.id) for o in measure_outlines(desk.ledger, story.id)]
    return Page(
        "regroup.html",
        tell(f"regroup.title_of_{target.kind}"),
        {
            "target": target,
            "seen": desk.ledger.standing(target).last,
            "name": name,
            "back": where,
            "own": own,
            "others": [one for one in others if one.field != f"{TICKED}{target.id}"],
        },
        "review",
    )


def _figure(one: ReportedFigure) -> Tick:
    before, after = around(one.figure.span)
    words = visible(f"{before}«{one.figure.span.quote}»{after}")
    id_ = claim_id(one.report_id, one.claim)
    note = day(one.published) or say("interface.undated")
    shown = address("/claim", kind="figure", id=id_)
    return Tick(f"{TICKED}{id_}", tell("regroup.figure", value=quantity(one.figure.quantity), words=words), shown, note)


def _report(id: str, headline: str, outlet: str) -> Tick:
    note = report_words(outlet) if outlet else say("interface.unknown_outlet")
    return Tick(f"{TICKED}{id}", report_words(headline), PAGES.report(id), note)


def _measure(id: str, name: Both, figures: int, story: str) -> Tick:
    return Tick(f"{TICKED}{id}", name, measure_address(story, id), count("figure", figures))


def _story(id: str, name: Both, reports: int) -> Tick:
    return Tick(f"{TICKED}{id}", name, PAGES.story(id), count("report", reports))
