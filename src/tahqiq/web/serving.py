"""Listening, and answering until told to stop."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

import uvicorn

from tahqiq.errors import InvalidValue
from tahqiq.ledger.store import Ledger
from tahqiq.web.access import Entrance
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tahqiq.web.keeping import kept_up_to_date

_WAITING = 128
_KEPT_ALIVE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A socket that listens, and where."""

    socket: socket.socket
    host: str
    port: int

    @property
    def address(self) -> str:
        """The address of the first page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def listen(host: str, port: int) -> Place:
    """Take a port of an address; 0 takes any that is free. InvalidValue where it cannot be had."""
    try:
        family = socket.AF_INET6 if _is_v6(host) else socket.AF_INET
        made = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise InvalidValue(f"{host}:{port} cannot be listened on: {error.strerror or error}") from error
    made.setsockopt(
        socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
    )  # asyncio leaves sockets that it did not make as they are
    return Place(made, host, made.getsockname()[1])


def run(ledger: Ledger, where: str, entrance: Entrance, place: Place) -> None:
    """Show the ledger that lies at `where` until interrupted, and keep it up to date meanwhile.

    Addresses are not logged, since the first one holds the token.
    """
    desk = Desk(ledger)
    config = uvicorn.Config(
        application(desk, entrance),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",
        timeout_keep_alive=_KEPT_ALIVE_SECONDS,
    )
    with kept_up_to_date(desk, where):
        uvicorn.Server(config).run([place.socket])


def _is_v6(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6
    except ValueError:
        return False
