"""Whatever is changed behind a ledger's back, verification names it with its place."""

from __future__ import annotations

import pytest

from tahqiq.ledger import AuditHead, Ledger
from tahqiq.ledger.raw import RawDirectory
from tahqiq.ledger.verify import LISTED, Problem, verify
from tahqiq.model.report import Rejected
from tests.factories import amnesty, toll


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of two batches of reports and one of rejections."""
    ledger.add([amnesty(), toll("flood", 12)])
    ledger.reject([Rejected("story.jsonl:12", "no text")])
    ledger.add([toll("flood", 15)])
    return ledger


def test_a_ledger_as_it_was_written_is_sound(filled: Ledger) -> None:
    found = verify(filled, filled.audit_head())
    assert (3, 3, 8, 1, 3) == (found.readings, found.raw, found.claims, found.rejections, found.audit_rows)
    assert [] == found.problems
    assert found.is_sound


def test_an_empty_ledger_is_sound(ledger: Ledger) -> None:
    assert verify(ledger, ledger.audit_head()).is_sound


def _of_flood(change: str) -> str:
    return f"UPDATE claims SET {change} WHERE reading = 2 AND position = 0"


TAMPERING = [
    # what somebody does to the database                                          where verification finds it
    (_of_flood("""body = replace(body, '"low":12', '"low":11')"""), "report flood, claim 0"),
    (_of_flood("""body = replace(body, '"text":"12"', '"text":"99"')"""), "report flood, claim 0"),
    (_of_flood("body = replace(body, ',', ', ')"), "report flood, claim 0"),
    (_of_flood("body = 'nonsense'"), "report flood, claim 0"),
    (_of_flood("body = '{}'"), "report flood, claim 0"),
    (_of_flood("source = 'somebody'"), "report flood, claim 0"),
    (_of_flood("kind = 'date'"), "report flood, claim 0"),
    (_of_flood(f"id = '{'0' * 64}'"), "report flood"),
    ("DELETE FROM claims WHERE reading = 2 AND position = 0", "report flood"),
    ("UPDATE claims SET position = 9 WHERE reading = 1 AND position = 0", "report amnesty"),
    ("UPDATE readings SET frame = replace(frame, '2026-01-27', '2026-01-28') WHERE key = 2", "report flood"),
    ("UPDATE readings SET frame = '{' WHERE key = 2", "report flood"),
    ("UPDATE readings SET text = (SELECT text FROM readings WHERE key = 3) WHERE key = 2", "report flood"),
    ("UPDATE readings SET code_version = '7' WHERE key = 2", "report flood"),
    ("UPDATE readings SET locator = 'elsewhere.txt' WHERE key = 2", "audit row 1"),
    ("DELETE FROM claims WHERE reading = 2; DELETE FROM readings WHERE key = 2", "audit row 1"),
    ("UPDATE rejections SET body = '[]'", "rejection 1"),
    ("DELETE FROM rejections", "audit row 2"),
    ("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE key = 1", "audit row 1"),
    ("UPDATE audit SET previous = hash WHERE key = 2", "audit row 2"),
]


@pytest.mark.parametrize(("statements", "place"), TAMPERING)
def test_a_change_in_the_database_is_found(filled: Ledger, statements: str, place: str) -> None:
    for statement in statements.split("; "):
        _run(filled, statement)
    assert place in [problem.where for problem in verify(filled).problems]


def test_raw_bytes_that_changed_or_vanished_are_found(filled: Ledger) -> None:
    digests = [read.report.digest for read, _ in (amnesty(), toll("flood", 12))]
    if isinstance(filled.raw_store, RawDirectory):
        filled.raw_store.path(digests[0]).unlink()
        filled.raw_store.path(digests[1]).write_bytes(
            filled.raw_store.path(toll("x", 15)[0].report.digest).read_bytes()
        )
    else:
        _run(filled, f"DELETE FROM raw WHERE digest = '{digests[0]}'")
        _run(filled, f"UPDATE raw SET bytes = 'x' WHERE digest = '{digests[1]}'")
    problems = verify(filled).problems
    assert {"report amnesty, raw bytes", "report flood, raw bytes"} == {problem.where for problem in problems}


def test_raw_bytes_that_vanished_come_back_with_the_report(filled: Ledger) -> None:
    read, raw = amnesty()
    if isinstance(filled.raw_store, RawDirectory):
        filled.raw_store.path(read.report.digest).unlink()
    else:
        _run(filled, f"DELETE FROM raw WHERE digest = '{read.report.digest}'")
    filled.add([(read, raw)])
    assert verify(filled).is_sound


def test_a_head_kept_elsewhere_shows_that_the_end_was_cut_off(filled: Ledger) -> None:
    head = AuditHead.parse(str(filled.audit_head()))
    for statement in (
        "DELETE FROM claims WHERE reading = 3",
        "DELETE FROM readings WHERE key = 3",
        "DELETE FROM audit WHERE key = 3",
    ):
        _run(filled, statement)
    assert verify(filled).is_sound
    assert [Problem("audit row 3", "the head that was kept elsewhere is gone from the log")] == verify(
        filled, head
    ).problems


def test_a_head_of_another_ledger_is_not_this_ones(filled: Ledger) -> None:
    other = AuditHead(filled.audit_head().number, "f" * 64)
    assert ["it is not the head that was kept elsewhere"] == [p.what for p in verify(filled, other).problems]


def test_problems_beyond_the_first_thousand_are_counted_only(ledger: Ledger) -> None:
    ledger.add(toll(f"r{n}", n) for n in range(LISTED + 5))
    _run(ledger, "UPDATE claims SET source = 'somebody'")
    found = verify(ledger)
    assert (LISTED, LISTED + 5) == (len(found.problems), found.problem_count)


def _run(ledger: Ledger, statement: str) -> None:
    with ledger.engine.begin() as connection:
        connection.exec_driver_sql(statement)
