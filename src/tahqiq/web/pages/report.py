"""A report in its own words, every claim marked."""

from __future__ import annotations

from tahqiq.export.page.anchors import Shown, anchors
from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.framing_view import term_id
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.report_view import report_view
from tahqiq.export.page.weave import Mark
from tahqiq.extract.namings import namings
from tahqiq.ledger.histories import versions_of
from tahqiq.ledger.outlines import counting_rows, story_of
from tahqiq.model.judgement import TargetKind
from tahqiq.reconcile.versions import edits
from tahqiq.web.addresses import PAGES
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.linking import link_rows
from tahqiq.web.page import Page
from tahqiq.web.pages.claims import marked_figures
from tahqiq.web.pages.edits import edit_views
from tahqiq.web.review.beside import beside, figure_lines, reported

_MOST = 2000


def show(desk: Desk, asked: Asked) -> Page:
    """`id` names the report; it is shown as it was read last."""
    read = desk.ledger.read_report(asked.required("id"))
    id_ = read.report.id
    story_id = story_of(desk.ledger, id_)
    story = desk.story(story_id) if story_id is not None else None
    options = PageOptions(pages=PAGES, most_statements=_MOST)
    made = anchors(Shown((), (), {id_: read}), _MOST, PAGES)
    link_rows(made, id_, counting_rows(desk.ledger, id_))
    named = {naming.span.start: naming.span for naming in namings(read.claims)}
    marks = [Mark(span.start, span.end, "named", id=term_id(made.reports[id_], span)) for span in named.values()]
    view = report_view(read, made, options, marks)
    versions = versions_of(desk.ledger.engine, id_)
    return Page(
        "report.html",
        view.title,
        {
            "report": view,
            "beside": beside(desk, TargetKind.REPORT, id_, PAGES.report(id_)),
            "figure_lines": figure_lines(desk, reported(read)),
            "story_title": story_title(story) if story else None,
            "story_address": PAGES.story(story.id) if story else None,
            "figures": list(marked_figures(read, made)),
            "edits": list(edit_views(edits(versions))),
        },
        depth=-2,
    )
