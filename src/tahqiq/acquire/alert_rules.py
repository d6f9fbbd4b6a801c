"""The file in which a person keeps alert rules."""

from __future__ import annotations

from pathlib import Path

from tahqiq.acquire.naming import shown
from tahqiq.model.alert import AlertRule, RuleProblem
from tahqiq.reconcile.alerts import parse_rules

_LARGEST = 1 << 20


def read_rules(path: Path) -> tuple[tuple[AlertRule, ...], tuple[RuleProblem, ...]]:
    """The rules of a file, and what is wrong with the others; a file that cannot be read is one problem."""
    name = shown(str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            return (), (RuleProblem(name, "", "it is larger than a megabyte"),)
        return parse_rules(raw.decode("utf-8-sig"), name)
    except OSError as error:
        return (), (RuleProblem(name, "", f"it cannot be read: {error.strerror or error}"),)
    except UnicodeDecodeError as error:
        return (), (RuleProblem(name, "", f"it is not UTF-8 (byte {error.start + 1})"),)
