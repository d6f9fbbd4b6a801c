"""`tahqiq serve`: the web interface."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from tahqiq import wiring
from tahqiq.cli.options import LedgerAt
from tahqiq.ledger.opening import open_ledger
from tahqiq.web.access import LOOPBACK, Access
from tahqiq.web.serving import listen, run


def serve(
    ledger: LedgerAt,
    port: Annotated[
        int, typer.Option(help="The port to listen on; 0 takes any that is free.", min=0, max=65535)
    ] = 8321,
    host: Annotated[
        str, typer.Option(help="The address to listen on; another than this machine's own opens it to others.")
    ] = "127.0.0.1",
) -> None:
    """Show a ledger in the browser, for reading.

    It prints a link with a key that is made anew at each start; only who has it can read. No page loads anything from
    another host. Stop it with Ctrl-C.

    Example: tahqiq serve --ledger story
    """
    with open_ledger(ledger, create=False) as kept:
        wiring.reconciled(kept)
        place = listen(host, port)
        access = Access(secrets.token_urlsafe(24), place.port, LOOPBACK if host in LOOPBACK else None)
        print(f"open this link in a browser: {place.link(access.token)}", flush=True)
        run(kept, access, place)
