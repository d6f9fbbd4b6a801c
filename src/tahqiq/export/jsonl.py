"""JSON Lines: one object per line, UTF-8, in the order given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from tahqiq.export.json import Item, line


def write(items: Iterable[Item], to: TextIO) -> None:
    """Write each row or record as one line."""
    for item in items:
        to.write(line(item) + "\n")
