"""`tahqiq user`: who may sign in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.cli.showing import Format, FormatOption, show
from tahqiq.export.people_rows import UserRow
from tahqiq.ledger.opening import open_ledger
from tahqiq.people.opening import People, open_people
from tahqiq.people.roles import Role
from tahqiq.people.rows import user_row

Name = Annotated[str, typer.Argument(help="The person's name; it stands under what they decide.")]
RoleOption = Annotated[
    Role, typer.Option(help="viewer reads, analyst accepts and notes, editor changes, admin manages people.")
]

user = typer.Typer(
    no_args_is_help=True,
    help="Say who may sign in, and as what. A password is asked for, or read from standard input: never an argument.",
)


@user.command()
def add(name: Name, ledger: LedgerAt, role: RoleOption = Role.VIEWER) -> None:
    """Make an account. From then on `tahqiq serve` shows a sign-in page; a server that runs has to be started again.

    Example: tahqiq user add rana --role editor --ledger story
    """
    with people_of(ledger) as people:
        people.accounts.add(name, role, _password())
    print(f"{name} may sign in as {role}")


@user.command("list")
def all_users(ledger: LedgerAt, form: FormatOption = Format.TABLE) -> None:
    """List everyone with an account."""
    with people_of(ledger) as people:
        show(map(user_row, people.accounts.all()), UserRow, ("name", "role", "made", "state"), form)


@user.command()
def role(name: Name, role: Annotated[Role, typer.Argument(help="The new role.")], ledger: LedgerAt) -> None:
    """Give a person another role, from their next request on."""
    with people_of(ledger) as people:
        people.accounts.set_role(name, role)


@user.command()
def password(name: Name, ledger: LedgerAt) -> None:
    """Give a person another password, and end their sessions."""
    with people_of(ledger) as people:
        people.accounts.set_password(name, _password())


@user.command()
def disable(name: Name, ledger: LedgerAt) -> None:
    """Let nobody in by that name any more: its sessions end and its tokens open nothing; its judgements stay."""
    with people_of(ledger) as people:
        people.accounts.disable(name)


@user.command()
def enable(name: Name, ledger: LedgerAt) -> None:
    """Let a disabled person in again."""
    with people_of(ledger) as people:
        people.accounts.enable(name)


@contextmanager
def people_of(ledger: str) -> Iterator[People]:
    """The people of the ledger at a place."""
    with open_ledger(ledger, create=False) as kept, open_people(kept) as people:
        yield people


def _password() -> str:
    """A password, typed twice unseen; or the first line of standard input, where that is no terminal."""
    if sys.stdin.isatty():
        typed: str = typer.prompt("password", hide_input=True, confirmation_prompt=True)
        return typed
    return sys.stdin.readline().rstrip("\r\n")
