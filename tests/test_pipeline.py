"""A run reads everything once, keeps what it can, lists the rest, and goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.store import Ledger
from tahqiq.model.claim import Claims
from tahqiq.model.decisions import Decisions
from tahqiq.model.measure import Reconciliation
from tahqiq.model.report import MediaType, ReadReport, Received, Rejected, Report
from tahqiq.model.text import Text
from tahqiq.pipeline import CHUNK, Reader, Rules, bring_up_to_date, ingest, read_all


def item(number: int, words: str = "نص التقرير") -> Received:
    raw = f"{words} {number}".encode()
    return Received(f"report-{number}", f"rows.jsonl:{number}", MediaType.TEXT, raw)


def read_one(received: Received) -> ReadReport | Rejected:
    if b"broken" in received.raw:
        return Rejected(received.locator, "broken")
    text = Text(received.raw.decode())
    digest = hashlib.sha256(received.raw).hexdigest()
    return ReadReport(Report(received.id, digest, received.locator, text, received.metadata), Claims(text))


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor


ALONE, TOGETHER = Reader(read_one, threads, 1), Reader(read_one, threads, 2)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger") as kept:
        yield kept


def names(found: Iterator[ReadReport | Rejected]) -> list[str]:
    return [f.locator if isinstance(f, Rejected) else f.report.id for f in found]


@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1, 8 * CHUNK + 3])
@pytest.mark.parametrize("reader", [ALONE, TOGETHER])
def test_everything_is_read_in_the_order_of_the_input(count: int, reader: Reader) -> None:
    items: list[Received | Rejected] = [item(n) for n in range(count)]
    if count > 1:
        items[1] = Rejected("rows.jsonl:1", "no text")
    expected = [i.locator if isinstance(i, Rejected) else i.id for i in items]
    assert expected == names(read_all(items, reader))


def test_what_cannot_be_read_is_listed_and_kept_and_the_rest_goes_on(ledger: Ledger) -> None:
    items = [item(1), Rejected("gone.txt", "no such file"), item(2, "broken"), item(3)]
    summary = ingest(items, ALONE, ledger, lambda done: None)
    assert 2 == summary.added.new
    assert ["gone.txt", "rows.jsonl:2"] == [r.locator for r in summary.rejected]
    assert ["report-1", "report-3"] == [r.id for r in ledger.reports()]
    assert 2 == len(list(ledger.rejected()))


def test_a_fault_of_our_own_rejects_one_report_and_the_run_goes_on(ledger: Ledger) -> None:
    def faulty(received: Received) -> ReadReport | Rejected:
        if received.id == "report-1":
            raise IndexError("list index out of range")
        return read_one(received)

    summary = ingest([item(1), item(2)], Reader(faulty, threads, 1), ledger, lambda done: None)
    assert 1 == summary.added.new
    assert "a fault of tahqiq's own" in summary.rejected[0].reason


def test_what_is_known_is_not_read_again(ledger: Ledger) -> None:
    steps: list[int] = []
    ingest([item(1), item(2)], ALONE, ledger, steps.append)
    again = ingest([item(1), item(2), item(3)], ALONE, ledger, steps.append)
    assert (2, 1) == (again.known, again.added.new)
    assert 5 == sum(steps)


def test_other_bytes_under_the_same_id_are_a_new_version(ledger: Ledger) -> None:
    ingest([item(1)], ALONE, ledger, lambda done: None)
    summary = ingest([item(1, "نص معدل")], ALONE, ledger, lambda done: None)
    assert 1 == summary.added.edited
    assert 2 == len(ledger.versions("report-1"))


def test_reconciling_happens_once_for_what_is_kept(ledger: Ledger) -> None:
    seen: list[int] = []

    def reconcile(reads: Sequence[ReadReport], *, decisions: Decisions) -> Reconciliation:
        seen.append(len(reads))
        return Reconciliation((), ())

    rules = Rules(reconcile, lambda *_: (), lambda *_: {})
    ingest([item(1)], ALONE, ledger, lambda done: None)
    bring_up_to_date(ledger, rules)
    bring_up_to_date(ledger, rules)
    ingest([item(2)], ALONE, ledger, lambda done: None)
    bring_up_to_date(ledger, rules)
    assert [1, 2] == seen
