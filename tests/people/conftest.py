"""People of a new ledger, with passwords that cost nearly nothing and a clock that is turned by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tahqiq.ledger import Ledger
from tahqiq.people.opening import People, PeopleOptions, open_people
from tahqiq.people.passwords import HashCost
from tests.ledger.conftest import NOON, open_here, where

__all__ = ["open_here", "where"]

CHEAP = HashCost(passes=1, memory=8, lanes=1)


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: dt.datetime = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def turn(self, **by: float) -> None:
        """Let time go by, as `timedelta` takes it."""
        self.now += dt.timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """The clock of the people."""
    return Clock()


@pytest.fixture
def people(open_here: Callable[..., Ledger], clock: Clock) -> Iterator[People]:
    """Nobody yet."""
    with open_people(open_here(), PeopleOptions(CHEAP, clock=clock)) as made:
        yield made
