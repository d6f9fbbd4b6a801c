"""Alerts are kept once, with their time, and cannot be changed unseen."""

from __future__ import annotations

import pytest

from tahqiq.ledger import Ledger
from tahqiq.ledger.verify import verify
from tahqiq.model.alert import Alert, AlertKind, Candidate, RaisedAlert


def candidate(id: str, *others: str, words: str = "كلمات التقرير") -> Candidate:
    """An alert that is the same as the others."""
    alert = Alert(id * 64, "tolls", AlertKind.FIGURE, "12 killed", "12 قتيلا", "flood", "النهر", words)
    return Candidate(alert, frozenset(one * 64 for one in (id, *others)))


def test_an_alert_is_raised_once(ledger: Ledger) -> None:
    first, second = candidate("a"), candidate("b")
    assert (first.alert,) == ledger.raise_alerts([first])
    assert (second.alert,) == ledger.raise_alerts([first, second, second])
    assert () == ledger.raise_alerts([second, first])
    expected = [RaisedAlert(c.alert, "2026-01-27T12:00:00+00:00") for c in (first, second)]
    assert expected == list(ledger.alerts())


def test_an_alert_under_another_of_its_ids_was_raised(ledger: Ledger) -> None:
    ledger.raise_alerts([candidate("a", "b")])
    assert () == ledger.raise_alerts([candidate("c", "a")])
    assert 1 == len(ledger.raise_alerts([candidate("b"), candidate("d", "b")]))


def test_many_alerts_and_odd_words_are_kept(ledger: Ledger) -> None:
    many = [Candidate(a.alert, frozenset({f"{n:064}", a.alert.id})) for n in range(3) for a in [candidate(str(n))]]
    ledger.raise_alerts([*many, candidate("e", words="\ud800 نصف\0 حرف")])
    assert ["\\ud800 نصف\\x00 حرف"] == [raised.alert.quote for raised in ledger.alerts()][3:]


def test_nothing_raised_writes_nothing(ledger: Ledger) -> None:
    head = ledger.audit_head()
    assert () == ledger.raise_alerts([])
    assert ([], head) == (list(ledger.alerts()), ledger.audit_head())


@pytest.mark.parametrize(
    "change", ["UPDATE alerts SET body = replace(body, '12', '13')", "DELETE FROM alerts", "UPDATE alerts SET id = 'x'"]
)
def test_an_alert_that_was_changed_is_found(ledger: Ledger, change: str) -> None:
    ledger.raise_alerts([candidate("a")])
    assert verify(ledger).is_sound
    with ledger.engine.begin() as connection:
        connection.exec_driver_sql(change)
    assert ["audit row 1"] == [problem.where for problem in verify(ledger).problems]
