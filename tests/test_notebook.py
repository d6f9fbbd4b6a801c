"""A ledger in a notebook: frames, filters, and HTML that no report can break out of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest

from tahqiq import open_ledger
from tahqiq.errors import UnknownName
from tahqiq.exported import EVERYTHING, OFFERED
from tahqiq.ledger import Filter
from tahqiq.model.judgement import Draft, JudgementKind, Target, TargetKind
from tahqiq.notebook import TABLES, Notebook
from tests.cli.test_commands import EXAMPLES, tahqiq
from tests.export.page.test_hostile import NAUGHTY
from tests.factories import metadata, toll

DOCUMENT = Path(__file__).parents[1] / "docs" / "notebook.md"


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of the bundled examples of an amnesty, named "story"."""
    folder = tmp_path_factory.mktemp("notebook")
    tahqiq("ingest", str(EXAMPLES / "detention"), "--ledger", str(folder / "story"))
    return folder


@pytest.fixture
def ledger(where: Path) -> Iterator[Notebook]:
    """The ledger, opened."""
    with open_ledger(where / "story") as kept:
        yield kept


def test_the_lines_of_the_document_run(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    block = re.search(r"# In a notebook\n\n((?:    .*\n|\n)+)", DOCUMENT.read_text(encoding="utf-8"))
    assert block is not None
    monkeypatch.chdir(where)
    names: dict[str, pl.DataFrame] = {}
    exec("\n".join(line.removeprefix("    ") for line in block[1].splitlines()), names)
    assert names["by_source"]["len"].sum() == len(names["released"]) > 1
    assert {"interval"} == set(names["interval"]["policy"])


def test_the_document_names_every_table_and_what_narrows_it() -> None:
    told = DOCUMENT.read_text(encoding="utf-8")
    rows = [line.split("|") for line in told.splitlines() if line.startswith("| `")]
    narrowed = {name: by for row in rows for name in re.findall(r"`(\w+)`", row[1]) for by in [row[3]]}
    assert set(TABLES) == set(narrowed)
    assert all(tuple(re.findall(r"`(\w+)`", by)) == OFFERED[name].narrowed_by for name, by in narrowed.items())


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_has_every_row_of_its_table(ledger: Notebook, name: str) -> None:
    frame = getattr(ledger, name).to_polars()
    assert len(list(OFFERED[name].rows(ledger, EVERYTHING))) == len(frame)
    assert name == "judgements" or len(frame)
    assert getattr(ledger, name)._repr_html_().count("<tr>") == min(20, len(frame)) + 1


def test_tables_are_narrowed_and_still_give_values(ledger: Notebook) -> None:
    released = ledger.figures.where(predicate="released")
    assert {"released"} == set(released.to_polars()["predicate"])
    report = released.to_polars()["report"][0]
    assert {report} == set(released.where(report=report).to_polars()["report"])
    assert {report} == {held.report.id for held in ledger.figures(Filter(report=report))}
    with pytest.raises(UnknownName, match="report, predicate, source, story"):
        ledger.figures.where(colour="red")


def test_a_judgement_is_in_the_next_frame(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as ledger:
        ledger.add([toll("a", 12), toll("b", 15)])
        before = ledger.measures.to_polars()
        held = next(ledger.figures())
        ledger.judge(Draft("Sara", JudgementKind.REJECT, Target(TargetKind.FIGURE, held.id)), 0)
        assert before["figures"].max() - 1 == ledger.measures.to_polars()["figures"].max()
        assert ["reject"] == ledger.figures.to_polars()["judged"].drop_nulls().to_list()
        assert "2 reports, 2 figures" in ledger._repr_html_()


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as ledger:
        ledger.add(toll(f"r{n}", n + 1, metadata(words)) for n, words in enumerate(NAUGHTY))
        shown = ledger.figures._repr_html_()
    found = _Tags()
    found.feed(shown)
    assert {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi"} == found.names
    assert {"dir", "lang", "style", "scope"} == found.attributes


class _Tags(HTMLParser):
    """The names of all tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
