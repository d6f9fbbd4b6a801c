"""`tahqiq serve`: the web interface."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from tahqiq.cli.options import LedgerAt
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.store import Ledger
from tahqiq.people import naming
from tahqiq.people.opening import has_accounts, open_people
from tahqiq.people.roles import Role
from tahqiq.web.access import LOOPBACK, Entrance, Link, Site
from tahqiq.web.serving import listen, run
from tahqiq.web.signing import Accounts


def serve(
    ledger: LedgerAt,
    port: Annotated[
        int, typer.Option(help="The port to listen on; 0 takes any that is free.", min=0, max=65535)
    ] = 8321,
    host: Annotated[
        str, typer.Option(help="The address to listen on; another than this machine's own opens it to others.")
    ] = "127.0.0.1",
    names: Annotated[
        list[str] | None,
        typer.Option("--name", help="A host name that browsers reach it by; may be given several times."),
    ] = None,
    behind_tls: Annotated[
        bool, typer.Option("--behind-tls", help="A proxy in front answers https and sets X-Forwarded-For.")
    ] = False,
    person: Annotated[str, typer.Option("--as", help="Your name under what you decide, without accounts.")] = "local",
) -> None:
    """Show a ledger in the browser.

    A ledger without accounts is for one person: it prints a link with a key that is made anew at each start, and only
    who has it can read and decide. On another address than this machine's own that link only reads. A ledger with
    accounts (`tahqiq user add`) shows a sign-in page instead. No page loads anything from another host. Stop it with
    Ctrl-C.

    Examples:

      tahqiq serve --ledger story

      tahqiq serve --ledger story --name tahqiq.example.org --behind-tls
    """
    with open_ledger(ledger, create=False) as kept:
        place = listen(host, port)
        site = Site(place.port, _answered(host, names or []), behind_tls)
        with _entrance(kept, site, naming.accept(person), host in LOOPBACK) as entrance:
            print(f"open this link in a browser: {_address(place.address, entrance, names)}", flush=True)
            run(kept, ledger, entrance, place)


@contextmanager
def _entrance(ledger: Ledger, site: Site, person: str, is_local: bool) -> Iterator[Entrance]:
    if not has_accounts(ledger):
        yield Link(site, secrets.token_urlsafe(24), person, Role.ADMIN if is_local else Role.VIEWER)
        return
    if not is_local and not site.is_secure:
        print("tahqiq: passwords travel readable without https; put a proxy in front, --behind-tls", file=sys.stderr)
    with open_people(ledger) as people:
        yield Accounts(site, people)


def _answered(host: str, names: list[str]) -> frozenset[str] | None:
    """The names to answer to: those given and this machine's own; any, where it listens elsewhere and none is given."""
    if not names and host not in LOOPBACK:
        return None
    return LOOPBACK | {host.lower(), *(name.lower() for name in names)}


def _address(place: str, entrance: Entrance, names: list[str] | None) -> str:
    address = f"https://{names[0]}/" if names and entrance.site.is_secure else place
    return f"{address}?token={entrance.token}" if isinstance(entrance, Link) else address
