"""The interface's words in both languages, read from strings.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from markupsafe import Markup

from tahqiq.export.page.visible import isolated, sentence
from tahqiq.reconcile.lexicon import PREDICATES, UNITS, Named

LANGUAGES = ("ar", "en")

Entry = dict[str, str]
Forms = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Both:
    """One piece of the interface in Arabic and in English, as safe HTML; the page shows one of them."""

    ar: Markup
    en: Markup

    def __html__(self) -> Markup:
        if self.ar == self.en:
            return self.ar
        return Markup('<span class="ar" lang="ar">{}</span><span class="en" lang="en">{}</span>').format(
            self.ar, self.en
        )

    def __bool__(self) -> bool:
        return bool(self.ar or self.en)

    def of(self, language: str) -> Markup:
        """The piece in one of `LANGUAGES`."""
        return self.ar if language == "ar" else self.en


NOTHING = Both(Markup(""), Markup(""))


def report_words(words: str) -> Both:
    """Words of a report, isolated, the same in both languages."""
    shown = isolated(words)
    return Both(shown, shown)


def two(ar: str, en: str) -> Both:
    """A pair of sentences that another stage made; where one is missing the other stands for both."""
    return Both(*(Markup("<bdi>{}</bdi>").format(sentence(words)) for words in (ar or en, en or ar)))


def say(key: str, **values: Both | Markup | str | int) -> Both:
    """The interface string "table.key" with its places filled; a plain str is taken for report text and isolated."""
    table, _, name = key.partition(".")
    return fill(_entry(table, name), values)


def word(table: str, value: str) -> Both:
    """The words for a value of the model ("predicate", "killed"); a value without words is shown as it is."""
    found = _tables().get(table, {}).get(value)
    return report_words(value.removeprefix("other:")) if found is None else fill(found, {})


def knows(table: str, value: str) -> bool:
    """Whether strings.toml has words for this value."""
    return value in _tables().get(table, {})


def count(noun: str, number: int) -> Both:
    """A number with its noun in the form that the number asks for (CLDR plural categories)."""
    forms = _counted()[noun]
    chosen = {}
    for language, category in (("ar", _arabic_plural(number)), ("en", "one" if number == 1 else "other")):
        of_language = forms[language]
        category = "zero" if number == 0 and "zero" in of_language else category
        chosen[language] = Markup(of_language[category].format(n=f"{number:,}"))
    return Both(chosen["ar"], chosen["en"])


def join(pieces: Iterable[Both], joiner: str) -> Both:
    """Pieces in a row, with the joiner of that name ("voices", "items") in between."""
    listed = list(pieces)
    between = say(f"joiner.{joiner}")
    return Both(between.ar.join(p.ar for p in listed), between.en.join(p.en for p in listed))


def fill(entry: Entry, values: Mapping[str, Both | Markup | str | int]) -> Both:
    """An entry in both languages with its places filled; a plain str is taken for report text and isolated."""
    filled = {
        language: Markup(entry[language].format(**{name: _in(language, v) for name, v in values.items()}))
        for language in LANGUAGES
    }
    return Both(filled["ar"], filled["en"])


def _in(language: str, value: Both | Markup | str | int) -> Markup:
    if isinstance(value, Both):
        return value.of(language)
    if isinstance(value, Markup):
        return value
    return Markup(f"{value:,}") if isinstance(value, int) else isolated(value)


def _arabic_plural(number: int) -> str:
    if number in (1, 2):
        return ("one", "two")[number - 1]
    if 3 <= number % 100 <= 10:
        return "few"
    return "many" if 11 <= number % 100 <= 99 else "other"


def _entry(table: str, name: str) -> Entry:
    return _tables()[table][name]


@cache
def _tables() -> dict[str, dict[str, Entry]]:
    loaded = tomllib.loads(resources.files(__package__).joinpath("strings.toml").read_text("utf-8"))
    own = {name: table for name, table in loaded.items() if name != "counted"}
    return own | {"predicate": _named(PREDICATES), "unit_name": _named(UNITS)}


def _named(rows: Mapping[str, Named]) -> dict[str, Entry]:
    return {name: {"ar": row.arabic, "en": row.english} for name, row in rows.items()}


@cache
def _counted() -> dict[str, Forms]:
    loaded = tomllib.loads(resources.files(__package__).joinpath("strings.toml").read_text("utf-8"))
    counted: dict[str, Forms] = loaded["counted"]
    return counted
