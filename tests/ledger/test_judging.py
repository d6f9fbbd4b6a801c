"""What people decided is kept in order, with what stood before; nobody's decision is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from tahqiq.errors import AmbiguousName, InvalidJudgement, UnknownName
from tahqiq.ledger import About, Ledger
from tahqiq.ledger.verify import verify
from tahqiq.model.claim import Figure
from tahqiq.model.correction import FigureChange, corrected_figure
from tahqiq.model.judgement import (
    Basis,
    Credibility,
    Draft,
    JudgedMeanwhile,
    Judgement,
    JudgementKind,
    Reliability,
    Target,
    TargetKind,
)
from tahqiq.model.source import Source, SourceKind
from tahqiq.model.text import Span, Text
from tests.factories import ARMY, OFFICER, amnesty, quantity, toll

Open = Callable[..., Ledger]

ACCEPT, REJECT, CORRECT, MERGE, SPLIT, GRADE, NOTE, UNDO = JudgementKind


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of two reports."""
    ledger.add([amnesty(), toll("flood", 12)])
    return ledger


def figures(ledger: Ledger) -> list[tuple[Target, Figure]]:
    """Every figure with its target, in order."""
    return [(Target(TargetKind.FIGURE, held.id), held.claim) for held in ledger.figures()]


def judge(ledger: Ledger, kind: JudgementKind, target: Target, expected: int = 0, **parts: object) -> Judgement:
    """Sara's judgement."""
    return ledger.judge(Draft("Sara", kind, target, **parts), expected)  # type: ignore[arg-type]


def test_a_judgement_is_kept_with_who_when_and_why(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    made = judge(filled, REJECT, target, why=" a plan, no count ")
    assert (1, "2026-01-27T12:00:00+00:00", "Sara") == (made.number, made.at, made.by)
    assert (REJECT, target, "amnesty", "a plan, no count") == (made.kind, made.target, made.report, made.why)
    assert [made] == list(filled.judgements())
    assert made == filled.judgement(made.id[:10])
    assert filled.standing(target).is_rejected


def test_a_correction_keeps_what_was_read_beside_what_was_meant(filled: Ledger) -> None:
    target, figure = figures(filled)[0]
    meant = corrected_figure(figure, FigureChange(quantity=quantity(1250), predicate="transferred"))
    made = judge(filled, CORRECT, target, after=meant)
    assert [1200, 1250] == [json.loads(record or "")["low"] for record in (made.before, made.after)]
    assert "judgement" == json.loads(made.after or "")["rule"]
    assert figure == figures(filled)[0][1]
    again = judge(filled, CORRECT, target, 1, after=corrected_figure(figure, FigureChange(counted="people")))
    assert made.after == again.before


def test_an_undo_names_what_it_undoes_and_an_undo_of_it_restores(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    rejected = judge(filled, REJECT, target)
    undone = judge(filled, UNDO, target, 1, undoes=rejected.id)
    assert not filled.standing(target).is_rejected
    judge(filled, UNDO, target, 2, undoes=undone.id)
    assert filled.standing(target).is_rejected
    with pytest.raises(InvalidJudgement, match="undone already"):
        judge(filled, UNDO, target, 3, undoes=undone.id)


def test_the_second_of_two_people_is_shown_what_the_first_decided(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    seen = filled.standing(target).last
    first = filled.judge(Draft("Huda", REJECT, target), seen)
    with pytest.raises(JudgedMeanwhile, match="Huda") as refused:
        judge(filled, ACCEPT, target, seen)
    assert (first,) == refused.value.others
    assert [first] == list(filled.judgements())
    assert 2 == judge(filled, ACCEPT, target, first.number).number


def test_others_targets_do_not_stand_in_the_way(filled: Ledger) -> None:
    (one, _), (other, _), *_ = figures(filled)
    judge(filled, REJECT, one)
    assert 2 == judge(filled, ACCEPT, other).number


def test_grades_and_notes(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    army = Target(TargetKind.SOURCE, ARMY.name)
    judge(filled, GRADE, army, after=Reliability.C)
    judge(filled, GRADE, army, 1, after=Reliability.B)
    judge(filled, GRADE, Target(TargetKind.SOURCE, "صحيفة النهر"), after=Reliability.D)
    judge(filled, GRADE, target, after=Credibility.PROBABLE)
    judge(filled, NOTE, target, 4, why="يحتاج إلى سؤال المتحدث")
    made = filled.standing(army).grade
    assert ("C", "B") == (made and made.before, made and made.after)
    standing = filled.standing(target)
    assert ("2", ["يحتاج إلى سؤال المتحدث"]) == (
        standing.grade and standing.grade.after,
        [note.why for note in standing.notes],
    )


def test_judgements_are_found_by_what_they_are_about(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    flood, _ = figures(filled)[-1]
    on_figure = judge(filled, ACCEPT, target)
    on_report = judge(filled, ACCEPT, Target(TargetKind.REPORT, "amnesty"))
    on_flood = judge(filled, REJECT, flood)
    assert [on_figure, on_report] == list(filled.judgements(About(report="amnesty")))
    assert [on_report] == list(filled.judgements(About(kind=TargetKind.REPORT)))
    assert [on_flood] == list(filled.judgements(About(flood)))
    assert [on_flood] == list(filled.judgements(after=2))
    assert {target, on_report.target} == set(filled.standings(About(report="amnesty")))


def test_a_judgement_is_found_by_its_id_alone(filled: Ledger) -> None:
    with pytest.raises(UnknownName):
        filled.judgement("")
    target, _ = figures(filled)[0]
    for number in range(17):
        judge(filled, NOTE, target, number, why="again")
    first = [judgement.id[0] for judgement in filled.judgements()]
    twice = next(letter for letter in first if first.count(letter) > 1)
    with pytest.raises(AmbiguousName):
        filled.judgement(twice)


def test_measures_and_stories_are_merged_and_split_by_their_members(filled: Ledger) -> None:
    ids = tuple(target.id for target, _ in figures(filled))
    made = judge(filled, MERGE, Target(TargetKind.MEASURE, "m"), members=ids[:2])
    judge(filled, SPLIT, Target(TargetKind.STORY, "s"), members=("flood",))
    assert (ids[:2], None) == (made.members, made.report)


def test_wrong_drafts_name_the_field(filled: Ledger) -> None:
    target, figure = figures(filled)[0]
    story, measure = Target(TargetKind.STORY, "s"), Target(TargetKind.MEASURE, "m")
    elsewhere = replace(figure, span=Span(Text("1,200 من الناس"), 0, 5))
    stranger = Source("لجنة لا يعرفها أحد", SourceKind.ORGANIZATION)
    wrong = [
        # draft                                                                           the field that is wrong
        (Draft(" ", ACCEPT, target), "by"),
        (Draft("a\nb", ACCEPT, target), "by"),
        (Draft("Sara", NOTE, target), "why"),
        (Draft("Sara", ACCEPT, target, "x" * 10_001), "why"),
        (Draft("Sara", MERGE, target, members=("a", "b")), "kind"),
        (Draft("Sara", ACCEPT, story), "kind"),
        (Draft("Sara", CORRECT, target), "after"),
        (Draft("Sara", ACCEPT, target, after=figure), "after"),
        (Draft("Sara", CORRECT, target, after=Credibility.DOUBTFUL), "after"),
        (Draft("Sara", CORRECT, target, after=figure), "after"),
        (Draft("Sara", CORRECT, target, after=elsewhere), "span"),
        (Draft("Sara", CORRECT, target, after=corrected_figure(figure, FigureChange(source=stranger))), "source"),
        (Draft("Sara", GRADE, target, after=Reliability.A), "after"),
        (Draft("Sara", GRADE, Target(TargetKind.SOURCE, ARMY.name), after=Credibility.DOUBTFUL), "after"),
        (Draft("Sara", GRADE, Target(TargetKind.SOURCE, "nobody"), after=Reliability.A), "target"),
        (Draft("Sara", ACCEPT, Target(TargetKind.FIGURE, "none")), "target"),
        (Draft("Sara", ACCEPT, Target(TargetKind.STATEMENT, target.id)), "target"),
        (Draft("Sara", ACCEPT, Target(TargetKind.REPORT, "none")), "target"),
        (Draft("Sara", UNDO, target), "undoes"),
        (Draft("Sara", UNDO, target, undoes="none"), "undoes"),
        (Draft("Sara", MERGE, measure), "members"),
        (Draft("Sara", MERGE, measure, members=(target.id,)), "members"),
        (Draft("Sara", MERGE, measure, members=(target.id, target.id)), "members"),
        (Draft("Sara", MERGE, measure, members=(target.id, "none")), "members"),
        (Draft("Sara", SPLIT, story, members=("none",)), "members"),
    ]
    for draft, field in wrong:
        with pytest.raises(InvalidJudgement) as refused:
            filled.judge(draft, 0)
        assert (draft, field) == (draft, refused.value.field)
    assert [] == list(filled.judgements())


def test_a_corrected_source_is_told_by_where_its_name_comes_from(filled: Ledger) -> None:
    (target, figure), *_, (flood, dead) = figures(filled)
    in_report = corrected_figure(figure, FigureChange(source=OFFICER))
    known = corrected_figure(dead, FigureChange(source=ARMY))
    given = corrected_figure(dead, FigureChange(source=Source("شاهد من الوادي", SourceKind.WITNESS)))
    assert Basis.REPORT is judge(filled, CORRECT, target, after=in_report).basis
    assert OFFICER.name == (in_report.attribution.mention and in_report.attribution.mention.quote)
    assert Basis.LEDGER is judge(filled, CORRECT, flood, after=known).basis
    assert Basis.PERSON is judge(filled, CORRECT, flood, 2, after=given, basis=Basis.PERSON).basis


def test_a_claim_that_is_no_longer_read_takes_notes_only_and_keeps_its_judgements(open_here: Open) -> None:
    ledger = open_here()
    ledger.add([toll("flood", 12)])
    target, _ = figures(ledger)[0]
    rejected = judge(ledger, REJECT, target)
    open_here(code_version="2").add([toll("flood", 15)])
    with pytest.raises(InvalidJudgement) as refused:
        judge(ledger, ACCEPT, target, 1)
    assert "target" == refused.value.field
    judge(ledger, NOTE, target, 1, why="gone")
    assert rejected == ledger.standing(target).history[0]


def test_odd_words_are_kept_as_they_can_be(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    made = filled.judge(Draft("=cmd|' /C calc'!A0", NOTE, target, "a\0b \ud800 <script>"), 0)
    assert [("=cmd|' /C calc'!A0", "a\\x00b \\ud800 <script>")] == [(j.by, j.why) for j in filled.judgements()]
    assert made == filled.judgement(made.id)


def test_judgements_are_covered_by_the_audit_log(filled: Ledger) -> None:
    target, _ = figures(filled)[0]
    judge(filled, REJECT, target)
    judge(filled, NOTE, target, 1, why="so")
    found = verify(filled, filled.audit_head())
    assert ([], 2, 3) == (found.problems, found.judgements, found.audit_rows)


TAMPERING = [
    # what somebody does to the database                                      where verification finds it
    ("UPDATE judgements SET by = 'Huda' WHERE key = 1", "judgement 1"),
    ("UPDATE judgements SET kind = 'accept' WHERE key = 1", "judgement 1"),
    ("UPDATE judgements SET body = replace(body, 'Sara', 'Huda')", "judgement 1"),
    ("UPDATE judgements SET body = '{}'", "judgement 1"),
    ("DELETE FROM judgements WHERE key = 1", "audit row 2"),
]


@pytest.mark.parametrize(("change", "place"), TAMPERING)
def test_a_changed_judgement_is_found(filled: Ledger, change: str, place: str) -> None:
    target, _ = figures(filled)[0]
    judge(filled, REJECT, target)
    with filled.engine.begin() as connection:
        connection.execute(sql(change.replace(" by =", ' "by" =')))
    assert place in [problem.where for problem in verify(filled).problems]
