"""Arguments in, text out: one module per command, no decisions."""

from __future__ import annotations

import sys

import typer

from tahqiq.cli import (
    alerting,
    exporting,
    extracting,
    framing,
    ingesting,
    listing,
    parsing,
    reporting,
    searching,
    verifying,
    versions,
)
from tahqiq.errors import TahqiqError

app = typer.Typer(
    name="tahqiq",
    help="Read news reports, Arabic first, and keep an evidence-backed ledger of claims (تحقيق).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (
    ingesting.ingest,
    extracting.extract,
    parsing.parse,
    reporting.report,
    listing.figures,
    listing.statements,
    listing.measures,
    listing.conflicts,
    listing.sources,
    listing.timeline,
    searching.search,
    versions.versions,
    framing.framing,
    alerting.alerts,
    exporting.export,
    verifying.verify,
):
    app.command()(command)


def main() -> None:
    """Run the command line; an error raised on purpose is one line on standard error and exit code 2."""
    try:
        app()
    except TahqiqError as error:
        print(f"tahqiq: {error}", file=sys.stderr)
        raise SystemExit(2) from error
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left; nothing is wrong
        raise SystemExit(0) from None
