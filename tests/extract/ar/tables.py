"""Phrase tables: a meaning, then every phrase that must have it; or sentences, one a line."""

from __future__ import annotations

from pathlib import Path


def phrases(table: Path) -> list[tuple[str, str]]:
    """(meaning, phrase) for each phrase of "meaning = phrase; phrase" rows; "#" opens a comment."""
    rows = (line.partition(" = ") for line in _lines(table))
    return [(meaning, phrase) for meaning, _, written in rows for phrase in written.split("; ")]


def sentences(table: Path) -> list[str]:
    """The sentences of a table, without its headings."""
    return [line for line in _lines(table) if not line.startswith("[")]


def _lines(table: Path) -> list[str]:
    return [line for line in table.read_text("utf-8").splitlines() if line and not line.startswith("#")]
