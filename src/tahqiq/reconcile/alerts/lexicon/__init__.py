"""The sentences of alerts, in both interface languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files

SENTENCES: dict[str, dict[str, str]] = tomllib.loads(
    files(__name__).joinpath("sentences.toml").read_text(encoding="utf-8")
)
