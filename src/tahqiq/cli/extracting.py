"""`tahqiq extract`: records to standard output, no ledger."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import ActorsAt, Paths, complain, moment, settings
from tahqiq.export import jsonl
from tahqiq.export.records import record
from tahqiq.model.report import Rejected


def extract(
    paths: Paths,
    published: Annotated[
        str | None,
        typer.Option(help="When reports that do not say so were published (ISO 8601); relative dates count from it."),
    ] = None,
    actors: ActorsAt = None,
) -> None:
    """Write one JSON object per report, with exact spans.

    Reports come in input order, each with its figures, statements and dates.

    Examples:

      tahqiq extract report.txt --published 2026-01-28

      cat reports.jsonl | tahqiq extract - > claims.jsonl
    """
    rejected: list[Rejected] = []
    for outcome in wiring.read(paths, sys.stdin.buffer, settings(actors), moment(published)):
        if isinstance(outcome, Rejected):
            rejected.append(outcome)
        else:
            jsonl.write([record(outcome)], sys.stdout)
    complain(rejected)
