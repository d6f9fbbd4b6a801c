"""Signing in and out, one's account, and the people of a ledger: accessible, and without a mouse."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tahqiq.export.page.strings import LANGUAGES
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.people.opening import open_people
from tahqiq.people.roles import Role
from tests.browser.auditing import audit
from tests.browser.screenshots import Album
from tests.browser.serving import Site, served
from tests.browser.watching import Reader, reading

OF_PEOPLE = ("/sign-in", "/account", "/people")
PASSWORD = "ثلاثون نخلة على الضفة"


@pytest.fixture(scope="module")
def office(
    browser: Browser, story_ledger: tuple[Ledger, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The ledger with an account of every role, each named by its role and one with a long name, served."""
    where = tmp_path_factory.mktemp("office") / "ledger"
    shutil.copytree(story_ledger[1], where)
    with open_ledger(where) as kept, open_people(kept) as people:
        for role in Role:
            people.accounts.add(role.value, role, PASSWORD)
        people.accounts.add("رنا" * 20, Role.VIEWER, PASSWORD)
    with served(browser, where) as site:
        yield site


def sign_in(reader: Reader, name: str) -> None:
    """Come in by the keyboard, from wherever the site sends who is not known."""
    page = reader.page
    page.goto(reader.site.origin)
    page.wait_for_url("**/sign-in*")
    page.locator("#name").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/$"))


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
