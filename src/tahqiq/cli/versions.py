"""`tahqiq versions`: what edits did to reports."""

from __future__ import annotations

from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.narrowing import known_report
from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.rows import VersionRow
from tahqiq.export.versions import version_rows
from tahqiq.ledger.opening import open_ledger


def versions(
    ledger: LedgerAt,
    report: Annotated[str | None, typer.Option(help="Only those of this report (its id).")] = None,
    silent: Annotated[bool, typer.Option("--silent", help="Only claims changed without a word of correction.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the edits of reports: each figure and statement added, removed, raised or lowered, with its words.

    A report that is received again as other bytes is a new version of it; so
    is the article that comes under another id at the same address, or that
    its outlet publishes again.

    Example: tahqiq versions --ledger story --silent
    """
    columns = ("report", "version", "announced", "change", "subject", "before_low", "low", "before_quote", "quote")
    with open_ledger(ledger, create=False) as kept:
        known_report(kept, report)
        found = (e for e in wiring.edits(kept) if report in (None, e.before.read.report.id, e.after.read.report.id))
        show(version_rows(e for e in found if e.is_silent or not silent), VersionRow, columns, form)
