"""The page's section on how each outlet tells a story: every count leads to its words, in both languages."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tahqiq.export.page import PageOptions, page
from tahqiq.reconcile import reconcile
from tahqiq.wiring import framed
from tests.export.page.made import reads, reconciliation
from tests.export.page.test_hostile import NAUGHTY, everywhere
from tests.export.page.test_page import dangling
from tests.export.page.tree import Element, parse
from tests.reconcile.framing.test_frame import HILL, RIVER, report

READS = [report("a", RIVER, "النهر"), report("b", HILL, "التل")]


@pytest.fixture(scope="module")
def html() -> str:
    return page(reconcile(READS), READS, PageOptions(), framed)


@pytest.fixture(scope="module")
def section(html: str) -> Element:
    (found,) = parse(html).all("section", "framing")
    return found


def english(element: Element) -> str:
    """The words that are shown in English."""
    parts = (p if isinstance(p, str) else english(p) for p in element.inside)
    return "" if element.attributes.get("class") == "ar" else "".join(parts)


def rows(section: Element, of: str) -> list[list[str]]:
    (table,) = section.all("table", of)
    cells = [[english(c) for c in row.walk() if c.name in ("th", "td")] for row in table.all("tr")]
    return [[" ".join(cell.split()) for cell in row] for row in cells]


def test_terms_are_counted_by_whose_words_they_are(section: Element) -> None:
    found = rows(section, "terms")
    assert ["عدوان, aggression", "النهر ×1", "التل ×1", "النهر ×1 سالم الراوي"] in found
    assert ["an armed act against another"] in found


def test_every_count_leads_to_its_words(html: str, section: Element) -> None:
    tree = parse(html)
    assert set() == dangling(tree)
    links = [a for table in section.all("table", "terms") for a in table.all("a")]
    assert links
    for link in links:
        assert "named" in tree.by_id(link.attributes["href"][1:]).attributes["class"]
    for link in (a for table in section.all("table", "speakers") for a in table.all("a")):
        assert "said" in tree.by_id(link.attributes["href"][1:]).attributes["class"]


def test_the_reports_words_stay_as_they_are(html: str) -> None:
    assert [r.report.text.raw for r in READS] == [e.words() for e in parse(html).all("div", "words")]


def test_the_matrix_has_a_column_for_each_outlet_and_words_for_each_mark(section: Element) -> None:
    (table,) = section.all("table", "matrix")
    assert ["التل", "النهر"] == [e.words() for e in table.all("th", "outlet")]
    for cell in table.all("td", "outlet"):
        assert re.search("carried|not in its reports|older", cell.words())


def test_headings_are_in_order_and_labels_exist(html: str) -> None:
    tree = parse(html)
    levels = [int(e.name[1]) for e in tree.walk() if re.fullmatch("h[1-6]", e.name)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
    assert sorted(set(ids)) == sorted(ids)
    assert {e.attributes["aria-labelledby"] for e in tree.all("section", "framing")} <= set(ids)


def test_what_is_left_out_of_it_is_counted() -> None:
    options = PageOptions(most_framed=1, most_carried=1, most_outlets=1, most_speakers=1, ledger="L")
    html = page(reconcile(READS), READS, options, framed)
    assert "1 of 2 are shown; the rest are in:" in html
    assert set() == dangling(parse(html))


def test_reports_that_are_not_on_the_page_are_not_linked() -> None:
    html = page(reconcile(READS), READS, PageOptions(most_reports=1), framed)
    assert set() == dangling(parse(html))


def test_without_it_the_page_says_nothing_of_it(section: Element) -> None:
    assert [] == parse(page(reconcile(READS), READS)).all("section", "framing")
    assert [] == parse(page(reconcile(READS[:1]), READS[:1], PageOptions(), framed)).all("table", "matrix")


def test_a_story_whose_words_offer_no_choice_still_has_its_matrix() -> None:
    (section,) = parse(page(reconciliation(), reads(), PageOptions(), framed)).all("section", "framing")
    assert [] == section.all("table", "terms")
    assert 4 == len(section.all("td", "outlet"))


@pytest.mark.parametrize("words", NAUGHTY)
def test_hostile_words_are_shown_as_words(words: str) -> None:
    found, (read,) = everywhere(words)
    tree = parse(page(found, [read], PageOptions(), framed))
    assert {"html", "head", "body"} <= {e.name for e in tree.walk()}
    assert 1 == len(tree.all("script")) == len(tree.all("style"))
    assert not {"img", "iframe", "object"} & {e.name for e in tree.walk()}
    assert not [a for e in tree.walk() for a in e.attributes if a.startswith("on")]
