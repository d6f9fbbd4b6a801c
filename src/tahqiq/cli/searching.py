"""`tahqiq search`: reports by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.rows import HitRow
from tahqiq.exported import hit_row
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.search import search as find


def search(
    query: Annotated[str, typer.Argument(help="Words in any form and spelling; quotation marks make a phrase.")],
    ledger: LedgerAt,
    limit: Annotated[int, typer.Option(help="At most this many.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find reports by their words: معتقل finds المعتقلين, سجين finds سجناء.

    Example: tahqiq search 'معتقل "دير الزور"' --ledger story
    """
    with open_ledger(ledger, create=False) as kept:
        show(
            (hit_row(hit) for hit in find(kept, query, limit)), HitRow, ("report", "outlet", "published", "quote"), form
        )
