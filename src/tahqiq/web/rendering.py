"""Pages as HTML, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from tahqiq.export.page.rendering import environment
from tahqiq.export.page.strings import Both
from tahqiq.export.page.visible import plain
from tahqiq.people.roles import Role
from tahqiq.web.addresses import ALERTS_FEED, address
from tahqiq.web.page import Page
from tahqiq.web.preferences import THEMES, Preferences
from tahqiq.web.visitor import Visitor
from tahqiq.web.words import tell

_SECTIONS = (
    ("stories", "/"),
    ("search", "/search"),
    ("sources", "/sources"),
    ("places", "/places"),
    ("alerts", "/alerts"),
    ("help", "/help"),
)
_JUDGEMENTS = ("judgements", "/judgements")
_REVIEW = ("review", "/review")
_PEOPLE = ("people", "/people")
_TONGUES = (("ar", "العربية"), ("en", "English"))


@dataclass(frozen=True, slots=True)
class Reader:
    """How somebody wants pages, and who they are; None: nobody known."""

    preferred: Preferences
    visitor: Visitor | None


def render(page: Page, reader: Reader, path: str, parameters: dict[str, str]) -> str:
    """The document of a page as its reader prefers it; `path` and `parameters` are its own address."""
    preferred, visitor = reader.preferred, reader.visitor
    language, kept = preferred.language, {n: v for n, v in parameters.items() if n != "theme"}
    values = {
        "title": page.title,
        "section": page.section,
        "depth": page.depth,
        "visitor": visitor,
        "sections": _sections(visitor),
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "tongues": [(code, name, address(path, **{**kept, "lang": code})) for code, name in _TONGUES],
        "theme": preferred.theme,
        "themes": [(theme, address(path, **{**kept, "theme": theme})) for theme in THEMES],
        "feeds": [(tell("export.alerts_feed"), ALERTS_FEED)],
        **page.values,
    }
    return _templates(language).get_template(f"pages/{page.template}").render(values)


def _sections(visitor: Visitor | None) -> tuple[tuple[str, str], ...]:
    if visitor is None:
        return ()
    *others, help = _SECTIONS
    review = (_REVIEW,) if visitor.may(Role.ANALYST) else ()
    people = (_PEOPLE,) if visitor.is_signed_in and visitor.may(Role.ADMIN) else ()
    return (*others, *review, _JUDGEMENTS, *people, help)


@cache
def _templates(language: str) -> Environment:
    made = environment(PackageLoader("tahqiq.web"), language)
    made.globals.update(tell=tell, code=_code, data=_data, plainly=partial(_plainly, language))
    return made


def _code(words: str) -> Markup:
    return Markup('<code dir="ltr">{}</code>').format(words)


def _data(path: str) -> Markup:
    return Markup('<a dir="ltr" href="{0}"><code>{0}</code></a>').format(path)


def _plainly(language: str, words: Both) -> str:
    """Words without markup, for titles and labels."""
    return plain(words.of(language).striptags())
