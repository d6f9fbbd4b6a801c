"""Pages as HTML, in one language."""

from __future__ import annotations

from functools import cache, partial
from importlib import resources

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from tahqiq.export.page.rendering import environment, style
from tahqiq.export.page.strings import Both
from tahqiq.export.page.visible import plain
from tahqiq.web.addresses import address
from tahqiq.web.page import Page
from tahqiq.web.words import tell

_SECTIONS = (
    ("stories", "/"),
    ("search", "/search"),
    ("sources", "/sources"),
    ("alerts", "/alerts"),
    ("help", "/help"),
)
_TONGUES = (("ar", "العربية"), ("en", "English"))


def render(page: Page, language: str, path: str, parameters: dict[str, str]) -> str:
    """The document of a page in "ar" or "en"; `path` and `parameters` are its own address, to change languages by."""
    values = {
        "title": page.title,
        "section": page.section,
        "depth": page.depth,
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "tongues": [(code, name, address(path, **{**parameters, "lang": code})) for code, name in _TONGUES],
        **page.values,
    }
    return _templates(language).get_template(f"pages/{page.template}").render(values)


@cache
def sheet() -> str:
    """The style sheet of all pages: that of the single page, and what only these have."""
    return style() + resources.files(__package__).joinpath("templates", "site.css").read_text("utf-8")


@cache
def icon() -> str:
    """The picture that a browser shows beside the title."""
    return resources.files(__package__).joinpath("templates", "icon.svg").read_text("utf-8")


@cache
def _templates(language: str) -> Environment:
    made = environment(PackageLoader("tahqiq.web"), language)
    made.globals.update(tell=tell, sections=_SECTIONS, code=_code, data=_data, plainly=partial(_plainly, language))
    return made


def _code(words: str) -> Markup:
    return Markup('<code dir="ltr">{}</code>').format(words)


def _data(path: str) -> Markup:
    return Markup('<a dir="ltr" href="{0}"><code>{0}</code></a>').format(path)


def _plainly(language: str, words: Both) -> str:
    """Words without markup, for titles and labels."""
    return plain(words.of(language).striptags())
