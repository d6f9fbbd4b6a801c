"""What a request asks for, parsed once into values that cannot be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tahqiq.errors import UnknownName
from tahqiq.reconcile import POLICIES

LONGEST = 4000

E = TypeVar("E", bound=StrEnum)
_MOST_DIGITS = 7


class BadRequest(Exception):
    """A request that cannot be answered; `reason` names a sentence of strings.toml, `name` the parameter."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(f"{reason}: {name}")
        self.reason = reason
        self.name = name


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a request, by name."""

    parameters: Mapping[str, str]

    def text(self, name: str) -> str | None:
        """A parameter's words; None where it is not there or empty.

        Raises BadRequest for more than `LONGEST` code points, and for a NUL, which no database keeps.
        """
        words = self.parameters.get(name, "")
        if len(words) > LONGEST:
            raise BadRequest("too_long", name)
        if "\x00" in words:
            raise BadRequest("no_text", name)
        return words or None

    def required(self, name: str) -> str:
        """A parameter's words; BadRequest where it is not there."""
        words = self.text(name)
        if words is None:
            raise BadRequest("missing", name)
        return words

    def number(self, name: str, default: int, least: int = 1) -> int:
        """A whole number from `least` up, in ASCII digits; BadRequest for anything else."""
        written = self.text(name)
        if written is None:
            return default
        if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS and int(written) >= least):
            raise BadRequest("no_number", name)
        return int(written)

    def one_of(self, kind: type[E], name: str) -> E:
        """One of a few values, the first where none is asked for; BadRequest for any other."""
        given = self.text(name)
        if given is None:
            return next(iter(kind))
        if given not in list(kind):
            raise BadRequest("no_choice", name)
        return kind(given)

    def only(self, *names: str) -> None:
        """BadRequest for a parameter of another name, or without a value."""
        for name, value in self.parameters.items():
            if name not in names:
                raise BadRequest("not_known", name)
            if not value:
                raise BadRequest("missing", name)

    def policy(self) -> str:
        """The policy asked for ("interval" where none is); UnknownName for one that is not published."""
        named = self.text("policy") or "interval"
        if named not in POLICIES:
            raise UnknownName("policy", named, tuple(POLICIES))
        return named
