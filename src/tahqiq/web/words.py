"""The words of the pages in both languages, read from strings.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from markupsafe import Markup

from tahqiq.export.page.strings import Both, Entry, fill


def tell(key: str, **values: Both | Markup | str | int) -> Both:
    """The string "table.key" with its places filled; a plain str is taken for report text and isolated."""
    table, _, name = key.partition(".")
    return fill(_tables()[table][name], values)


def knows(key: str) -> bool:
    """Whether there is a string "table.key"."""
    table, _, name = key.partition(".")
    return name in _tables().get(table, {})


def names(table: str) -> tuple[str, ...]:
    """The names of a table's strings, in the order of the file."""
    return tuple(_tables()[table])


@cache
def _tables() -> dict[str, dict[str, Entry]]:
    return tomllib.loads(resources.files(__package__).joinpath("strings.toml").read_text("utf-8"))
