"""A browser, and ledgers served for it: one of the examples, one of reports whose every field is hostile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tahqiq.ledger import Ledger
from tests.browser.chromium import chromium, executable
from tests.browser.ledgers import examples, keep
from tests.browser.office import employ
from tests.browser.screenshots import Album
from tests.browser.serving import Site, served
from tests.web.conftest import ORDINARY, rows

NO_BROWSER = "NO BROWSER: the pages were not tested; install the package chromium"
OUT = Path(__file__).parents[2] / "out" / "screenshots"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that a quick run can leave it out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each reader has a profile of its own.

    Where there is none the tests are skipped; under CI they fail.
    """
    path = executable()
    if path is None:
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)
    with chromium(path) as running:
        yield running


@pytest.fixture(scope="session")
def story_ledger(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Path]]:
    """The bundled examples and some ordinary reports, and where they are kept."""
    where = tmp_path_factory.mktemp("stories")
    with keep(where, examples(), islice(rows(), len(ORDINARY))) as kept:
        yield kept, where


@pytest.fixture(scope="session")
def hostile_ledger(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Path]]:
    """Reports that hold hostile words in every field, and where they are kept."""
    where = tmp_path_factory.mktemp("hostile")
    with keep(where, (), rows()) as kept:
        yield kept, where


@pytest.fixture(scope="session")
def site(browser: Browser, story_ledger: tuple[Ledger, Path]) -> Iterator[Site]:
    """The ordinary ledger, served."""
    with served(browser, story_ledger[1]) as where:
        yield where


@pytest.fixture
def own_site(browser: Browser, story_ledger: tuple[Ledger, Path], tmp_path: Path) -> Iterator[Site]:
    """The ordinary ledger, served to one test alone, which may write in it."""
    shutil.copytree(story_ledger[1], tmp_path / "own")
    with served(browser, tmp_path / "own") as where:
        yield where


@pytest.fixture(scope="module")
def office(
    browser: Browser, story_ledger: tuple[Ledger, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The ordinary ledger with accounts, served to the tests of one file."""
    where = tmp_path_factory.mktemp("office") / "ledger"
    shutil.copytree(story_ledger[1], where)
    employ(where)
    with served(browser, where) as site:
        yield site


@pytest.fixture(scope="session")
def hostile_site(browser: Browser, hostile_ledger: tuple[Ledger, Path]) -> Iterator[Site]:
    """The hostile ledger, served."""
    with served(browser, hostile_ledger[1]) as where:
        yield where


@pytest.fixture(scope="session")
def album() -> Iterator[Album]:
    """Pictures of this run."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    album = Album(OUT)
    yield album
    album.write_sheet()
