"""The head of an audit log is written and read as one word."""

from __future__ import annotations

import pytest

from tahqiq.errors import InvalidValue
from tahqiq.ledger import AuditHead, Ledger
from tests.factories import toll


def test_a_head_is_read_as_it_is_written() -> None:
    head = AuditHead(12, "ab" * 32)
    assert "12:" + "ab" * 32 == str(head)
    assert head == AuditHead.parse(f" {head}\n")


@pytest.mark.parametrize("written", ["", "12", "12:abc", "x:" + "ab" * 32, "-1:" + "ab" * 32, "١٢:" + "ab" * 32])
def test_other_words_are_no_head(written: str) -> None:
    with pytest.raises(InvalidValue):
        AuditHead.parse(written)


def test_each_batch_moves_the_head_and_nothing_new_does_not(ledger: Ledger) -> None:
    heads = [ledger.audit_head()]
    for dead in (12, 15, 15):
        ledger.add([toll("flood", dead)])
        heads.append(ledger.audit_head())
    assert [0, 1, 2, 2] == [head.number for head in heads]
    assert heads[2] == heads[3]
