"""The library as its users meet it: the README's lines, in an interpreter of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_lines_of_the_readme_run() -> None:
    block = re.search(r"## The library\n\n((?:    .*\n|\n)+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert block is not None
    code = "\n".join(line.removeprefix("    ") for line in block[1].splitlines())
    said = _run(code + "\nprint(claims.figures[0].span.quote, len(found.measures) > 5)")
    assert "الثلاثاء الماضي 2018-05-15" in said
    assert said.splitlines()[-1] == "150 True"


def test_a_verb_stays_a_verb_whatever_was_imported_before() -> None:
    rooms = "import tahqiq.extract.reading, tahqiq.reconcile.groups\n"
    verbs = "from tahqiq import extract, reconcile\n"
    told = "import tahqiq\nprint(*map(callable, (extract, reconcile, tahqiq.extract, tahqiq.reconcile)))"
    for before in (rooms + verbs, verbs + rooms, "import tahqiq.extract\n" + verbs):
        assert _run(before + told) == "True True True True\n"


def test_the_verbs_are_loaded_when_they_are_named() -> None:
    look = "print('tahqiq.library' in sys.modules)\n"
    code = f"import sys, tahqiq\n{look}tahqiq.reconcile\n{look}"
    assert _run(code) == "False\nTrue\n"


def test_a_name_that_is_no_verb_is_an_attribute_error() -> None:
    assert _run("import tahqiq\nprint(hasattr(tahqiq, 'extracts'), hasattr(tahqiq, 'read'))") == "False True\n"
