"""Requests that cannot be answered are told why, in the reader's language, and nobody reads without the token."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tahqiq.ledger import Ledger, open_ledger
from tahqiq.web.access import Link, Site
from tahqiq.web.addresses import address
from tahqiq.web.app import HEADERS, application
from tahqiq.web.desk import Desk
from tahqiq.web.language import accepted
from tests.export.page.test_hostile import NAUGHTY, shape
from tests.export.page.tree import parse
from tests.factories import amnesty
from tests.web.conftest import TOKEN, client_of

FAILING = [
    # address, status, what is said
    ("/nowhere", 404, "no page at this address"),
    ("/../etc/passwd", 404, "no page at this address"),
    ("/story?id=none", 404, "no story with this id: none"),
    ("/story", 400, "lacks “id”"),
    ("/measure?id=x", 400, "lacks “story”"),
    ("/report?id=../../ledger.db", 404, "no report with this id: ../../ledger.db"),
    ("/report?id=%00", 400, "a character that no text has"),
    ("/report?id=" + "a" * 5000, 400, "longer than is accepted"),
    ("/source?name=none", 404, "no source of this name"),
    ("/?page=0", 400, "must be a whole number"),
    ("/?page=-1", 400, "must be a whole number"),
    ("/?page=99999999999", 400, "must be a whole number"),
    ("/alerts?page=%D9%A3", 400, "must be a whole number"),
    ("/?order=sideways", 400, "no such order: sideways"),
    ("/?lang=fr", 400, "two languages"),
]


@pytest.mark.parametrize(("where", "status", "told"), FAILING)
def test_the_reason_is_named(client: TestClient, where: str, status: int, told: str) -> None:
    answer = client.get(where)
    assert (status, True) == (answer.status_code, told in parse(answer.text).all("main")[0].words()), answer.text


def test_an_unknown_policy_or_measure_is_named(ledger: Ledger, client: TestClient) -> None:
    (story,) = ledger.stories()
    for asked, told in (({"policy": "best"}, "no published policy of this name: best"),):
        answer = client.get(address("/story", id=story.id, **asked))
        assert (404, True) == (answer.status_code, told in parse(answer.text).words())
    answer = client.get(address("/measure", story=story.id, id="none"))
    assert (404, True) == (answer.status_code, "no measure with this id: none" in parse(answer.text).words())


def test_reasons_are_told_in_arabic_too(ledger: Ledger) -> None:
    answer = client_of(ledger, "ar").get("/story?id=none")
    assert "لا قصة بهذا المعرّف: none" in parse(answer.text).words()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/story", "/nowhere"])
def test_nothing_can_be_written(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code in (404, 405)


@pytest.mark.parametrize("path", ["/", "/story?id=1", "/style.css", "/nowhere", "/?page=0"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    for name, value in HEADERS.items():
        assert name == "Cache-Control" or value == headers[name]
    assert "'unsafe" not in headers["Content-Security-Policy"]


PARAMETERS = [("/search", "q"), ("/sources", "q"), ("/report", "id"), ("/source", "name"), ("/story", "id"),
              ("/measure", "story"), ("/", "order"), ("/", "page"), ("/", "lang"), ("/", "token"), ("/nowhere", "x"),
              ("/story", "policy"), ("/help", "<b>")]  # fmt: skip


@pytest.mark.parametrize(("path", "name"), PARAMETERS)
def test_hostile_words_in_an_address_add_no_element(client: TestClient, path: str, name: str) -> None:
    needed = {"id": "none", "story": "none"} if path in ("/story", "/measure") else {}
    refused: dict[int, object] = {}
    for words in ("كلام عادي", *NAUGHTY):
        answer = client.get(path, params={**needed, name: words.encode("utf-8", "replace").decode()})
        assert answer.status_code < 500
        tree = parse(answer.text)
        if answer.status_code >= 400:
            assert refused.setdefault(answer.status_code, shape(tree)) == shape(tree), words


def test_hostile_words_in_a_path_are_only_words(client: TestClient) -> None:
    for words in NAUGHTY:
        answer = client.get(address("/", x=words.encode("utf-8", "replace").decode()).replace("?x=", ""))
        assert answer.status_code == 404, words
        parse(answer.text)


def test_nobody_reads_without_the_token(ledger: Ledger) -> None:
    for token in ("", "wrong", TOKEN[:-1]):
        client = client_of(ledger, token=token)
        for path in ("/", "/story?id=1", "/help", "/search?q=سيول", "/nowhere"):
            answer = client.get(path)
            assert 401 == answer.status_code
            assert "tahqiq serve" in answer.text
            assert "سيول" not in answer.text
    assert 401 == client_of(ledger).get("/?token=wrong").status_code


def test_the_link_lets_in_and_the_token_leaves_the_address(ledger: Ledger) -> None:
    client = client_of(ledger, token="")
    client.cookies.clear()
    answer = client.get(f"/search?q=a+b&token={TOKEN}", follow_redirects=False)
    assert (303, "/search?q=a+b") == (answer.status_code, answer.headers["location"])
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/"))
    assert 200 == client.get("/").status_code


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "///evil.example"])
def test_the_link_leads_nowhere_else(ledger: Ledger, path: str) -> None:
    client = client_of(ledger)
    answer = client.get(f"http://127.0.0.1{path}?token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert not answer.headers["location"].startswith(("//", "/\\"))


def test_a_program_may_send_the_token_in_a_header(ledger: Ledger) -> None:
    client = client_of(ledger, token="")
    assert 200 == client.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code
    assert 401 == client.get("/", headers={"authorization": "Bearer ü".encode()}).status_code
    assert 401 == client.get("/", headers={"authorization": f"Basic {TOKEN}"}).status_code


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:80", 200), ("localhost", 200), ("[::1]:80", 200), ("evil.example", 400), ("[::1", 400), ("", 400)],
)
def test_only_names_of_this_machine_are_answered_to(client: TestClient, host: str, status: int) -> None:
    assert status == client.get("/", headers={"host": host}).status_code


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "ar"), ("en-GB,en;q=0.9", "en"), ("fr, ar;q=0.5, en;q=0.8", "en"), ("ar-SY,en;q=0.9", "ar"), ("fr", "ar"),
     ("en;q=0", "ar"), ("en;q=x", "ar"), ("EN", "en"), (";;,,=", "ar")],
)  # fmt: skip
def test_the_language_that_is_wanted_most(header: str, language: str) -> None:
    assert language == accepted(header)


def test_a_fault_is_told_without_its_details(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_ledger(tmp_path) as ledger:
        desk = Desk(ledger)
        client = TestClient(application(desk, Link(Site(80), TOKEN)), "http://127.0.0.1", raise_server_exceptions=False)
        client.cookies.set("tahqiq-80", TOKEN)
        assert "There are no stories in this ledger yet." in client.get("/?lang=en").text
        ledger.is_reconciled = None  # type: ignore[assignment, method-assign]
        answer = client.get("/?lang=en")
    assert 500 == answer.status_code
    assert "NoneType" not in answer.text
    assert HEADERS["Content-Security-Policy"] == answer.headers["Content-Security-Policy"]
    assert "NoneType" in caplog.text


def test_reports_read_after_the_start_are_told_of(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        client = client_of(ledger)
        ledger.add([amnesty()])
        assert "Reports were read that the stories do not know yet" in client.get("/").text
