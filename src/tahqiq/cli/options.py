"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tahqiq.config import Settings
from tahqiq.errors import UnreadableInput
from tahqiq.model.report import Rejected

SOME_REJECTED = 1


class Language(StrEnum):
    """A language that people are told in."""

    ARABIC = "ar"
    ENGLISH = "en"


Paths = Annotated[
    list[str],
    typer.Argument(help="Files (.txt, .html, .jsonl, each also .gz), folders, or - for standard input."),
]
LedgerAt = Annotated[
    str, typer.Option("--ledger", "-l", help="The ledger's directory, or a postgresql:// address.", metavar="DIR")
]


ActorsAt = Annotated[
    Path | None,
    typer.Option("--actors", help="A file of your own actors; they win over the packaged ones.", metavar="FILE"),
]
OfStory = Annotated[
    str | None,
    typer.Option("--story", help="Only this story; `tahqiq measures --format csv` gives the ids.", metavar="ID"),
]
Policy = Annotated[
    str,
    typer.Option(
        "--policy",
        help="The published rule by which numbers are stated: interval, lowest, low-best-high or graded.",
        metavar="RULE",
    ),
]


def settings(actors: Path | None = None) -> Settings:
    """The settings of this process, with the file of actors that the command line names."""
    found = Settings.read(os.environ)
    return found if actors is None else replace(found, actors=actors)


def moment(written: str | None) -> dt.date | None:
    """An ISO 8601 date or datetime given on the command line."""
    if not written:
        return None
    try:
        is_day = len(written) == len("2026-01-01")
        return dt.date.fromisoformat(written) if is_day else dt.datetime.fromisoformat(written)
    except ValueError:
        raise UnreadableInput("--published", f"{written!r} is not an ISO 8601 date") from None


def complain(rejected: Sequence[Rejected]) -> None:
    """List rejected inputs on standard error, and leave with the exit code that says so."""
    for item in rejected:
        print(f"rejected: {item.locator}: {item.reason}", file=sys.stderr)
    if rejected:
        raise typer.Exit(SOME_REJECTED)
