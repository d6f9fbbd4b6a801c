"""Tidy rows as a small HTML table, for notebooks: no script, no style but its own, every cell escaped and isolated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from html import escape

from tahqiq.export.rows import ExportRow

_LONGEST = 200
_TABLE = "border-collapse:collapse;font-size:0.9em"
_CELL = "padding:0.2em 0.6em;vertical-align:top;border-bottom:1px solid #8886;text-align:start"


def table(rows: Sequence[ExportRow], kind: type[ExportRow], caption: str) -> str:
    """The table of rows of a kind under a caption.

    Each cell finds its direction by its own words and does not touch that of its neighbours; words of more than 200
    letters are cut.
    """
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(column.name)}</th>' for column in fields(kind))
    body = "".join(f"<tr>{''.join(map(_cell, astuple(row)))}</tr>" for row in rows)
    return (
        f'<div dir="ltr" lang="en" style="overflow-x:auto"><table style="{_TABLE}"><caption style="text-align:start">'
        f"{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    if value is None:
        return f'<td style="{_CELL}"></td>'
    if isinstance(value, int | float):
        return f'<td style="{_CELL};text-align:end">{value:,}</td>'
    words = str(value)
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f'<td dir="auto" style="{_CELL}"><bdi>{escape(cut)}</bdi></td>'
