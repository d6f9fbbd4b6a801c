"""Descriptions: a measure in a few words, in English and Arabic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tahqiq.model.folding import fold
from tahqiq.reconcile.groups import Group
from tahqiq.reconcile.lexicon import LABELS, PREDICATES, ROLES, UNITS
from tahqiq.reconcile.lexicon.gazetteer import english_name
from tahqiq.reconcile.readings import Reading
from tahqiq.reconcile.scopes import Reach
from tahqiq.reconcile.words import words

_MAIN_ARABIC = "العدد"
_NO_ADJECTIVES = {"dead": "people", "wounded": "people"}  # "people killed", not "dead killed"
_ENGLISH = {fold(arabic): english for english, arabic in LABELS.items()}


def counted(group: Group) -> str:
    """The label under which most of its figures count ("" where none says).

    Where the group's subject was joined from several, and is that of no single figure, every figure counts.
    """
    own = [reading for reading in group.readings if reading.subject == group.subject]
    labels = Counter(reading.reported.figure.counted for reading in own or group.readings)
    labels.pop("", None)
    return _most(labels)


def place(group: Group) -> str | None:
    """The place that most of its figures name, as written, or None."""
    named = (reading.reported.figure.place for reading in group.readings)
    return _most(Counter(place.name for place in named if place is not None)) or None


def english(group: Group) -> str:
    """For example "civilians killed, in X, since the start"."""
    predicate = group.readings[0].predicate
    row = PREDICATES.get(predicate)
    verb = row.english if row else predicate.removeprefix("other:")
    label = "people" if _is_plain(group) else counted(group)
    label = _NO_ADJECTIVES.get(label, label if label.isascii() else _ENGLISH.get(fold(label), ""))
    said = label if verb in words(label) else f"{label} {verb}".strip()
    return (
        said
        + _unit(group, "english")
        + _in(", in ", place_in_english(group))
        + _scope(group.readings[0], ", since the start", ", in {year}")
    )


def arabic(group: Group) -> str:
    """The same in Arabic; a label that the lexicon lacks is given in the words of the earliest report."""
    row = PREDICATES.get(group.readings[0].predicate)
    is_thing_there = group.readings[0].predicate == "present" and not group.subject.is_people
    verb = row.arabic if row and not is_thing_there else _MAIN_ARABIC
    label = "" if _is_plain(group) else label_in_arabic(counted(group)) or _as_written(group)
    said = f"{verb}: {label}" if label else verb
    return (
        said
        + _unit(group, "arabic")
        + _in("، في ", place(group))
        + _scope(group.readings[0], "، منذ البداية", "، عام {year}")
    )


def _is_plain(group: Group) -> bool:
    """Whether the label says no more than that people are counted."""
    said = (ROLES.get(word) for word in words(counted(group)))
    return group.subject.is_people and all(
        role is not None and (not role.group or role.key == "detainee") for role in said
    )


def label_in_arabic(label: str) -> str:
    """An English label in Arabic ("ISIS fighters" as fighters of ISIS), "" where the lexicon lacks a word of it."""
    parts = label.split()
    for cut in range(len(parts)):
        thing, groups = LABELS.get(" ".join(parts[cut:])), _names_in(parts[:cut])
        if thing is not None and groups is not None:
            return " من ".join((thing, *groups))
    return ""


def _names_in(parts: Sequence[str]) -> tuple[str, ...] | None:
    """Names one behind the other, each of one word or several, in Arabic; None where some word is of none of them."""
    if not parts:
        return ()
    for length in range(len(parts), 0, -1):
        first, others = LABELS.get(" ".join(parts[:length])), _names_in(parts[length:])
        if first is not None and others is not None:
            return first, *others
    return None


def _as_written(group: Group) -> str:
    spans = (reading.reported.figure.counted_span for reading in group.readings)
    return next((" ".join(span.quote.split()) for span in spans if span is not None and _is_arabic(span.quote)), "")


def _is_arabic(quote: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in quote)


def _unit(group: Group, language: str) -> str:
    unit = {"fraction": "percent"}.get(code := group.readings[0].quantity.unit, code)
    if unit == "count":
        return ""
    return f" ({getattr(UNITS[unit], language) if unit in UNITS else unit})"


def place_in_english(group: Group) -> str | None:
    """The English name of the place that most of its figures name, as written where none is known; None without one."""
    name = place(group)
    places = (reading.reported.figure.place for reading in group.readings)
    keys = (named.key for named in places if named is not None and named.name == name and named.key is not None)
    return next(filter(None, map(english_name, keys)), name)


def _in(linking: str, named: str | None) -> str:
    return f"{linking}{' '.join(named.split())}" if named else ""


def _scope(reading: Reading, running: str, past: str) -> str:
    if reading.scope.reach is Reach.RUNNING:
        return running
    return past.format(year=reading.scope.year) if reading.scope.reach is Reach.PAST else ""


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda label: (-counts[label], label), default="")
