"""The style sheet: two palettes, the rules of charts, the rules of everything else."""

from __future__ import annotations

from functools import cache
from importlib import resources

from markupsafe import Markup

SCHEMES = ("light", "dark")


def style(between: str = "") -> Markup:
    """The style sheet of the page and of whatever shows its parts; `between` stands before its rules.

    The browser's preference chooses the palette.
    """
    light, dark = map(colours, SCHEMES)
    first = f":root {{ color-scheme: light dark; {light} }}\n"
    second = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    return Markup(first + second + between + chart_rules() + _file("page.css"))


def colours(scheme: str) -> str:
    """The palette of one of `SCHEMES`, as declarations of custom properties."""
    return " ".join(_file(f"{scheme}.css").split())


def chart_rules() -> str:
    """The rules that charts need; their colours are those of a palette."""
    return _file("chart.css")


@cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")
