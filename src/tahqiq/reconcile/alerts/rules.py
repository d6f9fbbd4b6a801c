"""The rules of a TOML file: each is read, or refused with its reason while the others stand."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping

from tahqiq.errors import InvalidValue
from tahqiq.model.alert import AlertKind, AlertRule, RuleProblem
from tahqiq.model.claim import PREDICATES

_TABLE = "alert"
_LONGEST = 200
_COMMON = frozenset({"name", "on", "predicate", "place", "actor", "outlet"})
_KEYS = {
    AlertKind.FIGURE: _COMMON,
    AlertKind.CONTRADICTION: _COMMON,
    AlertKind.JUMP: _COMMON | {"factor"},
    AlertKind.EDIT: _COMMON | {"silent"},
}


def parse_rules(written: str, file: str) -> tuple[tuple[AlertRule, ...], tuple[RuleProblem, ...]]:
    """The rules in the words of a TOML file of `[[alert]]` tables, and what is wrong with the others.

    `file` names it in problems. A file that is no TOML, or holds anything but such tables, has one problem for that.
    """
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        return (), (RuleProblem(file, "", f"it is not TOML: {error}"),)
    problems = [RuleProblem(file, "", f"it may hold [[{_TABLE}]] tables only, not {k!r}") for k in table if k != _TABLE]
    listed = table.get(_TABLE, [])
    if not isinstance(listed, list):
        return (), (*problems, RuleProblem(file, "", f"a rule begins with [[{_TABLE}]]"))
    rules: dict[str, AlertRule] = {}
    for number, row in enumerate(listed, 1):
        try:
            rule = _rule(row)
            if rule.name in rules:
                raise InvalidValue("another rule has this name")
            rules[rule.name] = rule
        except InvalidValue as error:
            problems.append(RuleProblem(file, _named(row, number), str(error)))
    return tuple(rules.values()), tuple(problems)


def _named(row: object, number: int) -> str:
    name = row.get("name") if isinstance(row, dict) else None
    return f"rule {name!r}" if isinstance(name, str) and name else f"rule number {number}"


def _rule(row: object) -> AlertRule:
    if not isinstance(row, dict):
        raise InvalidValue("it is no table")
    words = dict(_words(row))
    if "name" not in words:
        raise InvalidValue("it has no name")
    kind = _kind(words.pop("on", None))
    unknown = sorted(set(row) - _KEYS[kind])
    if unknown:
        raise InvalidValue(
            f"a rule on {kind.value} has no {unknown[0]!r}; it may have {', '.join(sorted(_KEYS[kind]))}"
        )
    predicate = words.get("predicate")
    if predicate is not None and predicate not in PREDICATES and not predicate.startswith("other:"):
        known = ", ".join(sorted(PREDICATES))
        raise InvalidValue(f"there is no predicate {predicate!r}; known: {known}, other:WORD")
    return AlertRule(on=kind, factor=_factor(row.get("factor", 2)), silent=_silent(row.get("silent", True)), **words)


def _kind(written: str | None) -> AlertKind:
    known = ", ".join(kind.value for kind in AlertKind)
    if written is None:
        raise InvalidValue(f"it does not say what it is on: {known}")
    if written not in set(AlertKind):
        raise InvalidValue(f"it cannot be on {written!r}, only on {known}")
    return AlertKind(written)


def _words(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The common fields that are given, each a string with something in it."""
    for key in sorted(_COMMON & set(row)):
        value = row[key]
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
            raise InvalidValue(f"{key} must be words, at most {_LONGEST} characters")
        yield key, value.strip()


def _factor(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value <= 1:
        raise InvalidValue(f"factor must be a number above 1, not {value!r}")
    return value


def _silent(value: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue(f"silent must be true or false, not {value!r}")
    return value
