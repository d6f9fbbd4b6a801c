"""HTML from views: templates, and the policy that lets nothing run or load but the page's own script and style."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from importlib import resources

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tahqiq.export.page.strings import Both, count, say, word
from tahqiq.export.page.styling import style
from tahqiq.export.page.views import PageView


def render(view: PageView) -> str:
    """The page as one HTML document without any reference outside itself."""
    return (
        _environment()
        .get_template("page.html")
        .render(page=view, depth=1 if view.index else 0, style=style(), script=_file("page.js"))
    )


def policy() -> str:
    """The Content-Security-Policy: nothing but this style and this script, by their SHA-256 (CSP Level 3)."""
    styles, scripts = _hash(style()), _hash(_file("page.js"))
    return f"default-src 'none'; style-src '{styles}'; script-src '{scripts}'; base-uri 'none'; form-action 'none'"


def environment(loader: BaseLoader | None = None, language: str | None = None) -> Environment:
    """Templates of the page, and those of `loader` before them.

    `language` ("ar" or "en") writes that one alone; without it both are written, and the style shows one.
    """
    own = PackageLoader("tahqiq.export.page")
    made = Environment(
        loader=own if loader is None else ChoiceLoader([loader, own]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=None if language is None else partial(_in_one, language),
    )
    made.globals.update(say=lambda key: say(f"interface.{key}"), count=count, policy=policy, word=word)
    return made


def _in_one(language: str, written: object) -> object:
    return written.of(language) if isinstance(written, Both) else written


@cache
def _environment() -> Environment:
    return environment()


@cache
def _file(name: str) -> Markup:
    return Markup(resources.files(__package__).joinpath("templates", name).read_text("utf-8"))


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
