"""The published policies, to choose one from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tahqiq.export.page.strings import Both, word
from tahqiq.reconcile import POLICIES


@dataclass(frozen=True, slots=True)
class Choice:
    """A policy, the address of the same page under it, and whether it is the one shown."""

    name: Both
    address: str
    is_chosen: bool


def choices(chosen: str, under: Callable[[str], str]) -> tuple[Choice, ...]:
    """Every published policy; `under` gives the address of the page under the policy of a name."""
    return tuple(Choice(word("policy", name), under(name), name == chosen) for name in POLICIES)
