"""Somebody who has read nothing: from the examples to a corrected claim and its exported CSV, by what is seen."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import Site
from tests.browser.watching import reading

SECONDS = 180
CORRECTED = "149"

WORDS = {
    "ar": {"review": "المراجعة", "correct": "تصحيح", "save": "احفظ", "stories": "القصص", "data": "تنزيل البيانات"},
    "en": {"review": "Review", "correct": "Correct", "save": "Keep", "stories": "Stories", "data": "Download the data"},
}
"""What such a person would click, in either language; a part of the words is enough."""


@pytest.mark.parametrize("language", WORDS)
def test_from_the_start_to_a_corrected_claim_and_its_csv(
    browser: Browser, own_site: Site, language: str, tmp_path: Path
) -> None:
    words, began = WORDS[language], time.monotonic()
    with reading(browser, own_site, language, accept_downloads=True) as reader:
        page = reader.open("/").page
        page.get_by_role("link", name=words["review"]).first.click()
        page.get_by_role("link", name=words["correct"]).first.click()
        page.locator("#low").fill(CORRECTED)
        page.locator("#high").fill(CORRECTED)
        page.locator("#approx").select_option("exact")
        page.get_by_role("button", name=words["save"]).first.click()
        page.get_by_role("link", name=words["stories"], exact=True).first.click()
        page.get_by_role("link", name="سيول وادي الزيتون").first.click()
        page.get_by_role("link", name=words["data"]).click()
        with page.expect_download() as download:
            page.get_by_role("link", name="figures.csv").click()
        download.value.save_as(tmp_path / "figures.csv")
    assert time.monotonic() - began < SECONDS
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert CORRECTED in {row["low"] for row in rows}
