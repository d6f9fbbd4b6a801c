"""Signing in and out, one's account, and the people of a ledger: accessible, and without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.people.roles import Role
from tests.browser.auditing import audit
from tests.browser.office import sign_in
from tests.browser.screenshots import Album
from tests.browser.serving import Site
from tests.browser.watching import reading

OF_PEOPLE = ("/sign-in", "/account", "/people")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", OF_PEOPLE)
def test_a_page_has_no_fault(browser: Browser, office: Site, album: Album, path: str, language: str) -> None:
    with reading(browser, office, language) as reader:
        if path != "/sign-in":
            sign_in(reader, Role.ADMIN)
        reader.events.clear()
        reader.open(path)
        for summary in reader.page.locator("main details > summary").all():
            summary.click()
        faults = audit(reader, language, album, path.strip("/"))
    assert [] == faults, "\n".join(faults)


def test_a_wrong_password_is_told_at_its_field(browser: Browser, office: Site) -> None:
    with reading(browser, office, "ar") as reader:
        page = reader.open("/sign-in").page
        page.locator("#name").fill(Role.EDITOR)
        page.locator("#password").fill("ليست هي الكلمة")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        assert page.locator("#password").get_attribute("aria-describedby") == "fault"


@pytest.mark.parametrize("role", Role)
def test_whoever_signed_in_signs_out_and_sees_nothing_more(browser: Browser, office: Site, role: Role) -> None:
    with reading(browser, office, "en") as reader:
        sign_in(reader, role)
        page = reader.page
        assert page.locator("a[href='/people']").count() == (role is Role.ADMIN)
        page.get_by_role("button", name="Sign out").press("Enter")
        page.wait_for_url("**/sign-in")
        page.goto(f"{office.origin}/sources")
        page.wait_for_url("**/sign-in*")
        assert "السيول" not in page.content()
