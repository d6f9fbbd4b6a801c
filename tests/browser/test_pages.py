"""Every page, in both languages, light and dark, wide and narrow: nothing is inaccessible, fails or sticks out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger
from tahqiq.web.app import PAGES
from tests.browser.faults import COLOURS, LEVELS, SIZES, inaccessible, lay_out, misbuilt, overflowing
from tests.browser.screenshots import Album
from tests.browser.serving import Site
from tests.browser.watching import HEIGHT, Scheme, reading
from tests.web.test_pages import asked

SHOWN: tuple[tuple[int, Scheme, tuple[str, ...]], ...] = (
    (1280, "light", LEVELS),
    (1280, "dark", COLOURS),
    (420, "light", SIZES),
    (420, "dark", ()),
)
"""How a page is shown, and what axe looks at then: what cannot have changed since is not looked at again."""

NARROWEST = 320
"""What WCAG 1.4.10 asks for: 1,280 px, enlarged four times."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault(
    browser: Browser, site: Site, story_ledger: tuple[Ledger, Path], album: Album, path: str, language: str
) -> None:
    faults: list[str] = []
    with reading(browser, site, language) as reader:
        page = reader.open(asked(story_ledger[0])[path]).page
        lay_out(page)
        faults += misbuilt(page, language)
        for width, scheme, rules in SHOWN:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(color_scheme=scheme)
            found = [*overflowing(page), *(inaccessible(page, rules) if rules else ())]
            faults += [f"{width} px, {scheme}: {fault}" for fault in found]
            album.take(page, f"{path.strip('/').replace('/', '-') or 'start'}-{language}-{scheme}-{width}")
        page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        faults += [f"{NARROWEST} px: {fault}" for fault in overflowing(page)]
    assert [] == faults + reader.events, "\n".join(faults + reader.events)
