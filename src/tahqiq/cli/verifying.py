"""`tahqiq verify`: whether a ledger is what was written."""

from __future__ import annotations

from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.ledger.audit import AuditHead
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.verify import verify as verify_ledger

CHANGED = 1


def verify(
    ledger: LedgerAt,
    head: Annotated[
        str | None, typer.Option(help="A head of the audit log noted earlier: check that nothing up to it changed.")
    ] = None,
) -> None:
    """Recompute every hash, claim and span of a ledger and its audit log.

    Names each problem and leaves with code 1. Prints the head of the audit
    log: note it elsewhere, and it proves later that nothing up to it was
    changed.

    Example:

      tahqiq verify --ledger story
    """
    with open_ledger(ledger, create=False) as kept:
        found = verify_ledger(kept, AuditHead.parse(head) if head else None)
        now = kept.audit_head()
    print(
        f"checked: {found.readings:,} readings of reports, {found.raw:,} raw inputs, {found.claims:,} claims,"
        f" {found.judgements:,} judgements, {found.audit_rows:,} audit rows"
    )
    for problem in found.problems:
        print(f"problem: {problem.where}: {problem.what}")
    print(f"audit head: {now}")
    if not found.is_sound:
        print(f"problems: {found.problem_count:,}")
        raise typer.Exit(CHANGED)
    print("sound")
