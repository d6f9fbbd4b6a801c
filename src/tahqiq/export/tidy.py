"""Claims, measures, stories and reports as tidy rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tahqiq.export.citing import headline
from tahqiq.export.rows import (
    DateRow,
    FigureRow,
    MeasureRow,
    PositionRow,
    RelationRow,
    ReportRow,
    StatementRow,
    StoryRow,
)
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.measure import Estimate, Measure, RelationKind, Story
from tahqiq.model.report import Report
from tahqiq.model.source import Attribution


def figure_row(id: str, report: Report, figure: Figure, judged: str | None = None) -> FigureRow:
    """The row of one figure of a report; `id` is the claim's, `judged` the verdict on it."""
    quantity, place, attribution = figure.quantity, figure.place, figure.attribution
    return FigureRow(
        id=id,
        report=report.id,
        outlet=report.metadata.outlet,
        published=_iso(report.metadata.published),
        start=figure.span.start,
        end=figure.span.end,
        quote=figure.span.quote,
        low=quantity.low,
        high=quantity.high,
        approx=quantity.approximator.value,
        unit=quantity.unit,
        counted=figure.counted,
        predicate=figure.predicate,
        place=place.name if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        when=figure.when.value if figure.when else None,
        source=attribution.source.name,
        source_kind=attribution.source.kind.value,
        via=_via(attribution),
        stance=figure.stance.value,
        part_of_start=figure.part_of.start if figure.part_of else None,
        rule=figure.rule,
        judged=judged,
    )


def statement_row(id: str, report: Report, statement: Statement, judged: str | None = None) -> StatementRow:
    """The row of one statement of a report; `id` is the claim's, `judged` the verdict on it."""
    return StatementRow(
        id=id,
        report=report.id,
        outlet=report.metadata.outlet,
        published=_iso(report.metadata.published),
        start=statement.content.start,
        end=statement.content.end,
        quote=statement.content.quote,
        cue=statement.cue.quote,
        source=statement.attribution.source.name,
        source_kind=statement.attribution.source.kind.value,
        via=_via(statement.attribution),
        mode=statement.mode.value,
        act=statement.act,
        rule=statement.rule,
        judged=judged,
    )


def date_row(id: str, report: Report, date: DateMention, judged: str | None = None) -> DateRow:
    """The row of one date mention of a report; `id` is the claim's, `judged` the verdict on it."""
    return DateRow(
        id=id,
        report=report.id,
        outlet=report.metadata.outlet,
        published=_iso(report.metadata.published),
        start=date.span.start,
        end=date.span.end,
        quote=date.span.quote,
        value=date.when.value,
        relative=date.when.relative,
        calendar=date.when.calendar.value,
        rule=date.rule,
        judged=judged,
    )


def measure_rows(measure: Measure) -> Iterator[MeasureRow]:
    """One row per estimate of a measure, or one without an estimate."""
    estimates: tuple[Estimate | None, ...] = measure.estimates or (None,)
    for estimate in estimates:
        yield MeasureRow(
            measure=measure.id,
            story=measure.story,
            predicate=measure.predicate,
            counted=measure.counted,
            unit=_unit(measure),
            place=measure.place,
            description=measure.description,
            description_ar=measure.description_ar,
            part_of=measure.part_of,
            figures=len(measure.figures),
            positions=len(measure.positions),
            policy=estimate.policy if estimate else None,
            low=estimate.low if estimate else None,
            best=estimate.best if estimate else None,
            high=estimate.high if estimate else None,
            status=estimate.status.value if estimate else None,
            rule=estimate.rule if estimate else None,
        )


def position_rows(measure: Measure) -> Iterator[PositionRow]:
    """One row per figure of each position on a measure."""
    clashing = {n for r in measure.relations if r.kind is RelationKind.CONTRADICTION for n in (r.a, r.b)}
    for number, position in enumerate(measure.positions):
        for carried in (measure.figures[n] for n in position.figures):
            span = carried.figure.span
            yield PositionRow(
                measure=measure.id,
                story=measure.story,
                description=measure.description,
                description_ar=measure.description_ar,
                position=number,
                origin=position.origin.name,
                origin_kind=position.origin.kind.value,
                low=position.quantity.low,
                high=position.quantity.high,
                approx=position.quantity.approximator.value,
                unit=position.quantity.unit,
                stance=carried.figure.stance.value,
                as_of=_iso(position.as_of),
                contradicted="yes" if number in clashing else "no",
                report=carried.report_id,
                outlet=carried.outlet,
                published=_iso(carried.published),
                start=span.start,
                end=span.end,
                quote=span.quote,
            )


def story_row(story: Story) -> StoryRow:
    """The row of one story."""
    return StoryRow(story.id, story.title, len(story.reports), story.reason)


def report_row(report: Report, story: str | None) -> ReportRow:
    """The row of one report of a story, or of none."""
    known = report.metadata
    return ReportRow(
        report=report.id,
        story=story,
        outlet=known.outlet,
        title=headline(report),
        published=_iso(known.published),
        author=known.author,
        url=known.url,
        language=report.text.language,
        digest=report.digest,
        locator=report.locator,
    )


def relation_rows(measure: Measure) -> Iterator[RelationRow]:
    """One row per relation between two positions on a measure."""
    for relation in measure.relations:
        a, b = measure.positions[relation.a], measure.positions[relation.b]
        first, second = measure.figures[a.figures[0]], measure.figures[b.figures[0]]
        yield RelationRow(
            measure=measure.id,
            story=measure.story,
            description=measure.description,
            description_ar=measure.description_ar,
            relation=relation.kind.value,
            unit=_unit(measure),
            a_origin=a.origin.name,
            a_low=a.quantity.low,
            a_high=a.quantity.high,
            a_as_of=_iso(a.as_of),
            a_report=first.report_id,
            a_quote=first.figure.span.quote,
            b_origin=b.origin.name,
            b_low=b.quantity.low,
            b_high=b.quantity.high,
            b_as_of=_iso(b.as_of),
            b_report=second.report_id,
            b_quote=second.figure.span.quote,
            reason=relation.reason,
            reason_ar=relation.reason_ar,
        )


def _unit(measure: Measure) -> str:
    return measure.positions[0].quantity.unit if measure.positions else ""


def _via(attribution: Attribution) -> str:
    return " < ".join(relay.name for relay in attribution.via)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
