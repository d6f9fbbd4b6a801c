"""Reviewing by keyboard alone, and two people at once: focus is never lost, and neither is a judgement."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tahqiq.people.roles import Role
from tests.browser.office import sign_in
from tests.browser.serving import Site
from tests.browser.watching import Reader, reading

HOSTILE = "<img src=x onerror=alert(1)> \u202eقلب =1+1"
STEPS = 60


def pressed(page: Page, key: str) -> None:
    """Press a key that leads to a new page; wait until one stands on it."""
    with page.expect_navigation():
        page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_count(1)


def tab_to(page: Page, selector: str) -> None:
    """Go on with Tab until the focus is on that."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{STEPS} steps do not lead to {selector}")


def kinds(reader: Reader) -> list[str]:
    """The judgements of the ledger as the page lists them, the newest first."""
    return reader.open("/judgements").page.locator("ol.decisions > li > p:first-child > strong").all_inner_texts()


def test_the_queue_is_reviewed_by_keyboard_alone(browser: Browser, own_site: Site) -> None:
    with reading(browser, own_site, "en") as reader:
        page = reader.open("/review").page
        page.keyboard.press("j")
        first = page.locator("[data-item]").first
        expect(first).to_be_focused()
        words = first.locator("blockquote").inner_text()
        pressed(page, "a")
        assert words != page.locator("[data-item] blockquote").first.inner_text()
        pressed(page, "u")
        assert words == page.locator("[data-item] blockquote").first.inner_text()
        page.keyboard.press("j")
        page.keyboard.press("r")
        page.keyboard.type(HOSTILE)
        pressed(page, "Enter")
        page.keyboard.press("n")
        page.keyboard.type("سألت الناطق باسم الوزارة")
        tab_to(page, "button")
        pressed(page, "Enter")
        assert ["note", "rejected", "undone", "accepted"] == [kind.lower() for kind in kinds(reader)]
        assert HOSTILE.replace("\u202e", "") in page.inner_text("main").replace("\u202e", "")
        assert [] == reader.events


def test_a_value_is_corrected_by_keyboard_alone(browser: Browser, own_site: Site) -> None:
    with reading(browser, own_site, "ar") as reader:
        page = reader.open("/review").page
        page.keyboard.press("j")
        with page.expect_navigation(url=re.compile("/correct")):
            page.keyboard.press("c")
        for name in ("low", "high"):
            tab_to(page, f"#{name}")
            page.keyboard.press("Control+a")
            page.keyboard.type("149")
        tab_to(page, "#approx")
        page.keyboard.press("Home")
        tab_to(page, "#why")
        page.keyboard.type("في البيان 149")
        tab_to(page, "button")
        pressed(page, "Enter")
        page.goto(f"{own_site.origin}/judgements")
        assert "149" in page.locator("ins").all_inner_texts()[0]
        assert [] == reader.events


def test_the_second_of_two_is_shown_the_first_s_judgement(browser: Browser, office: Site) -> None:
    with reading(browser, office, "ar") as first, reading(browser, office, "en") as second:
        sign_in(first, Role.EDITOR)
        sign_in(second, Role.ADMIN)
        where = first.open("/review").page.locator("[data-act=correct]").first.get_attribute("href")
        assert where is not None
        for reader, low in ((first, "148"), (second, "147")):
            reader.open(where).page.locator("#low").fill(low)
            reader.page.locator("#high").fill(low)
        for reader in (first, second):
            reader.page.locator(".correcting button:not([type])").click()
        alert = second.page.locator("main [role=alert]")
        expect(alert).to_contain_text("148")
        expect(alert).to_contain_text("editor")
        assert "147" == second.page.locator("#low").input_value()
        second.page.locator(".correcting button:not([type])").click()
        second.page.wait_for_url(re.compile("/review"))
        words = second.open("/judgements").page.inner_text("main")
        assert "148" in words and "147" in words
        assert [] == first.events


def test_who_only_reads_is_offered_nothing_to_decide(browser: Browser, office: Site) -> None:
    with reading(browser, office, "en") as editor, reading(browser, office, "en") as viewer:
        sign_in(editor, Role.EDITOR)
        sign_in(viewer, Role.VIEWER)
        claim = editor.open("/review").page.locator("[data-item] h2 a").first.get_attribute("href")
        assert claim is not None
        assert 0 < editor.open(claim).page.locator("[data-act]").count()
        assert 0 == viewer.open(claim).page.locator("[data-act]").count()
        assert 0 == viewer.page.locator("nav a[href='/review']").count()
        answer = viewer.page.goto(f"{office.origin}/review")
        assert answer is not None and 403 == answer.status
