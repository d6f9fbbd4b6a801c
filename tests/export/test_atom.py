"""The feed is well formed whatever reports say, and holds what RFC 4287 asks of a feed and its entries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from tahqiq.export.atom import feed
from tahqiq.export.rows import AlertRow
from tests.export.page.test_hostile import NAUGHTY

ROW = AlertRow(
    "2026-01-27T12:00:00+00:00", "tolls", "figure", "12 killed", "12 قتيلا", "flood", "النهر",
    "https://river.example/1", "قُتل 12 شخصا", "a" * 64,
)  # fmt: skip
LATER = replace(ROW, at="2026-01-28T12:00:00+00:00", id="b" * 64)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def texts(written: bytes, path: str) -> list[str]:
    """The text of each element on a path."""
    return [element.text or "" for element in etree.fromstring(written).findall(path, ATOM)]


def test_a_feed_has_an_id_a_title_an_author_and_the_time_of_its_newest_entry() -> None:
    written = feed([ROW, LATER], "Tahqiq: story")
    assert [LATER.at] == texts(written, "a:updated")
    assert ["Tahqiq: story"] == texts(written, "a:title")
    assert ["urn:tahqiq:Tahqiq%3A%20story"] == texts(written, "a:id")
    assert ["Tahqiq"] == texts(written, "a:author/a:name")


def test_an_entry_has_an_id_a_title_a_time_and_its_words_in_both_languages() -> None:
    written = feed([ROW, LATER], "x")
    assert ["urn:sha256:" + "b" * 64, "urn:sha256:" + "a" * 64] == texts(written, "a:entry/a:id")
    assert [LATER.at, ROW.at] == texts(written, "a:entry/a:updated")
    assert ["12 killed", "12 killed"] == texts(written, "a:entry/a:title")
    content = texts(written, "a:entry/a:content")[0]
    assert all(words in content for words in (ROW.summary, ROW.summary_ar, ROW.quote, ROW.report))


def test_a_feed_of_nothing_is_a_feed() -> None:
    assert [] == texts(feed([], "x"), "a:entry")
    assert 1 == len(texts(feed([], "x"), "a:updated"))


@pytest.mark.parametrize("words", NAUGHTY)
def test_hostile_words_are_text(words: str) -> None:
    odd = AlertRow(ROW.at, words, words, words, words, words, words, words, words, words)
    root = etree.fromstring(feed([odd], words))
    names = {etree.QName(element).localname for element in root.iter()}
    assert names <= {"feed", "id", "title", "updated", "author", "name", "entry", "category", "content"}
    assert [] == [c for c in "".join(root.itertext()) if c in "\u202a\u202b\u202c\u202d\u202e"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://user@bank.example/", None])
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert [] == etree.fromstring(feed([replace(ROW, url=url)], "x")).findall("a:entry/a:link", ATOM)
    assert 1 == len(etree.fromstring(feed([ROW], "x")).findall("a:entry/a:link", ATOM))
