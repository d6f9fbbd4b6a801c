"""A report made ready to be written: its words with every claim marked, and who says what in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tahqiq.export.page.addresses import web_address
from tahqiq.export.page.anchors import Anchors, Pages
from tahqiq.export.page.capping import capped
from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.evidence import stance_note
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.strings import NOTHING, count, join, report_words, say, word
from tahqiq.export.page.views import ReportView, StatementLine
from tahqiq.export.page.visible import visible
from tahqiq.export.page.weave import Mark, weave
from tahqiq.export.page.wording import day, source
from tahqiq.model.claim import Claims, Figure, Statement
from tahqiq.model.report import ReadReport, Report

_SAID = 180


def report_view(read: ReadReport, anchors: Anchors, options: PageOptions, named: Iterable[Mark] = ()) -> ReportView:
    """A report with its claims and what else is `named` marked; its address is a link only where it is a plain one."""
    report, claims = read.report, read.claims
    id_ = anchors.reports[report.id]
    address = web_address(report.metadata.url)
    statements = tuple(_statement(s, f"{id_}-s{n}", report, anchors.pages) for n, s in enumerate(claims.statements, 1))
    shown, left_out = capped(statements, options.most_statements, "capped_statements", options)
    return ReportView(
        id=id_,
        title=report_words(report.headline),
        outlet=report_words(report.metadata.outlet) if report.metadata.outlet else say("interface.unknown_outlet"),
        author=report_words(report.metadata.author) if report.metadata.author else NOTHING,
        published=day(report.metadata.published),
        address=address[0] if address else None,
        host=address[1] if address else "",
        locator=report_words(report.locator),
        language=report.text.language if report.text.language.isascii() else "und",
        words=weave(report.text.raw, (*_marks(read, anchors, options), *named)),
        statements=shown,
        left_out=left_out,
        tally=join((count("figure", len(claims.figures)), count("statement", len(claims.statements))), "items"),
        is_empty=not (claims.figures or claims.statements),
    )


def _marks(read: ReadReport, anchors: Anchors, options: PageOptions) -> Iterator[Mark]:
    text, claims, id_ = read.report.text, read.claims, anchors.reports[read.report.id]
    for e in text.excluded:
        yield Mark(e.start, e.end, "excluded", note=say("interface.key_excluded"))
    if text.title_end:
        yield Mark(0, text.title_end, "headline")
    yield from _statement_marks(claims, id_, options.most_statements)
    for n, figure in enumerate(claims.figures, 1):
        yield _figure_mark(figure, f"{id_}-f{n}", anchors.of_row(read.report.id, figure))
    for date in claims.dates:
        yield Mark(date.span.start, date.span.end, "date")


def _statement_marks(claims: Claims, id_: str, listed: int) -> Iterator[Mark]:
    for n, statement in enumerate(claims.statements, 1):
        line = f"#{id_}-s{n}" if n <= listed else None
        yield Mark(statement.content.start, statement.content.end, "said", id=f"{id_}-s{n}-said")
        yield Mark(statement.cue.start, statement.cue.end, "cue", target=line)
        mention = statement.attribution.mention
        if mention is not None:
            yield Mark(mention.start, mention.end, "who", target=line)


def _figure_mark(figure: Figure, id_: str, row: str | None) -> Mark:
    stance = stance_note(figure)
    return Mark(figure.span.start, figure.span.end, "figure", id=id_, target=row, note=stance or None)


def _statement(statement: Statement, id_: str, report: Report, pages: Pages) -> StatementLine:
    who = statement.attribution.source
    words = statement.content.quote
    return StatementLine(
        id=id_,
        target=f"#{id_}-said",
        who=source(who, report.metadata.outlet),
        kind=word("source_kind", who.kind.value),
        address=pages.source(who),
        badge=badge(who.kind),
        act=word("act", statement.act),
        mode=word("mode", statement.mode.value),
        via=tuple(source(relay, None) for relay in statement.attribution.via),
        words=visible(words if len(words) <= _SAID else f"{words[:_SAID].rpartition(' ')[0]} …"),
    )
