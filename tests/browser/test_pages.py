"""Every page, in both languages, light and dark, wide and narrow: nothing is inaccessible, fails or sticks out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger
from tahqiq.web.api.tables import ROOT
from tahqiq.web.app import GIVEN, PAGES
from tahqiq.web.files import FILES
from tahqiq.web.permits import PERMITS
from tests.browser.auditing import audit
from tests.browser.screenshots import Album
from tests.browser.serving import Site
from tests.browser.test_people import OF_PEOPLE
from tests.browser.watching import reading
from tests.web.test_pages import asked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault(
    browser: Browser, site: Site, story_ledger: tuple[Ledger, Path], album: Album, path: str, language: str
) -> None:
    with reading(browser, site, language) as reader:
        reader.open(asked(story_ledger[0])[path])
        faults = audit(reader, language, album, path.strip("/").replace("/", "-") or "start")
    assert [] == faults, "\n".join(faults)


def test_every_page_is_looked_at() -> None:
    shown = {path for method, path in PERMITS if method == "GET" and not path.startswith(ROOT)}
    assert {*PAGES, *OF_PEOPLE} == shown - {*FILES, *GIVEN}
