"""Settings, read once from the environment and frozen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tahqiq.errors import InvalidValue

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set outside the command line.

    `workers` read reports side by side; `actors` is a file of actors that win over the packaged ones (None: no file);
    `language` is the one that tables for people are written in, "ar" or "en".
    """

    workers: int
    actors: Path | None = None
    language: str = "en"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """From TAHQIQ_WORKERS (a whole number above zero; the number of processors where not set), TAHQIQ_ACTORS
        and the locale (POSIX: LC_ALL, else LC_MESSAGES, else LANG): Arabic where it is Arabic, else English.
        """
        written = environment.get("TAHQIQ_WORKERS", "")
        actors = Path(environment["TAHQIQ_ACTORS"]) if environment.get("TAHQIQ_ACTORS") else None
        locale = next(filter(None, map(environment.get, _LOCALES)), "")
        language = "ar" if locale.partition("_")[0].partition(".")[0] == "ar" else "en"
        if not written:
            return cls(os.cpu_count() or 1, actors, language)
        if not written.isdecimal() or int(written) < 1:
            raise InvalidValue(f"TAHQIQ_WORKERS must be a whole number above zero, not {written!r}")
        return cls(int(written), actors, language)
