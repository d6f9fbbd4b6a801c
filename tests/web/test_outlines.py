"""What is told without reading a ledger through is what reading it through tells."""

from __future__ import annotations

from pathlib import Path

from tahqiq import wiring
from tahqiq.export.standing import clashes, contradicted, origins
from tahqiq.export.summaries import source_rows
from tahqiq.ledger import Filter, Ledger, open_ledger
from tahqiq.ledger import outlines as told
from tahqiq.model.measure import Reconciliation, RelationKind, Story
from tahqiq.model.source import SourceKind
from tests import factories


def test_a_story_in_outline(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    (outline,) = told.story_outlines(ledger, "day", 10)
    measures = list(ledger.measures())
    assert outline == told.story_outline(ledger, story.id)
    assert (story, len(measures), clashes(measures)) == (outline.story, outline.measures, outline.contradictions)
    assert ("2026-03-11", "2026-03-13") == (outline.first, outline.last)
    assert () == told.story_outlines(ledger, "contradictions", 10, after=1)


def test_measures_in_outline(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    for measure, outline in zip(ledger.measures(), told.measure_outlines(ledger, story.id), strict=True):
        counted = len(measure.figures), len(measure.positions), clashes([measure]), origins(measure)
        assert counted == (outline.figures, outline.positions, outline.contradictions, outline.origins)
        assert (measure.id, measure.part_of, measure.estimates) == (outline.id, outline.part_of, outline.estimates)
        assert outline == told.measure_outline(ledger, measure.id)


def test_a_measure_alone_is_the_same_and_says_which_figures_of_their_reports_it_counts(ledger: Ledger) -> None:
    measures = list(ledger.measures())
    found = told.measures_of(ledger, [measure.id for measure in measures])
    assert measures == [one.measure for one in found]
    for one in found:
        for reported, number in zip(one.measure.figures, one.numbers, strict=True):
            assert reported.figure == ledger.read_report(reported.report_id).claims.figures[number - 1]
    assert [] == told.measures_of(ledger, [measures[0].id], "another story")


def test_the_newest_disputes(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as kept:
        read, raw = factories.amnesty()
        kept.add([(read, raw)])
        contradicted_one = factories.measure("m", [factories.reported(read, 0), factories.reported(read, 2)])
        calm = factories.measure("n", [factories.reported(read, 0)])
        kept.save(Reconciliation((Story("story-1", "العفو", ("amnesty",), ""),), (contradicted_one, calm)))
        assert [contradicted_one] == [one.measure for one in told.disputed(kept, 5)]
        assert [] == told.disputed(kept, 0)


def test_every_figure_counts_in_its_position(ledger: Ledger) -> None:
    rows = {
        (report.id, row.start, row.end, row.measure): row.position
        for report in ledger.reports()
        for row in told.counting_rows(ledger, report.id)
    }
    for measure in ledger.measures():
        held = {n for position in measure.positions for n in position.figures}
        for n, reported in enumerate(measure.figures):
            span = reported.figure.span
            position = rows[reported.report_id, span.start, span.end, measure.id]
            assert (position is None) == (n not in held)
            assert position is None or n in measure.positions[position].figures


def test_reports_in_outline(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    listed = told.report_outlines(ledger, story.id)
    assert set(story.reports) == {outline.id for outline in listed}
    assert sorted((o.published for o in listed), reverse=True) == [o.published for o in listed]
    for outline in listed:
        read = ledger.read_report(outline.id)
        assert (len(read.claims.figures), len(read.claims.statements)) == (outline.figures, outline.statements)
        assert (read.report.headline, story.id) == (outline.title, told.story_of(ledger, outline.id))
    assert told.story_of(ledger, "nobody") is None


def test_framing_comes_back_as_it_was(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    measures = list(ledger.measures())
    expected = wiring.framed(story, list(ledger.read_reports(story.reports)), measures)
    assert expected == told.framing(ledger, story.id, told.measures_of(ledger, [m.id for m in measures]))
    assert told.framing(ledger, "none", []) is None


def test_sources_are_those_of_a_full_pass(ledger: Ledger) -> None:
    expected = tuple(source_rows(ledger.read_reports()))
    assert expected == told.source_lines(ledger, 1000)
    assert (len(expected), expected[3:5]) == (told.count_sources(ledger), told.source_lines(ledger, 2, 3))
    assert ["هيئة الإغاثة"] == [row.source for row in told.source_lines(ledger, 9, name="اغاثه")]


def test_all_that_a_source_said(ledger: Ledger) -> None:
    wanted = Filter(sources=("هيئة الإغاثة",))
    expected = {h.id for h in ledger.figures(wanted)} | {h.id for h in ledger.statements(wanted)}
    said = told.said_by(ledger, "هيئة الإغاثة")
    assert len(expected) == len(said)
    for one, report, claim in told.claims_at(ledger, said):
        claims = ledger.read_report(report.id).claims
        assert claim == (claims.figures if one.kind == "figure" else claims.statements)[one.number - 1]
        assert SourceKind(one.source_kind) is claim.attribution.source.kind


def test_origins_are_tallied(ledger: Ledger) -> None:
    measures = list(ledger.measures())
    held = [(m, n) for m in measures for n, p in enumerate(m.positions) if p.origin.name == "هيئة الإغاثة"]
    tally = told.origin_tally(ledger, "هيئة الإغاثة")
    assert len(held) == tally.positions > 0
    assert sum(n in contradicted(m) for m, n in held) == tally.contradicted
    updates = [{n for r in m.relations if r.kind is RelationKind.UPDATE for n in (r.a, r.b)} for m, _ in held]
    assert sum(n in of for (_, n), of in zip(held, updates, strict=True)) == tally.updated
    assert told.origin_tally(ledger, "nobody").positions == 0
