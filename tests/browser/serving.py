"""A ledger served in a process of its own, as a user serves it, to a browser that came by the printed link."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, StorageState


@dataclass(frozen=True, slots=True)
class Site:
    """Where a ledger is served: the link that was printed, and the cookies of a browser that opened it."""

    link: str
    let_in: StorageState

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.link))


@contextmanager
def served(browser: Browser, ledger: Path) -> Iterator[Site]:
    """`tahqiq serve` on a port that is free, until the context ends."""
    arguments = [sys.executable, "-m", "tahqiq", "serve", "--ledger", str(ledger), "--port", "0"]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert server.stdout is not None
    try:
        link = server.stdout.readline().split()[-1]
        yield Site(link, _let_in(browser, link))
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def _let_in(browser: Browser, link: str) -> StorageState:
    with browser.new_context() as context:
        context.new_page().goto(link)
        return context.storage_state()
