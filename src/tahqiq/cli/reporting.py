"""`tahqiq report`: one self-contained page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt, OfStory, Policy
from tahqiq.export.page import PageOptions, write_page
from tahqiq.ledger.by_id import ReportsById
from tahqiq.ledger.opening import open_ledger
from tahqiq.model.measure import Reconciliation


def report(
    ledger: LedgerAt,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the page.", metavar="PAGE.html")],
    story: OfStory = None,
    policy: Policy = "interval",
) -> None:
    """Write one page with every story.

    It holds measures, charts, contradictions and the words behind each
    number; it needs no network, reads in Arabic and English, and prints well.

    Example: tahqiq report --ledger story -o story.html
    """
    with open_ledger(ledger, create=False) as kept:
        wiring.reconciled(kept, policy)
        found = Reconciliation(kept.stories(), tuple(kept.measures(story)))
        options = PageOptions(story=story, policy=policy, ledger=ledger)
        write_page(output, found, ReportsById(kept), options, wiring.framed)
    print(output)
