"""Judgements flow into estimates at once, and come out as if everything had been reconciled anew."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tahqiq import wiring
from tahqiq.errors import InvalidJudgement
from tahqiq.ledger import Held, Ledger, open_ledger
from tahqiq.ledger.derived_tables import derived
from tahqiq.model.claim import Figure, Stance
from tahqiq.model.correction import FigureChange, corrected_figure
from tahqiq.model.decisions import Decisions
from tahqiq.model.judgement import Draft, Judgement, JudgementKind, Target, TargetKind
from tahqiq.model.measure import Measure, Reconciliation, ReportedFigure, Story
from tahqiq.model.quantity import Quantity
from tahqiq.model.report import ReadReport
from tahqiq.pipeline import bring_up_to_date
from tahqiq.reconcile import reconcile
from tahqiq.reconcile.quantities import dimension
from tests.factories import read_report
from tests.reconcile.builders import MINISTRY, MONITOR, Said, count, report

ACCEPT, REJECT, CORRECT, MERGE, SPLIT, GRADE, NOTE, UNDO = JudgementKind
ROOT = Path(__file__).parents[1]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A reconciled ledger of three outlets on one flood, and of the examples of a prison break."""
    flood = [
        report("f1", "النهر", "2026-03-01T08:00", Said(count(12), MINISTRY), Said(count(40), predicate="wounded")),
        report("f2", "الضفاف", "2026-03-01T12:00", Said(count(15), MONITOR)),
        report("f3", "مرسى", "2026-03-01T18:00", Said(count(15), MINISTRY), Said(count(44), predicate="wounded")),
    ]
    with open_ledger(tmp_path / "ledger") as kept:
        kept.add(map(with_bytes, flood))
        kept.add(_examples())
        yield wiring.reconciled(kept)


def with_bytes(read: ReadReport) -> tuple[ReadReport, bytes]:
    """A report with the bytes of its text."""
    return read_report(read.report.id, read.claims, read.report.metadata)


def _examples() -> Iterator[tuple[ReadReport, bytes]]:
    paths = [str(ROOT / "examples" / "prison-break")]
    for received in wiring.read_paths(paths, sys.stdin.buffer):
        read = wiring.read_one(received)
        if isinstance(read, ReadReport):
            yield read, received.raw


def toll(ledger: Ledger) -> Measure:
    """The dead of the flood."""
    return next(m for m in ledger.measures() if m.predicate == "killed" and m.figures[0].report_id == "f1")


def target(ledger: Ledger, reported: ReportedFigure) -> Target:
    """The claim behind a figure of a measure."""
    held = (h for h in ledger.figures() if h.report.id == reported.report_id and h.claim == reported.claim)
    return Target(TargetKind.FIGURE, next(held).id)


def judge(ledger: Ledger, kind: JudgementKind, about: Target, **parts: object) -> Judgement:
    """Sara's judgement, who has seen all others."""
    draft = Draft("Sara", kind, about, **parts)  # type: ignore[arg-type]
    return wiring.judge(ledger, draft, ledger.standing(about).last)


def undo(ledger: Ledger, judgement: Judgement) -> Judgement:
    """Sara takes a judgement back."""
    return judge(ledger, UNDO, judgement.target, undoes=judgement.id)


def values(measure: Measure) -> list[object]:
    """The lows of its figures."""
    return [f.figure.quantity.low for f in measure.figures]


def test_a_rejected_figure_leaves_the_measure_and_an_undo_brings_it_back(ledger: Ledger) -> None:
    before = toll(ledger)
    assert [12, 15, 15] == values(before)
    rejected = judge(ledger, REJECT, target(ledger, before.figures[1]))
    assert [12, 15] == values(toll(ledger))
    assert ledger.is_reconciled()
    undo(ledger, rejected)
    assert before == toll(ledger)


def test_a_corrected_figure_counts_as_corrected_with_what_was_read_at_hand(ledger: Ledger) -> None:
    before = toll(ledger)
    meant = corrected_figure(before.figures[0].figure, FigureChange(quantity=Quantity(13, 13)))
    judge(ledger, CORRECT, target(ledger, before.figures[0]), after=meant)
    after = toll(ledger)
    assert [13, 15, 15] == values(after)
    assert before.figures[0].figure == after.figures[0].as_read
    assert [13, 12] == [after.figures[0].figure.quantity.low, after.figures[0].claim.quantity.low]
    assert [13, 15, 15] == [position.quantity.low for position in after.positions]


def test_a_measure_keeps_its_address_when_its_first_figure_is_judged(ledger: Ledger) -> None:
    before = toll(ledger)
    about = target(ledger, before.figures[0])
    rejected = judge(ledger, REJECT, about)
    assert before.id == next(m.id for m in ledger.measures() if m.figures[0].report_id == "f2")
    undo(ledger, rejected)
    meant = corrected_figure(before.figures[0].figure, FigureChange(predicate="wounded"))
    judge(ledger, CORRECT, about, after=meant)
    assert before.id == next(m.id for m in ledger.measures() if m.figures[0].report_id == "f2")
    assert [(12, "wounded")] == [
        (f.figure.quantity.low, m.predicate) for m in ledger.measures() for f in m.figures if f.as_read
    ]


def test_measures_are_split_and_merged_and_led_to_by_their_former_ids(ledger: Ledger) -> None:
    before = toll(ledger)
    ids = [target(ledger, f).id for f in before.figures]
    split = judge(ledger, SPLIT, Target(TargetKind.MEASURE, before.id), members=(ids[0],))
    apart = {m.id: values(m) for m in ledger.measures() if m.predicate == "killed" and m.figures[0].report_id[0] == "f"}
    assert [[12], [15, 15]] == sorted(apart.values(), key=len)
    assert [15, 15] == apart[before.id]
    judge(ledger, MERGE, Target(TargetKind.MEASURE, before.id), members=(ids[0], ids[1]))
    assert before == toll(ledger)
    undo(ledger, split)
    wounded = next(m for m in ledger.measures() if m.predicate == "wounded" and m.figures[0].report_id == "f1")
    other = target(ledger, wounded.figures[0]).id
    judge(ledger, MERGE, Target(TargetKind.MEASURE, before.id), members=(ids[0], other))
    merged = toll(ledger)
    assert (5, before.id, (wounded.id,)) == (len(merged.figures), merged.id, merged.formerly)


def test_stories_are_merged_and_split(ledger: Ledger) -> None:
    before = ledger.stories()
    flood = _story_of(ledger, "f1")
    other = next(story for story in before if story.id != flood.id)
    merged = judge(ledger, MERGE, Target(TargetKind.STORY, flood.id), members=("f1", other.reports[0]))
    assert {*flood.reports, *other.reports} == set(_story_of(ledger, "f1").reports)
    assert len(before) - 1 == len(ledger.stories())
    assert before == ledger.followed()
    split = judge(ledger, SPLIT, Target(TargetKind.STORY, flood.id), members=("f2",))
    assert ("f2",) == _story_of(ledger, "f2").reports
    undo(ledger, split)
    undo(ledger, merged)
    assert before == ledger.stories()


def _story_of(ledger: Ledger, report: str) -> Story:
    return next(story for story in ledger.stories() if report in story.reports)


def test_judgements_made_elsewhere_are_known_of_before_they_are_applied(ledger: Ledger) -> None:
    about = target(ledger, toll(ledger).figures[0])
    ledger.judge(Draft("Huda", REJECT, about), 0)
    assert not ledger.is_reconciled()
    assert [12, 15, 15] == values(toll(ledger))
    wiring.reconciled(ledger)
    assert ledger.is_reconciled()
    assert [15, 15] == [f.figure.quantity.low for m in ledger.measures() for f in m.figures if "f2" in _reports(m)]


def _reports(measure: Measure) -> set[str]:
    return {f.report_id for f in measure.figures}


def test_a_judgement_is_applied_while_newer_reports_wait(ledger: Ledger) -> None:
    late = report("f4", "السهل", "2026-03-02T08:00", Said(count(17), MONITOR))
    ledger.add([with_bytes(late)])
    judge(ledger, REJECT, target(ledger, toll(ledger).figures[1]))
    assert [12, 15] == values(toll(ledger))
    assert not ledger.is_reconciled()


@pytest.mark.parametrize("seed", range(3))
def test_what_is_made_again_in_part_is_what_is_made_again_in_full(ledger: Ledger, seed: int) -> None:
    at_random = random.Random(seed)
    made: list[Judgement] = []
    for _ in range(6):
        made.append(_any_judgement(ledger, at_random, made))
        in_part, written = ledger.reconciliation(), derived_rows(ledger)
        ledger.drop_derived()
        wiring.reconciled(ledger)
        assert ledger.reconciliation() == in_part
        assert derived_rows(ledger) == written


def derived_rows(ledger: Ledger) -> dict[str, list[str]]:
    """Every row of every derived table."""
    with ledger.engine.connect() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(table.select()))
            for table in derived.sorted_tables
        }


def _any_judgement(ledger: Ledger, at_random: random.Random, made: list[Judgement]) -> Judgement:
    held = list(ledger.figures())
    one, other = at_random.sample(held, 2)
    about = Target(TargetKind.FIGURE, one.id)
    kind = at_random.choice((REJECT, CORRECT, MERGE, SPLIT, UNDO, ACCEPT, NOTE))
    if kind is UNDO:
        standing = [j for j in made if j.id in ledger.standing(j.target).in_force]
        return undo(ledger, at_random.choice(standing)) if standing else judge(ledger, REJECT, about)
    if kind is CORRECT:
        number = at_random.randint(1, 2000)
        change = FigureChange(quantity=Quantity(number, number), stance=at_random.choice(list(Stance)))
        return judge(ledger, CORRECT, about, after=corrected_figure(one.claim, change))
    if kind in (MERGE, SPLIT) and at_random.random() < 0.5:
        reports = (one.report.id, other.report.id) if one.report.id != other.report.id else ("f1", "f2")
        return judge(ledger, kind, Target(TargetKind.STORY, "s"), members=reports)
    if kind is SPLIT or (kind is MERGE and _are_alike(ledger, one, other)):
        return judge(ledger, kind, Target(TargetKind.MEASURE, "m"), members=(one.id, other.id))
    if kind is MERGE:
        kind = REJECT
    return judge(ledger, kind, about, why="x")


def test_what_is_judged_while_everything_is_reconciled_is_not_lost(ledger: Ledger) -> None:
    about = target(ledger, toll(ledger).figures[1])

    def slow(reads: Sequence[ReadReport], *, decisions: Decisions) -> Reconciliation:
        found = reconcile(reads, decisions=decisions)
        judge(ledger, REJECT, about)
        return found

    late = report("f4", "السهل", "2026-03-02T08:00", Said(count(17), MONITOR))
    ledger.add([with_bytes(late)])
    bring_up_to_date(ledger, replace(wiring.RULES, reconcile=slow))
    assert ledger.is_reconciled()
    assert [12, 15, 17] == values(toll(ledger))


def _are_alike(ledger: Ledger, one: Held[Figure], other: Held[Figure]) -> bool:
    """Whether two figures can be made one measure."""
    units = {dimension(held.claim.quantity.unit) for held in (one, other)}
    return len(units) == 1 and _story_of(ledger, one.report.id) == _story_of(ledger, other.report.id)


def test_measures_of_two_stories_or_units_are_not_made_one(ledger: Ledger) -> None:
    by_unit = {dimension(held.claim.quantity.unit): held for held in ledger.figures()}
    here, there = (
        target(ledger, toll(ledger).figures[0]).id,
        next(h.id for h in ledger.figures() if h.report.id[0] != "f"),
    )
    for members, reason in (((here, there), "stories"), (tuple(held.id for held in by_unit.values()), "units")):
        with pytest.raises(InvalidJudgement, match=f"members: they .* {reason}"):
            judge(ledger, MERGE, Target(TargetKind.MEASURE, "m"), members=members)


JUDGE = """
import sys
from tahqiq import wiring
from tahqiq.ledger import open_ledger
from tahqiq.model.judgement import Draft, JudgedMeanwhile, JudgementKind, Target, TargetKind

where, name = sys.argv[1:]
lost = 0
with open_ledger(where, create=False) as ledger:
    targets = [Target(TargetKind.FIGURE, held.id) for held in ledger.figures() if held.report.id[0] == "f"]
    for round in range(2):
        for target in targets:
            try:
                kind = JudgementKind.REJECT if round == 0 else JudgementKind.ACCEPT
                wiring.judge(ledger, Draft(name, kind, target), ledger.standing(target).last)
            except JudgedMeanwhile:
                lost += 1
print(lost)
"""


def test_two_processes_judge_at_once(ledger: Ledger, tmp_path: Path) -> None:
    command = [sys.executable, "-c", JUDGE, str(tmp_path / "ledger")]
    writers = [
        subprocess.Popen([*command, name], cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ)
        for name in ("Sara", "Huda")
    ]
    refused = [int(writer.communicate()[0]) for writer in writers]
    assert [0, 0] == [writer.returncode for writer in writers]
    assert 4 * 5 == len(list(ledger.judgements())) + sum(refused)
    assert ledger.is_reconciled()
    in_part = ledger.reconciliation()
    ledger.drop_derived()
    assert wiring.reconciled(ledger).reconciliation() == in_part
