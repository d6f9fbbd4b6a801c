"""`tahqiq search`: reports, figures and statements by words, names, days and values."""

from __future__ import annotations

from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.rows import HitRow
from tahqiq.exported import hit_row
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.search import Kind, Sort, Wanted
from tahqiq.ledger.search import search as find


def search(
    query: Annotated[
        str,
        typer.Argument(
            help='Words in any form and spelling, "a phrase", -without, and fields such as outlet:NAME, '
            "published:2018-05..2018-06, predicate:killed or value:100..500 (docs/search.md)."
        ),
    ],
    ledger: LedgerAt,
    kind: Annotated[Kind, typer.Option(help="What to find.")] = Kind.REPORT,
    sort: Annotated[Sort, typer.Option(help="Best fit first, or newest first.")] = Sort.FIT,
    limit: Annotated[int, typer.Option(help="At most this many.", min=1, max=10_000)] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find reports by their words: معتقل finds المعتقلين, سجين finds سجناء.

    Example: tahqiq search 'معتقل "دير الزور" published:2018-05' --ledger story
    """
    with open_ledger(ledger, create=False) as kept:
        found = find(kept, query, Wanted(kind, sort, limit))
        show(map(hit_row, found.hits), HitRow, ("report", "outlet", "published", "quote"), form)
