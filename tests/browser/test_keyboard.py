"""Every page without a mouse and without scripts: Tab reaches everything in order, and where one stands is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger
from tahqiq.web.app import PAGES
from tests.browser.faults import lay_out
from tests.browser.serving import Site
from tests.browser.watching import reading
from tests.web.test_pages import asked

STEPS = 40
"""How many times Tab is pressed on one page."""

_WITHIN_REACH = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  window.stops = [...all].filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility());
  window.last = document.body;
  return window.stops.length;
}"""

_STANDING = """() => {
  const look = e => [e, ...e.querySelectorAll("*")].map(one => {
    const { outline, boxShadow, stroke, strokeWidth, backgroundColor, borderColor } = getComputedStyle(one);
    return [outline, boxShadow, stroke, strokeWidth, backgroundColor, borderColor].join();
  }).join(";");
  const at = document.activeElement;
  const box = at.getBoundingClientRect(), focused = look(at);
  const is_in_window = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  at.blur();
  const is_seen = look(at) !== focused && is_in_window;
  at.focus({ focusVisible: true, preventScroll: true });
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  const is_further = !window.last.isConnected || !!(window.last.compareDocumentPosition(at) & after);
  window.last = at;
  const place = window.stops.includes(at) ? window.stops.indexOf(at) : null;
  return { place, is_further, is_seen, words: at.outerHTML.slice(0, 150) };
}"""


class Standing(TypedDict):
    """Where the focus is: the place among what could be reached at first (None for what appeared on the way), whether
    it is further down in the document than before, whether one sees that it is there, and the element.
    """

    place: int | None
    is_further: bool
    is_seen: bool
    words: str


def walked(page: Page) -> list[Standing]:
    """Where Tab leads, from the top of the page to its end or for `STEPS` steps."""
    lay_out(page)
    steps = []
    for _ in range(min(page.evaluate(_WITHIN_REACH), STEPS)):
        page.keyboard.press("Tab")
        steps.append(page.evaluate(_STANDING))
    return steps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_tab_reaches_everything_in_order(
    browser: Browser, site: Site, story_ledger: tuple[Ledger, Path], path: str, language: str
) -> None:
    with reading(browser, site, language) as reader:
        steps = walked(reader.open(asked(story_ledger[0])[path]).page)
    places = [step["place"] for step in steps if step["place"] is not None]
    assert list(range(len(places))) == places
    assert [] == [step["words"] for step in steps if not step["is_further"]]
    assert [] == [step["words"] for step in steps if not step["is_seen"]]


def test_the_first_stop_leads_past_the_menu(browser: Browser, site: Site) -> None:
    with reading(browser, site, "ar") as reader:
        page = reader.open("/").page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", PAGES)
def test_reading_needs_no_script(browser: Browser, site: Site, story_ledger: tuple[Ledger, Path], path: str) -> None:
    where = asked(story_ledger[0])[path]
    lengths = []
    for scripts in (True, False):
        with reading(browser, site, "ar", java_script_enabled=scripts) as reader:
            lengths.append(len(reader.open(where).page.inner_text("main")))
    assert lengths[1] >= 0.9 * lengths[0] > 0


def test_search_needs_no_script_and_no_mouse(browser: Browser, site: Site) -> None:
    with reading(browser, site, "ar", java_script_enabled=False) as reader:
        page = reader.open("/search").page
        page.get_by_role("searchbox").focus()
        page.keyboard.type("معتقل")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        assert page.locator("mark", has_text="معتقل").count() > 0
