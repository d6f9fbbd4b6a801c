"""Bringing a ledger up to date while it is shown: in a process of its own, so that pages are answered meanwhile."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tahqiq import wiring
from tahqiq.ledger.terms import term_of
from tahqiq.web.desk import Desk

_PAUSE_SECONDS = 2.0
_PAUSE_AFTER_FAILURE_SECONDS = 60.0
_LOG = logging.getLogger("tahqiq.web")


@contextmanager
def kept_up_to_date(desk: Desk, where: str, pause: float = _PAUSE_SECONDS) -> Iterator[None]:
    """While this lasts, what is read into the ledger at `where` joins its stories and its search index.

    It is looked at every `pause` seconds; pages show the older state until the newer one is whole.
    """
    done = threading.Event()
    keeper = threading.Thread(target=_keep, args=(desk, where, pause, done.wait), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join()


def _keep(desk: Desk, where: str, pause: float, is_done: Callable[[float], bool]) -> None:
    term_of("كلمة")  # the table of lemmas loads before the first search
    waiting = 0.0
    while not is_done(waiting):
        waiting = pause
        if desk.is_behind() and not _refreshed(where, is_done):
            _LOG.warning("the ledger could not be brought up to date; pages show it as it was")
            waiting = _PAUSE_AFTER_FAILURE_SECONDS


def _refreshed(where: str, is_done: Callable[[float], bool]) -> bool:
    """Whether a process brought the ledger up to date; it is ended where the server is."""
    process = multiprocessing.get_context("spawn").Process(target=wiring.refresh, args=(where,), daemon=True)
    process.start()
    while process.is_alive():
        if is_done(0.1):
            process.terminate()
        process.join(0.1)
    return process.exitcode == 0
