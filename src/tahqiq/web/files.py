"""What every page loads: style sheet, icon and scripts, all from here and holding nothing of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources

from tahqiq.export.page.styling import SCHEMES, colours, style


def _read(*names: str) -> str:
    return resources.files(__package__).joinpath(*names).read_text("utf-8")


def _sheet() -> str:
    """The style of the single page, palettes to choose against the browser's, and what only these pages have."""
    themes = (f":root[data-theme={s}] {{ color-scheme: {s}; {colours(s)} }}\n" for s in SCHEMES)
    own = (_read("templates", name) for name in ("site.css", "pages.css"))
    return f"{style(''.join(themes))}{''.join(own)}"


_FILES: dict[str, tuple[str, Callable[[], str]]] = {
    "/style.css": ("text/css", _sheet),
    "/icon.svg": ("image/svg+xml", lambda: _read("templates", "icon.svg")),
    "/htmx.js": ("text/javascript", lambda: _read("static", "htmx.min.js")),
    "/site.js": ("text/javascript", lambda: _read("static", "site.js")),
    "/review.js": ("text/javascript", lambda: _read("static", "review.js")),
    "/cards.js": ("text/javascript", lambda: _read("static", "cards.js")),
    "/chart.js": ("text/javascript", lambda: _read("static", "chart.js")),
}

FILES = tuple(_FILES)
"""Their paths."""


@cache
def file(path: str) -> tuple[str, str]:
    """The media type and the content of one of `FILES`."""
    media_type, read = _FILES[path]
    return media_type, read()
