"""`tahqiq search`: reports by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.rows import HitRow
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.search import Hit
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
        show((_row(hit) for hit in find(kept, query, limit)), HitRow, ("report", "outlet", "published", "quote"), form)


def _row(hit: Hit) -> HitRow:
    known, span = hit.report.metadata, hit.snippet.span if hit.snippet else None
    return HitRow(
        hit.report.id,
        known.outlet,
        known.published.isoformat() if known.published else None,
        round(hit.score, 3),
        span.start if span else None,
        span.end if span else None,
        " ".join(span.quote.split()) if span else None,
    )
