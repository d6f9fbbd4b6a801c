"""`tahqiq ingest`: add reports to a ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tahqiq import pipeline, wiring
from tahqiq.acquire import read_paths
from tahqiq.cli.alerting import raise_alerts
from tahqiq.cli.options import SOME_REJECTED, ActorsAt, LedgerAt, Paths, complain, settings
from tahqiq.ledger.opening import open_ledger
from tahqiq.pipeline import Summary


def ingest(
    paths: Paths,
    ledger: LedgerAt,
    actors: ActorsAt = None,
    alerts: Annotated[
        Path | None, typer.Option(help="Alert rules (default: alerts.toml in the ledger's directory).", metavar="FILE")
    ] = None,
) -> None:
    """Add reports to a ledger, which is made where there is none. Ingesting the same reports again adds nothing.

    What cannot be read is listed with its place and reason; the rest is ingested, and the exit code is 1.

    Examples:

      tahqiq ingest reports/ --ledger story

      cat rows.jsonl.gz | tahqiq ingest - --ledger story
    """
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} reports"),
        TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    reader, version = wiring.reader(settings(actors)), wiring.code_version(settings(actors))
    with open_ledger(ledger, code_version=version) as kept, progress:
        task = progress.add_task("reading", total=None, speed="")

        def step(done: int) -> None:
            progress.update(task, advance=done)
            spent = progress.tasks[0].elapsed or 0.0
            progress.update(task, speed=f"{progress.tasks[0].completed / spent:,.0f}/s" if spent > 1 else "")

        summary = pipeline.ingest(read_paths(paths, sys.stdin.buffer), reader, kept, step)
        progress.update(task, total=progress.tasks[0].completed)
        progress.stop()
        print(_in_words(summary))
        has_bad_rules = raise_alerts(kept, alerts)
    complain(summary.rejected)
    if has_bad_rules:
        raise typer.Exit(SOME_REJECTED)


def _in_words(summary: Summary) -> str:
    added = summary.added
    parts = [
        f"{added.new:,} new",
        f"{added.edited:,} edited" if added.edited else "",
        f"{added.reread:,} read anew" if added.reread else "",
        f"{added.unchanged + summary.known:,} known already" if added.unchanged + summary.known else "",
        f"{len(summary.rejected):,} rejected" if summary.rejected else "",
    ]
    return "reports: " + ", ".join(p for p in parts if p)
