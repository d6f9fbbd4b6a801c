"""What was reconciled is kept whole, beside the claims and apart from them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import text

from tahqiq.errors import LedgerError
from tahqiq.ledger import Ledger
from tahqiq.ledger.verify import verify
from tahqiq.model.measure import Estimate, Measure, Reconciliation, Status, Story
from tests.factories import amnesty, measure, reported, toll

Open = Callable[..., Ledger]

STORY = Story("story-1", "العفو", ("amnesty", "flood"), "the same detainees, in one week")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of two reports."""
    ledger.add([amnesty(), toll("flood", 12)])
    return ledger


def released() -> Measure:
    """A measure of two figures with estimates under two policies, not in the order of the alphabet."""
    read, _ = amnesty()
    estimates = tuple(
        Estimate(policy, 400, None, 1200, Status.CONTESTED, "intervals never meet", (0, 1))
        for policy in ("lowest", "interval")
    )
    found = measure("m-released", [reported(read, 0), reported(read, 2)])
    return dataclasses.replace(found, estimates=estimates, part_of="m-all")


def killed() -> Measure:
    """A measure of one figure in another story."""
    return measure("m-killed", [reported(toll("flood", 12)[0])], story="story-2")


RECONCILED = Reconciliation((STORY, dataclasses.replace(STORY, id="story-2")), (released(), killed()))


def test_a_reconciliation_comes_back_as_it_was(filled: Ledger) -> None:
    filled.save(RECONCILED)
    assert RECONCILED == filled.reconciliation()
    assert RECONCILED.stories == filled.stories()
    assert [killed()] == list(filled.measures("story-2"))


def test_nothing_is_reconciled_at_first(filled: Ledger) -> None:
    assert (None, (), []) == (filled.reconciliation(), filled.stories(), list(filled.measures()))
    assert not filled.is_reconciled()


def test_it_is_known_whether_reports_came_after(filled: Ledger) -> None:
    filled.save(RECONCILED)
    assert filled.is_reconciled()
    filled.add([toll("late", 7)])
    assert not filled.is_reconciled()
    assert RECONCILED == filled.reconciliation()


def test_derived_tables_are_dropped_and_rebuilt_and_claims_stay(filled: Ledger) -> None:
    filled.save(RECONCILED)
    counts, head = filled.counts(), filled.audit_head()
    filled.drop_derived()
    assert filled.reconciliation() is None
    filled.drop_derived()
    filled.save(RECONCILED)
    assert RECONCILED == filled.reconciliation()
    assert (counts, head) == (filled.counts(), filled.audit_head())
    assert verify(filled).is_sound


def test_a_later_reconciliation_takes_the_place_of_the_last(filled: Ledger) -> None:
    filled.save(RECONCILED)
    later = Reconciliation((STORY,), (killed(),))
    filled.save(later)
    assert later == filled.reconciliation()


def test_figures_of_readings_that_were_replaced_come_back(open_here: Open) -> None:
    ledger = open_here()
    ledger.add([amnesty(), toll("flood", 12)])
    ledger.save(RECONCILED)
    open_here(code_version="2").add([toll("flood", 15)])
    assert RECONCILED == ledger.reconciliation()


def test_a_figure_that_is_not_in_the_ledger_cannot_be_saved(filled: Ledger) -> None:
    filled.save(RECONCILED)
    stranger = measure("m-strange", [reported(toll("unknown", 3)[0])])
    with pytest.raises(LedgerError):
        filled.save(Reconciliation((), (stranger,)))
    assert RECONCILED == filled.reconciliation()


def test_a_reconciliation_of_another_format_counts_as_none(filled: Ledger) -> None:
    filled.save(RECONCILED)
    with filled.engine.begin() as connection:
        connection.execute(text("UPDATE derived_state SET format = 0"))
    assert filled.reconciliation() is None
    assert not filled.is_reconciled()


def test_an_empty_reconciliation_is_one(ledger: Ledger) -> None:
    ledger.save(Reconciliation((), ()))
    assert Reconciliation((), ()) == ledger.reconciliation()
    assert ledger.is_reconciled()


def test_positions_keep_their_day(filled: Ledger) -> None:
    filled.save(RECONCILED)
    assert [dt.date(2026, 1, 27)] == [p.as_of for m in filled.measures("story-2") for p in m.positions]
