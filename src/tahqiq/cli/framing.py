"""`tahqiq framing`: what outlets call the same thing, which positions they carry, whom they let speak."""

from __future__ import annotations

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt, OfStory
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.framing import POSITION, SOURCE, TERM, framing_rows
from tahqiq.export.rows import FramingRow
from tahqiq.ledger.opening import open_ledger

_TABLES = {
    TERM: ("topic", "item", "sense", "outlet", "own", "reported", "quoted", "source", "report"),
    POSITION: ("topic", "item", "source", "outlet", "carriage"),
    SOURCE: ("item", "sense", "outlet", "quoted", "reported", "report"),
}


def framing(
    ledger: LedgerAt,
    story: OfStory = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the terms, positions and sources of each outlet of a story: facts of the words, and no score.

    A term counts as the outlet's own, as reported (indirect speech), or as quoted (between a source's quotation marks).

    Example: tahqiq framing --ledger story --story ID
    """
    with open_ledger(ledger, create=False) as kept:
        rows = framing_rows(wiring.framings(kept, story))
        if form is not Format.TABLE:
            show(rows, FramingRow, (), form)
            return
        found = list(rows)
        for aspect, columns in _TABLES.items():
            print(f"{aspect}s")
            show((row for row in found if row.aspect == aspect), FramingRow, columns, form)
