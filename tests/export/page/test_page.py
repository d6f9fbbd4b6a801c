"""The page as a whole: it stands alone, every link arrives, both languages are there, the words are the report's."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tahqiq.errors import UnknownName
from tahqiq.export.page import PageOptions, page, write_page
from tahqiq.model.measure import Reconciliation, Story
from tests.export.page.made import FIRST, exactly, reads, reconciliation
from tests.export.page.tree import Element, parse

LOADING = ("src", "srcset", "data", "poster", "background", "xlink:href", "formaction", "action", "style")


@pytest.fixture(scope="module")
def html() -> str:
    return page(reconciliation(), reads())


@pytest.fixture(scope="module")
def tree(html: str) -> Element:
    return parse(html)


def dangling(tree: Element) -> set[str]:
    """Ids that are linked to and do not exist."""
    targets = {e.attributes["href"][1:] for e in tree.walk() if e.attributes.get("href", "").startswith("#")}
    return targets - {e.attributes.get("id", "") for e in tree.walk()}


def test_every_link_inside_the_page_arrives(tree: Element) -> None:
    ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
    assert sorted(set(ids)) == sorted(ids)
    assert set() == dangling(tree)


def test_labelled_elements_name_labels_that_exist(tree: Element) -> None:
    ids = {e.attributes.get("id") for e in tree.walk()}
    named = {e.attributes["aria-labelledby"] for e in tree.walk() if "aria-labelledby" in e.attributes}
    assert set() == named - ids


def test_nothing_is_loaded_and_nothing_handles_events(tree: Element) -> None:
    for element in tree.walk():
        for attribute in element.attributes:
            assert attribute not in LOADING and not attribute.startswith("on"), (element.name, attribute)
        assert element.name not in ("link", "iframe", "object", "embed", "img", "base", "form")


def test_the_policy_allows_this_script_and_this_style_only(tree: Element) -> None:
    policy = next(e.attributes["content"] for e in tree.all("meta") if "http-equiv" in e.attributes)
    for name in ("script", "style"):
        (element,) = tree.all(name)
        digest = base64.b64encode(hashlib.sha256(element.words().encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_the_style_asks_nothing_of_the_network(tree: Element) -> None:
    (style,) = tree.all("style")
    assert [] == re.findall(r"url\(|@import|@font-face|https?:", style.words())


def test_the_only_address_is_the_report_s_own(html: str) -> None:
    assert {"https://river.example/1"} == set(re.findall(r"https?://[^\"'<\s]+", html))


def test_arabic_comes_first_and_english_stands_beside_it(tree: Element) -> None:
    (root,) = tree.all("html")
    assert ("ar", "rtl") == (root.attributes["lang"], root.attributes["dir"])
    arabic, english = (len(tree.all("span", of)) for of in ("ar", "en"))
    assert arabic == english > 40


def test_a_report_s_words_are_shown_unchanged(tree: Element) -> None:
    (first, second) = tree.all("div", "words")
    assert first.words() == FIRST
    assert reads()[1].report.text.raw == second.words()


def test_every_figure_s_words_are_the_quote_and_lead_to_its_row(tree: Element) -> None:
    for n, one in enumerate(reads(), 1):
        for k, figure in enumerate(one.claims.figures, 1):
            words = tree.by_id(f"r{n}-f{k}")
            assert figure.span.quote == words.words()
            (link,) = words.all("a")
            row = tree.by_id(link.attributes["href"][1:])
            back = {a.attributes["href"] for a in row.all("a")}
            assert f"#r{n}-f{k}" in back


def test_a_statement_s_words_are_its_content(tree: Element) -> None:
    (statement,) = reads()[0].claims.statements
    assert statement.content.quote == tree.by_id("r1-s1-said").words()


def test_stances_are_noted_beside_the_words_not_in_them(tree: Element) -> None:
    notes = [e.attributes["data-en"] for e in tree.walk() if "data-en" in e.attributes]
    assert ["planned or expected", "not the report's own words", "denied"] == notes


def test_a_contradiction_is_told_in_both_languages(html: str) -> None:
    assert "They cannot both hold." in html
    assert "لا يصحان معا." in html


def test_each_voice_of_a_contradiction_is_named_with_its_outlet_and_day(tree: Element) -> None:
    (pair,) = tree.all("div", "pair")
    first, second = ([e.words() for e in side.all("li")] for side in pair.all("ul", "side"))
    assert 1 == len(first) == len(second)
    assert all(part in first[0] for part in ("1,200", "قيادة الجيش", "صحيفة النهر", "26 January 2026"))
    assert all(part in second[0] for part in ("180", "إدارة السجون", "إذاعة التل", "28 January 2026"))


def test_a_number_that_is_contradicted_by_its_denial_says_which_is_denied() -> None:
    made = reconciliation()
    freed = made.measures[0]
    denial = replace(freed.positions[1], quantity=exactly(1200), figures=(2,))
    denied = replace(made, measures=(replace(freed, positions=(freed.positions[0], denial)),))
    (pair,) = parse(page(denied, reads())).all("div", "pair")
    assert [[], ["منفيdenied"]] == [[t.words() for t in side.all("span", "tag")] for side in pair.all("ul", "side")]


def test_an_outlet_that_the_source_spoke_to_is_named_once() -> None:
    made = reconciliation()
    freed = made.measures[0]
    second = replace(freed.figures[1], outlet="وكالة الضفة")
    measures = (replace(freed, figures=(freed.figures[0], second, freed.figures[2])), made.measures[1])
    row = parse(page(replace(made, measures=measures), reads())).by_id("m1-p2")
    assert ["إدارة السجون", "وكالة الضفة"] == [link.words() for link in row.all("span", "link")]


def test_what_holds_a_story_together_is_listed_in_both_languages() -> None:
    made = reconciliation()
    (story,) = made.stories
    told = replace(made, stories=(replace(story, reason="2 reports share the words نزيل, عفو"),))
    html = page(told, reads())
    assert "كلمات تشترك فيها: <bdi>نزيل</bdi>، <bdi>عفو</bdi>" in html
    assert "words that they share: <bdi>نزيل</bdi>, <bdi>عفو</bdi>" in html


def test_the_opening_puts_the_contested_first(tree: Element) -> None:
    (opening,) = tree.all("section", "opening")
    (dispute,) = opening.all("ul", "disputes")[0].all("li")
    assert "180 according to إدارة السجون; 1,200 according to قيادة الجيش" in dispute.words()


def test_a_chain_runs_from_the_source_to_the_outlet(tree: Element) -> None:
    row = tree.by_id("m1-p2")
    links = [link.words() for link in row.all("span", "link")]
    assert ["إدارة السجون", "وكالة الضفة", "إذاعة التل"] == links


def test_the_arrows_of_a_chain_point_the_way_that_the_words_went(tree: Element) -> None:
    arrow = tree.by_id("m1-p2").all("span", "arrow")[0]
    assert [("ar", "←"), ("en", "→")] == [(way.attributes["lang"], way.words()) for way in arrow.all("span")[1:]]


def test_a_figure_behind_no_position_is_still_shown(tree: Element) -> None:
    hrefs = {a.attributes["href"] for a in tree.by_id("m1").all("a")}
    assert "#r2-f2" in hrefs


def test_headings_are_in_order(tree: Element) -> None:
    levels = [int(e.name[1]) for e in tree.walk() if re.fullmatch("h[1-6]", e.name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_many_stories_have_an_index_with_contradictions_first() -> None:
    one = reconciliation()
    quiet = Story("quiet", "قصة هادئة", ("a",), "one report")
    many = Reconciliation((quiet, *one.stories), one.measures)
    tree = parse(page(many, reads()))
    titles = [e.words() for e in tree.all("ol", "index")[0].all("h2")]
    assert ["العفو", "قصة هادئة"] == titles


def test_what_is_left_out_is_counted() -> None:
    one = reconciliation()
    many = replace(one, stories=tuple(Story(f"s{n}", f"قصة {n}", (), "") for n in range(9)))
    html = page(many, reads(), PageOptions(most_stories=2, most_listed=5, ledger="L"))
    assert "Only 2 of 9 stories are shown in full here." in html
    assert "5 of 9 stories are listed." in html
    assert "Reports that belong to no story: 2" in html


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (PageOptions(most_positions=1), "1 of 2 positions are shown"),
        (PageOptions(most_reports=1), "The words of 1 of 2 reports are shown."),
        (PageOptions(most_singles=0), "0 of 1 are shown"),
        (PageOptions(most_measures=0), "0 of 1 are shown"),
        (PageOptions(most_relations=0), "0 of 1 relations are shown"),
        (PageOptions(most_evidence=0), "0 of 1 are shown"),
        (PageOptions(most_statements=0), "0 of 1 statements are listed"),
    ],
)
def test_each_cap_says_so(options: PageOptions, told: str) -> None:
    html = page(reconciliation(), reads(), options)
    assert told in html
    assert set() == dangling(parse(html))


def test_one_story_can_be_asked_for_and_must_exist() -> None:
    assert "العفو" in page(reconciliation(), reads(), PageOptions(story="amnesty"))
    with pytest.raises(UnknownName):
        page(reconciliation(), reads(), PageOptions(story="no such story"))


def test_an_empty_ledger_says_so() -> None:
    assert "There are no stories in this ledger yet." in page(Reconciliation((), ()), [])


def test_reports_may_be_missing_and_their_quotations_stay() -> None:
    html = page(reconciliation(), reads()[:1])
    tree = parse(html)
    assert "180" in tree.by_id("m1-p2").words()
    assert "(the report is not shown on this page)" in html


def test_the_page_is_written_as_utf_8(tmp_path: Path) -> None:
    write_page(tmp_path / "page.html", reconciliation(), reads())
    assert (tmp_path / "page.html").read_text("utf-8") == page(reconciliation(), reads())
