"""Every page in both languages: it answers, it is well-formed, it says one language, and every link on it arrives."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from starlette.testclient import TestClient

from tahqiq.ledger import Ledger, open_ledger
from tahqiq.ledger.recall import Filter
from tahqiq.model.measure import Reconciliation, Story
from tahqiq.web.addresses import CHART, PAGES, address
from tahqiq.web.app import PAGES as PATHS
from tahqiq.web.files import FILES
from tests.export.page.tree import Element, parse
from tests.factories import amnesty, measure, reported
from tests.web.conftest import client_of

LANGUAGES = [("ar", "rtl"), ("en", "ltr")]
LOADING = ("src", "srcset", "data", "poster", "background", "xlink:href", "formaction", "style")


def asked(ledger: Ledger) -> dict[str, str]:
    """An address for every page."""
    story = max(ledger.stories(), key=lambda s: len(s.reports))
    measure = max(ledger.measures(story.id), key=lambda m: len(m.positions))
    source = next(name for name in ledger.source_names() if "هيئة" in name)
    figure = next(ledger.figures(Filter(report="plain-1")))
    return {
        "/": "/",
        "/story": PAGES.story(story.id),
        "/export": address("/export", story=story.id),
        "/measure": PAGES.measure(measure),
        "/report": PAGES.report("plain-1"),
        "/sources": "/sources",
        "/source": address("/source", name=source),
        "/search": address("/search", q="سيول"),
        "/alerts": "/alerts",
        "/review": "/review",
        "/claim": address("/claim", kind="figure", id=figure.id),
        "/correct": address("/correct", kind="figure", id=figure.id),
        "/regroup": address("/regroup", story=story.id, measure=measure.id),
        "/judgements": "/judgements",
        "/help": "/help",
        "/places": "/places",
        "/place": address("/place", name="الضفة"),
    }


def shown(client: TestClient, where: str) -> Element:
    answer = client.get(where)
    assert 200 == answer.status_code, (where, answer.text[:2000])
    return parse(answer.text)


def test_there_is_an_address_for_every_page(ledger: Ledger) -> None:
    assert set(PATHS) == set(asked(ledger))


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_stands_in_its_language(ledger: Ledger, path: str, language: str, direction: str) -> None:
    client = client_of(ledger, "en" if language == "ar" else "ar")
    where = asked(ledger)[path]
    tree = shown(client, where + ("&" if "?" in where else "?") + f"lang={language}")
    (root,) = tree.all("html")
    assert (language, direction) == (root.attributes["lang"], root.attributes["dir"])
    assert (language, direction) == tuple(shown(client, where).all("html")[0].attributes[n] for n in ("lang", "dir"))
    other = "en" if language == "ar" else "ar"
    assert [] == tree.all("span", other)
    ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
    assert sorted(set(ids)) == sorted(ids)
    for reference in ("aria-labelledby", "for"):
        assert set() == {e.attributes[reference] for e in tree.walk() if reference in e.attributes} - set(ids)
    levels = [int(e.name[1]) for e in tree.walk() if re.fullmatch("h[1-6]", e.name)]
    assert 1 == levels[0] and 1 == levels.count(1)
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), levels


@pytest.mark.parametrize("path", PATHS)
def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(ledger: Ledger, client: TestClient, path: str) -> None:
    for element in shown(client, asked(ledger)[path]).walk():
        assert element.name not in ("style", "iframe", "object", "embed", "img", "base"), element.name
        if element.name == "script":
            assert "" == element.words() and element.attributes.pop("src") in FILES
        for name, value in element.attributes.items():
            assert name not in LOADING and not name.startswith("on"), (element.name, name)
            if name in ("href", "action"):
                assert value.startswith(("#", "/")) and not value.startswith("//"), value


def test_every_link_arrives(ledger: Ledger, client: TestClient) -> None:
    seen: dict[str, Element] = {}
    wanted, waiting = set[tuple[str, str]](), list(asked(ledger).values())
    while waiting:
        where = waiting.pop()
        if where in seen or urlsplit(where).path in FILES or "lang=" in where or "theme=" in where:
            continue
        seen[where] = shown(client, where)
        for element in seen[where].walk():
            if element.attributes.get("rel") == "nofollow":
                continue
            to, fragment = urldefrag(element.attributes.get("href", ""))
            if to.startswith(("/api/", "/download", "/feeds/", CHART)):
                assert 200 == client.get(to).status_code
                continue
            if fragment:
                wanted.add((to or where, fragment))
            if to:
                waiting.append(to)
    ids = {where: {e.attributes.get("id") for e in tree.walk()} for where, tree in seen.items()}
    assert [] == [(to, fragment) for to, fragment in wanted if fragment not in ids[to]]
    assert len(seen) > 40


@pytest.mark.parametrize(("theme", "scheme"), [("dark", "dark"), ("light", "light"), ("auto", "light dark")])
def test_the_colours_that_were_chosen_are_remembered(ledger: Ledger, theme: str, scheme: str) -> None:
    client = client_of(ledger)
    for where in (f"/?theme={theme}", "/help"):
        tree = shown(client, where)
        assert (None if theme == "auto" else theme) == tree.all("html")[0].attributes.get("data-theme")
        assert scheme == next(
            m.attributes["content"] for m in tree.all("meta") if m.attributes.get("name") == "color-scheme"
        )


def test_the_style_sheet_is_one(client: TestClient) -> None:
    sheet = client.get("/style.css").text
    assert "&" not in sheet and sheet.count("{") == sheet.count("}")


def test_a_report_s_words_are_shown_unchanged(ledger: Ledger, client: TestClient) -> None:
    for report in ledger.reports():
        (words,) = shown(client, PAGES.report(report.id)).all("div", "words")
        kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "", report.text.raw)
        assert kept == words.words()


def test_the_start_shows_what_is_contradicted(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as kept:
        kept.add([amnesty()])
        told = measure("m", [reported(amnesty()[0], 0), reported(amnesty()[0], 2)])
        kept.save(Reconciliation((Story("story-1", "العفو", ("amnesty",), ""),), (told,)))
        tree = shown(client_of(kept), "/")
    (dispute,) = tree.all("ul", "disputes")[0].all("li")
    assert "1,200 according to الجيش العراقي" in dispute.words()
    assert "1 contradiction" in tree.all("ol", "index")[0].words()


def test_the_start_shows_the_newest_alerts(client: TestClient) -> None:
    assert 5 == len(shown(client, "/").all("ul", "plain")[0].all("li"))


@pytest.mark.parametrize("policy", ["interval", "lowest", "low-best-high", "graded"])
def test_a_measure_stands_under_every_policy_with_the_chosen_first(
    ledger: Ledger, client: TestClient, policy: str
) -> None:
    tree = shown(client, f"{asked(ledger)['/measure']}&policy={policy}")
    (choices,) = tree.all("p", "choices")
    (chosen,) = (a for a in choices.all("a") if "aria-current" in a.attributes)
    assert chosen.attributes["href"].endswith(f"policy={policy}")
    rows = next(e for e in tree.all("section") if e.attributes["aria-labelledby"] == "policies")
    assert rows.all("tr")[1].all("th")[0].words().startswith(chosen.words())
    assert 5 == len(rows.all("tr"))


def test_a_source_says_who_relayed_it_and_how_often_it_is_contradicted(ledger: Ledger, client: TestClient) -> None:
    words = shown(client, asked(ledger)["/source"]).words()
    assert "وكالة الضفة" in words
    assert "in a contradiction" in words


def test_search_marks_the_words_that_it_found(client: TestClient) -> None:
    tree = shown(client, address("/search", q="أشخاص"))
    assert {"شخصا"} == {mark.words() for mark in tree.all("mark")}
    assert "Nothing has all of what was asked for." in shown(client, address("/search", q="زلزال")).words()


def test_sources_can_be_found_by_a_part_of_their_name(client: TestClient) -> None:
    (table,) = shown(client, address("/sources", q="الإغاثة")).all("tbody")
    assert ["هيئة الإغاثة"] == [row.all("a")[0].words() for row in table.all("tr")]


def test_search_finds_claims_and_leads_to_their_words(client: TestClient) -> None:
    tree = shown(client, address("/search", q="حدث:القتلى value:50..60", kind="figure", sort="date"))
    (first, *_) = tree.all("ol", "index")[0].all("a")
    where, fragment = urldefrag(first.attributes["href"])
    assert fragment in {e.attributes.get("id") for e in shown(client, where).walk()}


def test_results_can_be_narrowed_without_a_script(client: TestClient) -> None:
    tree = shown(client, address("/search", q="الإغاثة سيول"))
    (facets,) = tree.all("nav", "facets")
    narrower = {a.words(): a.attributes["href"] for a in facets.all("a")}
    (one,) = shown(client, narrower["إذاعة التل"]).all("ol", "index")[0].all("li")
    assert "إذاعة التل" in one.words()


@pytest.mark.parametrize(
    ("query", "told"),
    [("سيول outlt:x", "outlt (character 6)"), ("published:أمس", "no date (character 1)"), ("value:5", "Only figures")],
)
def test_a_query_that_cannot_be_read_is_told_in_the_form(client: TestClient, query: str, told: str) -> None:
    tree = shown(client, address("/search", q=query))
    (fault,) = (e for e in tree.all("p") if e.attributes.get("role") == "alert")
    assert told in " ".join(fault.words().split())
    assert [query] == [e.attributes["value"] for e in tree.all("input") if e.attributes.get("name") == "q"]


def test_a_search_goes_no_deeper_than_it_says(client: TestClient) -> None:
    assert 200 == client.get(address("/search", q="سيول", page=500)).status_code
    assert 400 == client.get(address("/search", q="سيول", page=501)).status_code
    assert 400 == client.get(address("/search", q="سيول", kind="date")).status_code
