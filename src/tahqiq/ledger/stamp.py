"""The moment and the code version that every batch is written with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something is written (ISO 8601, UTC, to the second), and by which code version."""

    at: str
    code_version: str


@dataclass(frozen=True, slots=True)
class Stamps:
    """Where stamps come from: a clock that tells an aware time, and the version of the code that reads reports."""

    clock: Callable[[], dt.datetime]
    code_version: str

    def now(self) -> Stamp:
        """The present moment's stamp."""
        return Stamp(self.clock().astimezone(dt.UTC).isoformat(timespec="seconds"), self.code_version)
