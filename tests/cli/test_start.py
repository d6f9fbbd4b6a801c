"""The program starts fast: it loads the command that is typed, and tells of the others from a table that agrees."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest
import typer

from tahqiq.cli import COMMANDS

HEAVY = ("sqlalchemy", "polars", "trafilatura", "lxml", "jinja2", "starlette", "uvicorn")


def loaded_by(*arguments: str) -> set[str]:
    """The heavy packages that a run of the program loads."""
    run = "try: main()\nexcept SystemExit: pass\n"
    look = f"print('loaded:', *(m for m in {HEAVY!r} if m in sys.modules))"
    code = f"import sys\nfrom tahqiq.cli import main\n{run}{look}"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_help_loads_nothing_heavy() -> None:
    assert set() == loaded_by("--help")


def test_a_command_loads_what_it_needs() -> None:
    assert set() == loaded_by("parse", "--help")
    assert "sqlalchemy" in loaded_by("figures", "--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_tells_of_a_command_what_its_own_help_says_first(name: str) -> None:
    function = getattr(import_module(f"tahqiq.cli.{COMMANDS[name].module}"), name)
    said = function.info.help if isinstance(function, typer.Typer) else inspect.getdoc(function)
    assert said is not None
    assert said.startswith(COMMANDS[name].help)
