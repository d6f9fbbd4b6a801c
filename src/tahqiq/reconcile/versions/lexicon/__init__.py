"""Words as data: how news says that a text was changed after it was published."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from tahqiq.reconcile.words import words

_LISTED: list[str] = tomllib.loads(files(__name__).joinpath("notices.toml").read_text(encoding="utf-8"))["notices"]

NOTICES = tuple(" ".join(words(notice)) for notice in _LISTED)
