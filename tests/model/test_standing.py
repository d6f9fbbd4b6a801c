"""The algebra of judgements: order, undo, and undo of undo."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tahqiq.model.judgement import Judgement, JudgementKind, Target, TargetKind
from tahqiq.model.standing import in_force, standing, standings

FIGURE = Target(TargetKind.FIGURE, "f")
OTHER = Target(TargetKind.FIGURE, "g")


def judged(
    number: int, kind: JudgementKind, undoes: int | None = None, target: Target = FIGURE, after: str | None = None
) -> Judgement:
    """Judgement number `number`, whose id is its number."""
    undone = None if undoes is None else str(undoes)
    at = "2026-01-27T12:00:00+00:00"
    return Judgement(str(number), number, at, "Sara", kind, target, "report", "", None, after, (), undone, None)


ACCEPT, REJECT, CORRECT, UNDO = (
    JudgementKind.ACCEPT,
    JudgementKind.REJECT,
    JudgementKind.CORRECT,
    JudgementKind.UNDO,
)

STANDS = [
    # judgements on one figure (kind, number undone)                    which stand       the verdict
    ((), [], None),
    (((ACCEPT, None),), [1], ACCEPT),
    (((ACCEPT, None), (REJECT, None)), [1, 2], REJECT),
    (((REJECT, None), (UNDO, 1)), [2], None),
    (((ACCEPT, None), (REJECT, None), (UNDO, 2)), [1, 3], ACCEPT),
    (((REJECT, None), (UNDO, 1), (UNDO, 2)), [1, 3], REJECT),
    (((REJECT, None), (UNDO, 1), (UNDO, 2), (UNDO, 3)), [2, 4], None),
    (((CORRECT, None), (REJECT, None)), [1, 2], REJECT),
]


def test_what_stands() -> None:
    for steps, standing_numbers, verdict in STANDS:
        history = [judged(n, kind, undoes) for n, (kind, undoes) in enumerate(steps, 1)]
        found = standing(FIGURE, history)
        assert standing_numbers == [j.number for j in history if j.id in found.in_force]
        assert verdict == (found.verdict.kind if found.verdict else None)


def test_a_correction_that_is_accepted_is_accepted_as_corrected() -> None:
    found = standing(FIGURE, [judged(1, CORRECT, after="{}"), judged(2, ACCEPT)])
    assert (ACCEPT, "{}") == (found.verdict and found.verdict.kind, found.correction and found.correction.after)


def test_an_undone_correction_gives_back_the_one_before() -> None:
    history = [judged(1, CORRECT, after="first"), judged(2, CORRECT, after="second"), judged(3, UNDO, 2)]
    found = standing(FIGURE, history)
    assert "first" == (found.correction and found.correction.after)


def test_nobody_judged() -> None:
    found = standing(FIGURE, [])
    assert (0, False, ()) == (found.last, found.is_rejected, found.notes)


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    """Any judgements on two figures, with undos of earlier ones on the same figure."""
    listed: list[Judgement] = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        target = draw(st.sampled_from((FIGURE, OTHER)))
        own = [j.number for j in listed if j.target == target]
        undoes = draw(st.sampled_from([None, *own]))
        kind = UNDO if undoes else draw(st.sampled_from((ACCEPT, REJECT, CORRECT)))
        listed.append(judged(number, kind, undoes, target))
    return listed


@given(histories(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_the_order_of_arrival(history: list[Judgement], random: Random) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    assert in_force(history) == in_force(shuffled)
    assert standings(history) == standings(shuffled)


@given(histories())
def test_the_newest_stands_and_targets_are_apart(history: list[Judgement]) -> None:
    found = standings(history)
    assert all(one.history[-1].id in one.in_force for one in found.values())
    assert {j.id for j in in_force(history)} == {id for one in found.values() for id in one.in_force}


@given(histories())
def test_an_undo_takes_back_exactly_what_it_names(history: list[Judgement]) -> None:
    if not history:
        return
    last = history[-1]
    undone = in_force([*history, judged(99, UNDO, last.number, last.target)])
    assert in_force(history[:-1]) == undone[:-1]


@given(histories())
def test_undoing_an_undo_restores_what_stood(history: list[Judgement]) -> None:
    if not history:
        return
    last = history[-1]
    twice = [judged(98, UNDO, last.number, last.target), judged(99, UNDO, 98, last.target)]
    assert in_force(history) == in_force([*history, *twice])[:-1]
