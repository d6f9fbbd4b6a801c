"""Arguments in, text out: one module per command, no decisions. Only the module of the command typed is loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

import typer

from tahqiq.errors import TahqiqError


class Command(NamedTuple):
    """The module of this folder that holds a command's function (or group), and the first sentence of its help."""

    module: str
    help: str


COMMANDS = {
    "ingest": Command("ingesting", "Add reports to a ledger, which is made where there is none."),
    "extract": Command("extracting", "Write one JSON object per report, with exact spans."),
    "parse": Command("parsing", "Read JSONL rows from standard input and write their numbers or dates."),
    "explain": Command("explaining", "Tell how a claim was read, rule by rule."),
    "report": Command("reporting", "Write one page with every story, or a PDF of one."),
    "figures": Command("listing", "List the figures: value, what is counted, who says so, where, in which words."),
    "statements": Command("listing", "List the statements: who says what, by which words."),
    "measures": Command("listing", "List what is counted and how it stands under a policy."),
    "conflicts": Command("listing", "List the positions that cannot both hold, with the reason."),
    "sources": Command("listing", "List who speaks in the ledger, the most quoted first."),
    "timeline": Command("listing", "List the figures by the day they hold for."),
    "search": Command("searching", "Find reports by their words: معتقل finds المعتقلين, سجين finds سجناء."),
    "versions": Command(
        "versions",
        "List the edits of reports: each figure and statement added, removed, raised or lowered, with its words.",
    ),
    "framing": Command(
        "framing", "List the terms, positions and sources of each outlet of a story: facts of the words, and no score."
    ),
    "alerts": Command("alerting", "List the alerts that rules raised when reports were ingested, first raised first."),
    "judgements": Command("judgements", "List what people decided, in order, and whether it stands."),
    "judge": Command("judging", "Accept, reject, correct, grade or note a claim, or undo a judgement."),
    "serve": Command("serving", "Show a ledger in the browser."),
    "user": Command("people", "Say who may sign in, and as what."),
    "token": Command("tokens", "Make, list and revoke the keys of programs."),
    "export": Command(
        "exporting", "Write figures, statements, dates, measures, relations, framing and versions, one file each."
    ),
    "verify": Command("verifying", "Recompute every hash, claim and span of a ledger and its audit log."),
}


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """The program for these arguments: the command that they name in full, the others by name and help alone."""
    app = typer.Typer(
        name="tahqiq",
        help="Read news reports, Arabic first, and keep an evidence-backed ledger of claims (تحقيق).",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    for name, command in COMMANDS.items():
        if name in arguments[:1]:
            _add(app, name, getattr(import_module(f"{__name__}.{command.module}"), name))
        else:
            app.command(name, help=command.help)(_not_asked_for)
    return app


def main() -> None:
    """Run the command line; an error raised on purpose is one line on standard error and exit code 2."""
    try:
        command_line(sys.argv[1:])()
    except TahqiqError as error:
        print(f"tahqiq: {error}", file=sys.stderr)
        raise SystemExit(2) from error
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left; nothing is wrong
        raise SystemExit(0) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"tahqiq: {place}{error.strerror or error}", file=sys.stderr)
        raise SystemExit(2) from error


def _add(app: typer.Typer, name: str, asked_for: Callable[..., None] | typer.Typer) -> None:
    if isinstance(asked_for, typer.Typer):
        app.add_typer(asked_for, name=name)
    else:
        app.command(name)(asked_for)


def _not_asked_for() -> None:
    """Stands for a command that the arguments do not name."""
