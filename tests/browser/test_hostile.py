"""Reports whose every field is hostile, and hostile addresses: no script runs, nothing leaves, the layout holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger
from tahqiq.web.addresses import PAGES as PAGES_OF
from tahqiq.web.addresses import address
from tahqiq.web.app import PAGES
from tests.browser.faults import lay_out, misbuilt, overflowing
from tests.browser.screenshots import Album
from tests.browser.serving import Site
from tests.browser.watching import HEIGHT, NOT_LOADED, REFUSED, Reader, reading
from tests.export.page.test_hostile import NAUGHTY
from tests.web.test_pages import asked

WIDTHS = (1280, 420)


def faults(reader: Reader, language: str) -> list[str]:
    """What hostile words did to the page that is open."""
    lay_out(reader.page)
    found = list(misbuilt(reader.page, language))
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{width} px: {fault}" for fault in overflowing(reader.page)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_hostile_words_do_nothing_on_a_page(
    browser: Browser, hostile_site: Site, hostile_ledger: tuple[Ledger, Path], album: Album, path: str, language: str
) -> None:
    with reading(browser, hostile_site, language) as reader:
        reader.open(asked(hostile_ledger[0])[path])
        found = faults(reader, language)
        album.take(reader.page, f"hostile-{path.strip('/') or 'start'}-{language}")
    assert [] == found + reader.events, "\n".join(found + reader.events)


def test_hostile_reports_do_nothing(browser: Browser, hostile_site: Site, hostile_ledger: tuple[Ledger, Path]) -> None:
    found = []
    with reading(browser, hostile_site, "ar") as reader:
        for report in hostile_ledger[0].reports():
            reader.open(PAGES_OF.report(report.id))
            found += [f"{report.id[:40]}: {fault}" for fault in faults(reader, "ar")]
    assert [] == found + reader.events, "\n".join(found + reader.events)


@pytest.mark.parametrize(("path", "name"), [("/search", "q"), ("/sources", "q"), ("/story", "id"), ("/nowhere", "x")])
def test_hostile_words_in_an_address_do_nothing(browser: Browser, hostile_site: Site, path: str, name: str) -> None:
    found = []
    with reading(browser, hostile_site, "en") as reader:
        for words in NAUGHTY:
            where = address(path, **{name: words.encode("utf-8", "replace").decode()[:3000]})
            reader.page.goto(f"{hostile_site.origin}{where}#{words[:100]}".encode("utf-8", "replace").decode())
            found += [f"{words[:40]!r}: {fault}" for fault in faults(reader, "en")]
        serious = [event for event in reader.events if not event.startswith((REFUSED, NOT_LOADED))]
    assert [] == found + serious, "\n".join(found + serious)


def test_a_hostile_search_is_typed_and_shown_as_it_was_typed(browser: Browser, hostile_site: Site) -> None:
    with reading(browser, hostile_site, "ar") as reader:
        for words in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onfocus=alert(1) autofocus='"):
            page = reader.open("/search").page
            page.get_by_role("searchbox").fill(words)
            page.keyboard.press("Enter")
            page.wait_for_url("**/search?q=*")
            assert words == page.get_by_role("searchbox").input_value()
        assert [] == reader.events
