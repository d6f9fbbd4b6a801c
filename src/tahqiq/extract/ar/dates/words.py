"""The word lists of dates, read from months.toml and days.toml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from tahqiq.extract.lexicon import Lexicon, Table, read_table
from tahqiq.model.folding import fold
from tahqiq.model.when import Calendar

_GLUED = frozenset({"", "و", "ف", "ب", "ل"})
_WITH_ARTICLE = _GLUED | {"ال", "وال", "بال", "لال"}


class Month(NamedTuple):
    """A month of a calendar."""

    number: int
    calendar: Calendar


def _rows(table: Table) -> Iterator[tuple[str, int]]:
    for key, phrases in table.items():
        yield from ((phrase, int(key)) for phrase in str(phrases).split("|"))


@cache
def months() -> Lexicon[Month]:
    """All month names of all systems."""
    table = read_table("months")
    return Lexicon(
        (
            (phrase, Month(number, calendar))
            for calendar in Calendar
            for system in cast(Table, table[calendar.value]).values()
            for phrase, number in _rows(cast(Table, system))
        ),
        _GLUED,
    )


@cache
def misspelt_months() -> Lexicon[Month]:
    """Long Gregorian names of one word with one slip of the hand ("سبتمر", "اكتوب", "نوفبمر", "ديسنبر")."""
    systems = cast(Table, read_table("months")[Calendar.GREGORIAN.value]).values()
    named = {fold(phrase): number for system in systems for phrase, number in _rows(cast(Table, system))}
    long = ((name, number) for name, number in named.items() if len(name) >= _LONG and " " not in name)
    slips = {slip: number for name, number in long for slip in _slips(name)}
    return Lexicon(
        ((word, Month(number, Calendar.GREGORIAN)) for word, number in slips.items() if word not in named), _GLUED
    )


def _slips(name: str) -> Iterator[str]:
    """A word with one letter dropped, two swapped, one mistaken or one too many; its first letter stays."""
    for at in range(1, len(name)):
        head, tail = name[:at], name[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail[1:]
            yield head + letter + tail
    yield from (name + letter for letter in _LETTERS)


_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LONG = 6  # letters: shorter names with one dropped are other words


@cache
def weekdays() -> Lexicon[int]:
    """Weekday names → ISO numbers, Monday 1."""
    return Lexicon(_rows(cast(Table, read_table("days")["weekdays"])), _WITH_ARTICLE)


@cache
def deictics() -> Lexicon[int]:
    """Words for days counted from publication, with or without a part of the day before them → how many days."""
    table = read_table("days")
    parts = ("", *(f"{part} " for part in str(cast(Table, table["parts"])["words"]).split()))
    named = tuple(_rows(cast(Table, table["deictic"])))
    return Lexicon(((part + phrase, days) for part in parts for phrase, days in named), _GLUED)


@cache
def directions() -> Lexicon[int]:
    """Last (-1), this (0), next (1)."""
    table = read_table("days")
    names = (("before", -1), ("now", 0), ("after", 1))
    return Lexicon((phrase, way) for name, way in names for phrase in str(cast(Table, table[name])["words"]).split("|"))


@cache
def feasts() -> Lexicon[str]:
    """Feasts → "hijri MM-DD", "gregorian MM-DD" or "easter"."""
    table = cast(Table, read_table("days")["feasts"])
    return Lexicon(((phrase, key) for key, phrases in table.items() for phrase in str(phrases).split("|")), _GLUED)


@cache
def units() -> dict[str, tuple[str, int]]:
    """Words for spans of time → unit letter (D W M Y, X: decade, C: century) and how many the form itself says."""
    table = cast(Table, read_table("days")["units"])
    found: dict[str, tuple[str, int]] = {}
    for letter, row in table.items():
        for count, words in enumerate(str(row).split("|"), 1):
            found |= {fold(word): (letter, count) for word in words.split()}
    return found


@cache
def lone_units() -> frozenset[str]:
    """Folded words for one span of time or two, which need no number."""
    table = cast(Table, read_table("days")["units"])
    found = {fold(str(row).split()[0]) for row in table.values()} | {fold("سنة")}
    return frozenset(found | {fold(word) for row in table.values() for word in str(row).split("|")[1].split()})


@cache
def starts() -> frozenset[str]:
    """Words that stay when a glued preposition is taken off."""
    return frozenset(fold(w) for w in str(cast(Table, read_table("days")["starts"])["words"]).split())
