"""Settings, read once from the environment and frozen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from tahqiq.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set outside the command line: `workers` read reports side by side."""

    workers: int

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """From TAHQIQ_WORKERS (a whole number above zero; the number of processors where it is not set)."""
        written = environment.get("TAHQIQ_WORKERS", "")
        if not written:
            return cls(workers=os.cpu_count() or 1)
        if not written.isdecimal() or int(written) < 1:
            raise InvalidValue(f"TAHQIQ_WORKERS must be a whole number above zero, not {written!r}")
        return cls(workers=int(written))
