"""The page of `tahqiq report`, opened from the disk: accessible, silent and within the window in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tahqiq.export.page import PageOptions, write_page
from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger
from tahqiq.ledger.by_id import ReportsById
from tahqiq.model.measure import Reconciliation
from tahqiq.wiring import framed
from tests.browser.faults import inaccessible, lay_out, misbuilt, overflowing
from tests.browser.screenshots import Album
from tests.browser.serving import Site
from tests.browser.watching import HEIGHT, Reader, reading

WIDTHS = (1280, 420, 320)


def written(ledger: Ledger, where: Path) -> Site:
    """The page with every story of a ledger, shortened so that axe is done in seconds."""
    few = PageOptions(
        ledger=str(where.parent), most_stories=1, most_measures=5, most_singles=5, most_reports=2, most_statements=5
    )
    found = Reconciliation(ledger.stories(), tuple(ledger.measures()))
    write_page(where, found, ReportsById(ledger), few, framed)
    return Site(where.as_uri(), StorageState(cookies=[], origins=[]))


@pytest.fixture(scope="module", params=["story", "hostile"])
def single(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The page of the ordinary ledger, and that of the hostile one."""
    ledger, _ = request.getfixturevalue(f"{request.param}_ledger")
    return written(ledger, tmp_path_factory.mktemp("single") / f"{request.param}.html")


@pytest.fixture
def reader(browser: Browser, single: Site) -> Iterator[Reader]:
    """Someone who has the page open."""
    with reading(browser, single, "ar") as made:
        made.page.goto(single.link)
        yield made


def unfold(page: Page) -> None:
    """Open the first story, where stories are folded."""
    for summary in page.locator("details.fold > summary").all()[:1]:
        summary.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_no_fault(reader: Reader, album: Album, language: str) -> None:
    page = reader.page
    if language == "en":
        page.get_by_label("English").check()
    unfold(page)
    lay_out(page)
    faults = [*misbuilt(page, language), *inaccessible(page)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        faults += [f"{width} px: {fault}" for fault in overflowing(page)]
        album.take(page, f"single-{Path(page.url).stem}-{language}-{width}")
    assert [] == faults + reader.events, "\n".join(faults + reader.events)


def test_a_number_leads_to_its_words(reader: Reader) -> None:
    page = reader.page
    unfold(page)
    page.locator(".opening a[href^='#']").first.click()
    assert page.evaluate("document.querySelector(':target').checkVisibility()")
    assert [] == reader.events
