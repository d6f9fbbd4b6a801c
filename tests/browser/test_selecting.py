"""Shortcuts that can be turned off, and words that are selected for a correction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tahqiq.ledger import Ledger
from tahqiq.model.judgement import JudgementKind
from tests.browser.ledgers import keep
from tests.browser.serving import served
from tests.browser.watching import Reader, reading
from tests.web.test_review import figure, given


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[tuple[Ledger, Reader]]:
    """A ledger to decide on, and a reader of it."""
    with (
        keep(tmp_path, (), given()) as kept,
        served(browser, tmp_path) as where,
        reading(browser, where, "en") as reader,
    ):
        yield kept, reader


def test_keys_can_be_listed_and_turned_off(desk: tuple[Ledger, Reader]) -> None:
    page = desk[1].page
    desk[1].open("/review")
    page.keyboard.press("?")
    expect(page.locator("#keys dl")).to_be_visible()
    page.locator("#keys-switch").click()
    page.keyboard.press("j")
    expect(page.locator("#item-1")).not_to_be_focused()
    desk[1].open("/review")
    expect(page.locator("#keys-switch")).to_have_text("Turn the shortcuts on")


def test_selected_words_are_taken_into_a_correction(desk: tuple[Ledger, Reader]) -> None:
    ledger, reader = desk
    page, claim = reader.page, figure(ledger, "52")
    reader.open(f"/correct?kind=figure&id={claim.id}")
    page.evaluate("""() => {
      const mark = document.querySelector("#words .figure").nextSibling;
      getSelection().setBaseAndExtent(mark, 1, mark, 5);
    }""")
    page.locator("#take").click()
    quote = page.locator("#quote").input_value()
    start = int(page.locator("#start").input_value())
    assert (quote, 4) == (claim.report.text.raw[start : start + 4], len(quote))
    with page.expect_navigation():
        page.locator("form.correcting button:not([type=button])").click()
    assert [JudgementKind.CORRECT] == [judgement.kind for judgement in ledger.judgements()]
    assert [] == reader.events
