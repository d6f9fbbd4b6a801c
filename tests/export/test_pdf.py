"""A story on paper: whole, in its language, its words selectable; what is missing to print it is named."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from tahqiq.errors import MissingPart
from tahqiq.export import pdf
from tahqiq.export.page.printed import ON_PAPER, printed
from tahqiq.model.measure import Story
from tests.export.page.test_hostile import NAUGHTY, everywhere
from tests.export.page.tree import parse
from tests.factories import amnesty, measure, reported

READ, _ = amnesty()
STORY = Story("s", "العفو يخرج المئات", ("amnesty",), "one report")
MEASURES = [measure("m", [reported(READ, 0), reported(READ, 2)], "s")]


def document(language: str) -> str:
    return printed(STORY, MEASURES, {"amnesty": READ}, ON_PAPER, language)


@pytest.fixture
def printer(tmp_path: Path) -> Path:
    """A file to print to, where this machine can print; in CI it has to."""
    try:
        pdf.write("<p>سطر</p>", tmp_path / "try.pdf")
    except MissingPart as error:
        if os.environ.get("CI"):
            raise
        warnings.warn(f"PDF is not tested here: {error}", stacklevel=1)
        pytest.skip(str(error))
    return tmp_path / "story.pdf"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_printed_story_is_of_one_language_and_loads_nothing(language: str, direction: str) -> None:
    tree = parse(document(language))
    (root,) = tree.all("html")
    assert (language, direction) == (root.attributes["lang"], root.attributes["dir"])
    assert not {"script", "img", "link", "iframe"} & {element.name for element in tree.walk()}
    words = document(language)
    assert "1,200" in words and "أكثر من 400" in words and "صحيفة النهر" in words
    assert "https://outlet.example/1" in words


@pytest.mark.parametrize("words", NAUGHTY)
def test_hostile_words_add_no_element(words: str) -> None:
    def shape(given: str) -> list[str]:
        found, reads = everywhere(given)
        reports = {read.report.id: read for read in reads}
        written = printed(found.stories[0], found.measures, reports, ON_PAPER, "ar")
        return [e.name for e in parse(written).walk() if e.name not in ("bdi", "text")]

    assert shape("كلام عادي") == shape(words)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_story_is_written_as_a_pdf(printer: Path, language: str) -> None:
    pdf.write(document(language), printer)
    assert printer.read_bytes().startswith(b"%PDF-")


def test_a_document_that_asks_for_something_outside_is_written_without_it(printer: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x" * 5000, "utf-8")
    pdf.write(f'<p>سطر</p><link rel="attachment" href="{secret.as_uri()}"><img src="{secret.as_uri()}">', printer)
    assert b"EmbeddedFile" not in printer.read_bytes()


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", "utf-8")
    said = run_with(tmp_path)
    assert "libpango-1.0-0" in said and "apt install" in said
    (tmp_path / "weasyprint.py").write_text("raise ImportError('no')", "utf-8")
    assert "pip install 'tahqiq[pdf]'" in run_with(tmp_path)


def test_letters_that_no_font_has_are_named(printer: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    said = run_with(tmp_path, FONTCONFIG_FILE=str(nothing))
    assert "fonts-noto-core" in said


def run_with(folder: Path, **environment: str) -> str:
    """What printing says in a process that finds modules in `folder` first."""
    program = f"""
from pathlib import Path
from tahqiq.errors import MissingPart
from tahqiq.export import pdf
try:
    pdf.write("<p>سطر</p>", Path({str(folder / "x.pdf")!r}))
except MissingPart as error:
    print(error)
"""
    known = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", env=known)
    return done.stdout + done.stderr
