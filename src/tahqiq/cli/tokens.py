"""`tahqiq token`: the keys of programs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.people import people_of
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.people_rows import TokenRow
from tahqiq.people.roles import Scope
from tahqiq.people.rows import token_row
from tahqiq.people.tokens import MOST_DAYS

token = typer.Typer(no_args_is_help=True, help="Make, list and revoke the keys of programs.")


@token.command()
def add(
    user: Annotated[str, typer.Argument(help="On whose behalf the program asks; it may do no more than they.")],
    ledger: LedgerAt,
    scope: Annotated[Scope, typer.Option(help="read, or write: all that the person may do.")] = Scope.READ,
    days: Annotated[int, typer.Option(help="How long it lasts.", min=1, max=MOST_DAYS)] = 90,
    label: Annotated[str, typer.Option(help="What it is for.")] = "",
) -> None:
    """Make a token and print it: once, since only its hash is kept.

    Example: tahqiq token add rana --scope read --label "nightly export" --ledger story
    """
    with people_of(ledger) as people:
        secret, made = people.tokens.add(user, scope, days, label)
        row = token_row(made, people.now())
    print(
        f"token {row.id} of {row.user}, scope {row.scope}, until {row.expires}; it is not shown again", file=sys.stderr
    )
    print(secret)


@token.command("list")
def all_tokens(ledger: LedgerAt, form: FormatOption = Format.TABLE) -> None:
    """List every token without its secret."""
    columns = ("id", "user", "label", "scope", "made", "expires", "state")
    with people_of(ledger) as people:
        show((token_row(token, people.now()) for token in people.tokens.all()), TokenRow, columns, form)


@token.command()
def revoke(id: Annotated[str, typer.Argument(help="The token's id, as listed.")], ledger: LedgerAt) -> None:
    """Let a token open nothing any more, from now on."""
    with people_of(ledger) as people:
        people.tokens.revoke(id)
