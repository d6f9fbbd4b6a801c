"""Settings, read once from the environment and frozen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tahqiq.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set outside the command line.

    `workers` read reports side by side; `actors` is a file of actors that win over the packaged ones (None: no file).
    """

    workers: int
    actors: Path | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """From TAHQIQ_WORKERS (a whole number above zero; the number of processors where not set) and TAHQIQ_ACTORS."""
        written = environment.get("TAHQIQ_WORKERS", "")
        actors = Path(environment["TAHQIQ_ACTORS"]) if environment.get("TAHQIQ_ACTORS") else None
        if not written:
            return cls(os.cpu_count() or 1, actors)
        if not written.isdecimal() or int(written) < 1:
            raise InvalidValue(f"TAHQIQ_WORKERS must be a whole number above zero, not {written!r}")
        return cls(int(written), actors)
