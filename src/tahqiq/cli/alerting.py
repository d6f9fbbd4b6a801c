"""`tahqiq alerts`: what was raised by alert rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.acquire.alert_rules import read_rules
from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export import atom
from tahqiq.export.rows import AlertRow
from tahqiq.exported import alert_rows
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.store import Ledger

RULES = "alerts.toml"


def alerts(
    ledger: LedgerAt,
    feed: Annotated[
        Path | None, typer.Option("--atom", help="Write them as an Atom feed into this file.", metavar="FEED.xml")
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the alerts that rules raised when reports were ingested, first raised first.

    Rules are read from alerts.toml in the ledger's directory, or from the file that `ingest --alerts` names.

    Examples:

      tahqiq alerts --ledger story --format jsonl

      tahqiq alerts --ledger story --atom alerts.xml
    """
    with open_ledger(ledger, create=False) as kept:
        if feed is not None:
            feed.write_bytes(atom.feed(alert_rows(kept), f"Tahqiq: {Path(ledger).name}"))
            print(feed)
            return
        show(alert_rows(kept), AlertRow, ("at", "rule", "kind", "summary", "report", "quote"), form)


def raise_alerts(ledger: Ledger, rules: Path | None) -> bool:
    """Hold a ledger against the rules of a file, by default `RULES` in its directory; say how many alerts are new.

    What is wrong with a rule is listed on standard error; whether anything was is given back.
    """
    path = rules or ledger.home / RULES
    if rules is None and not path.is_file():
        return False
    read, problems = read_rules(path)
    for problem in problems:
        print(f"alert rule left out: {problem}", file=sys.stderr)
    raised = wiring.raise_alerts(ledger, read)
    if read:
        print(f"alerts: {len(raised):,} new")
    return bool(problems)
