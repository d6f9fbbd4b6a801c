"""Rows of tables: a number alone in its cell counts what the head of its column says, which no line repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tahqiq.clean.lines import Line
from tahqiq.model.text import Exclusion

_CELL = re.compile(r"[^|\t]+")
_BAR = re.compile(r"[|\t]")
_NUMBER = re.compile(r"[+-]?\d[\d.,٫٬/ %٪-]*")


def bare_numbers(line: Line) -> Iterator[Exclusion]:
    """The cells of a row, parted by "|" or tabs, that hold a number and no word."""
    if _BAR.search(line.words) is None:
        return
    for cell in _CELL.finditer(line.words):
        words = cell.group().strip()
        if _NUMBER.fullmatch(words):
            start = line.start + cell.start() + cell.group().index(words)
            yield Exclusion(start, start + len(words), "number of a table")
