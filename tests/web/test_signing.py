"""Signing in and out: who is let in, how often one may try, where one goes on to, and what a form has to bring back."""

from __future__ import annotations

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tahqiq.ledger import open_ledger
from tahqiq.people.roles import Role
from tahqiq.web.access import Link, Site
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tahqiq.web.forms import MOST_BYTES
from tahqiq.web.signing import within
from tahqiq.web.visitor import csrf_of
from tests.export.page.test_hostile import NAUGHTY, shape
from tests.export.page.tree import parse
from tests.factories import amnesty
from tests.people.test_accounts import GOOD
from tests.web.conftest import ORIGIN, TOKEN, browser, client_of
from tests.web.people import COOKIE, Newsroom, newsroom

OTHER = "another long sentence"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with open_ledger(tmp_path) as ledger:
        ledger.add([amnesty()])
        yield newsroom(ledger)


def field(page: str, name: str) -> str:
    """The value of a hidden field."""
    return next(e.attributes["value"] for e in parse(page).all("input") if e.attributes.get("name") == name)


def sign_in(client: TestClient, name: str, password: str, goal: str = "/") -> object:
    """Open the page, fill the form in and send it."""
    page = client.get("/sign-in", params={"next": goal}).text
    given = {"csrf": field(page, "csrf"), "next": field(page, "next"), "name": name, "password": password}
    return client.post("/sign-in", data=given, follow_redirects=False)


def test_whoever_is_known_is_led_to_where_they_wanted(room: Newsroom) -> None:
    client = room.browser()
    led = client.get("/report?id=amnesty&lang=en", follow_redirects=False)
    assert 303 == led.status_code
    page = client.get(led.headers["location"])
    assert "العفو" not in page.text
    given = {"csrf": field(page.text, "csrf"), "next": field(page.text, "next"), "name": "Viewer One", "password": GOOD}
    answer = client.post("/sign-in", data=given)
    assert (200, f"{ORIGIN}/report?id=amnesty&lang=en") == (answer.status_code, str(answer.url))
    assert "viewer one" in answer.text
    assert f"{ORIGIN}/" == str(client.get("/sign-in").url)


def test_who_is_not_let_in_is_not_told_why(room: Newsroom) -> None:
    room.people.accounts.disable("analyst one")
    told = set()
    for name, password in (
        ("viewer one", OTHER),
        ("nobody", GOOD),
        ("analyst one", GOOD),
        ("", ""),
        ("viewer one", ""),
    ):
        client = room.browser()
        answer = sign_in(client, name, password)
        assert (403, False) == (answer.status_code, COOKIE in client.cookies)
        told.add(parse(answer.text).all("p", "fault")[0].words())
        assert name == field(answer.text, "name")
    assert 1 == len(told)
    assert "غير صحيح" in sign_in(room.browser(language="ar"), "nobody", GOOD).text


def test_tries_for_one_name_are_throttled_from_everywhere(room: Newsroom) -> None:
    for _ in range(10):
        assert 403 == sign_in(room.browser(), "viewer one", OTHER).status_code
    answer = sign_in(room.browser(), "VIEWER ONE", GOOD)
    assert (429, "900") == (answer.status_code, answer.headers["retry-after"])
    assert "Try again after 15 minutes" in answer.text
    assert "بعد 15 دقيقة" in sign_in(room.browser(language="ar"), "viewer one", GOOD).text
    assert 303 == sign_in(room.browser(), "editor one", GOOD).status_code
    room.clock.turn(minutes=15)
    assert 303 == sign_in(room.browser(), "viewer one", GOOD).status_code


def test_tries_from_one_address_are_throttled_for_every_name(room: Newsroom) -> None:
    for n in range(50):
        assert 403 == sign_in(room.browser(), f"nobody {n}", OTHER).status_code
    assert 429 == sign_in(room.browser(), "viewer one", GOOD).status_code


def test_a_right_password_is_no_failed_try(room: Newsroom) -> None:
    for _ in range(60):
        assert 303 == sign_in(room.browser(), "viewer one", GOOD).status_code


def test_the_address_behind_a_proxy_is_the_one_it_saw(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        room = newsroom(ledger, Site(80, is_secure=True))
        for n in range(51):
            client = room.browser()
            client.headers.update({"origin": "https://127.0.0.1", "x-forwarded-for": f"10.0.0.{n}, 192.0.2.1"})
            client.base_url = "https://127.0.0.1"
            status = sign_in(client, f"nobody {n}", OTHER).status_code
    assert 429 == status


def test_the_session_is_new_at_each_sign_in(room: Newsroom) -> None:
    client = room.browser("viewer")
    before = client.cookies[COOKIE]
    stolen = room.browser()
    stolen.cookies.set(COOKIE, before)
    assert 200 == stolen.get("/account").status_code
    client.post("/account", data={"password": GOOD, "new": OTHER, "again": OTHER})
    assert before != client.cookies[COOKIE]
    assert "sign-in" in str(stolen.get("/account").url)


def test_a_planted_session_is_not_taken_over(room: Newsroom) -> None:
    client = room.browser()
    client.cookies.set(COOKIE, "planted")
    sign_in(client, "viewer one", GOOD)
    assert room.people.sessions.user_of("planted") is None


def cookies(answer: object) -> SimpleCookie:
    return SimpleCookie("\r\n".join(answer.headers.get_list("set-cookie")))  # type: ignore[attr-defined]


@pytest.mark.parametrize("is_secure", [False, True])
def test_cookies_are_for_this_server_alone(tmp_path: Path, is_secure: bool) -> None:
    with open_ledger(tmp_path) as ledger:
        room = newsroom(ledger, Site(80, is_secure=is_secure))
        client = room.browser()
        if is_secure:
            client.headers["origin"] = "https://127.0.0.1"
            client.base_url = "https://127.0.0.1"
        answer = sign_in(client, "viewer one", GOOD)
    given = cookies(answer)["__Host-tahqiq-80" if is_secure else "tahqiq-80"]
    assert ("strict", True, "/", "") == (given["samesite"].lower(), given["httponly"], given["path"], given["domain"])
    assert is_secure == bool(given["secure"]) == ("strict-transport-security" in answer.headers)


def test_signing_out_ends_the_session(room: Newsroom) -> None:
    client = room.browser("viewer")
    secret = client.cookies[COOKIE]
    page = client.get("/").text
    del client.headers["x-csrf-token"]
    answer = client.post("/sign-out", data={"csrf": field(page, "csrf")}, follow_redirects=False)
    assert "/sign-in" == answer.headers["location"]
    assert room.people.sessions.user_of(secret) is None
    assert 405 == room.browser("viewer").get("/sign-out").status_code


def test_a_session_that_is_over_leads_to_the_door(room: Newsroom) -> None:
    client = room.browser("viewer")
    assert 200 == client.get("/account", follow_redirects=False).status_code
    room.clock.turn(hours=3)
    assert 303 == client.get("/account", follow_redirects=False).status_code


GOALS = [
    # asked for, gone on to
    ("/report?id=a%20b&x=1", "/report?id=a%20b&x=1"),
    ("/", "/"),
    ("", "/"),
    ("https://evil.example/", "/"),
    ("//evil.example/", "/"),
    ("///evil.example/", "/"),
    ("/\\evil.example/", "/"),
    ("\\\\evil.example/", "/"),
    ("/\t/evil.example/", "/"),
    ("/\n//evil.example/", "/"),
    (" //evil.example/", "/"),
    ("javascript:alert(1)", "/"),
    ("/sign-in?next=/sign-in", "/"),
    ("/sign-out", "/"),
    ("report", "/"),
    ("/\u202eevil", "/"),
]


@pytest.mark.parametrize(("asked", "led_to"), GOALS)
def test_signing_in_leads_nowhere_else(room: Newsroom, asked: str, led_to: str) -> None:
    assert led_to == within(asked)
    answer = sign_in(room.browser(), "viewer one", GOOD, asked)
    assert (303, led_to) == (answer.status_code, answer.headers["location"])


def test_no_hostile_goal_leaves_this_server() -> None:
    for words in NAUGHTY:
        goal = within(words.encode("utf-8", "replace").decode())
        assert goal.startswith("/") and not goal.startswith(("//", "/\\"))


def test_hostile_names_are_words(room: Newsroom) -> None:
    shapes = set()
    for words in NAUGHTY[:9]:
        answer = sign_in(room.browser(), words.encode("utf-8", "replace").decode(), OTHER)
        shapes.add(str(shape(parse(answer.text))))
    assert 1 == len(shapes)


FORGED = [
    # what the browser says, what the form brings back, the status
    ({"origin": ORIGIN}, "own", 422),
    ({"sec-fetch-site": "same-origin"}, "own", 422),
    ({"sec-fetch-site": "same-origin", "origin": "null"}, "own", 422),
    ({"sec-fetch-site": "cross-site", "origin": ORIGIN}, "own", 403),
    ({"sec-fetch-site": "same-site"}, "own", 403),
    ({"sec-fetch-site": "none"}, "own", 403),
    ({"origin": "null"}, "own", 403),
    ({"origin": "https://127.0.0.1"}, "own", 403),
    ({"origin": "http://127.0.0.1:81"}, "own", 403),
    ({"origin": "http://evil.example"}, "own", 403),
    ({}, "own", 403),
    ({"origin": ORIGIN}, "", 403),
    ({"origin": ORIGIN}, "wrong", 403),
    ({"origin": ORIGIN}, "ü", 403),
    ({"origin": ORIGIN}, "other session", 403),
]


@pytest.mark.parametrize("place", ["field", "header"])
@pytest.mark.parametrize(("headers", "word", "status"), FORGED)
def test_a_form_comes_from_these_pages(
    room: Newsroom, headers: dict[str, str], word: str, status: int, place: str
) -> None:
    client = room.browser("viewer")
    words = {
        "own": csrf_of(client.cookies[COOKIE]),
        "other session": csrf_of(room.people.sessions.start(room.users["viewer"])),
    }
    del client.headers["origin"], client.headers["x-csrf-token"]
    given = words.get(word, word)
    sent = {"x-csrf-token": given.encode()} if place == "header" else {}
    form = {} if place == "header" else {"csrf": given}
    answer = client.post("/account", data={**form, "password": OTHER}, headers={**headers, **sent})
    assert status == answer.status_code


def test_the_sign_in_form_comes_from_this_browser(room: Newsroom) -> None:
    word = field(room.browser().get("/sign-in").text, "csrf")
    given = {"csrf": word, "name": "viewer one", "password": GOOD}
    other = room.browser()
    assert 403 == other.post("/sign-in", data=given).status_code
    other.get("/sign-in")
    assert 403 == other.post("/sign-in", data=given).status_code
    assert COOKIE not in other.cookies
    for word in ("", csrf_of("")):
        assert 403 == room.browser().post("/sign-in", data={**given, "csrf": word}).status_code


def test_a_body_that_is_no_form_is_refused(room: Newsroom) -> None:
    client = room.browser("viewer")
    for body, kind in (
        (b"{}", "application/json"),
        (b"a=" + b"b" * MOST_BYTES, "application/x-www-form-urlencoded"),
        (b"&".join(b"a=b" for _ in range(300)), "application/x-www-form-urlencoded"),
        (b"a=%FF", "application/x-www-form-urlencoded"),
        ("a=ü".encode(), "application/x-www-form-urlencoded"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
    ):
        assert 400 == client.post("/account", content=body, headers={"content-type": kind}).status_code


def test_the_password_is_changed_by_who_knows_it(room: Newsroom) -> None:
    client, elsewhere = room.browser("viewer"), room.browser("viewer")
    for form, told in (
        ({"password": OTHER, "new": OTHER, "again": OTHER}, "present password is not right"),
        ({"password": GOOD, "new": "short", "again": "short"}, "fewer than 12"),
        ({"password": GOOD, "new": OTHER, "again": OTHER + "x"}, "typed in two ways"),
        ({"password": GOOD, "new": "my name is viewer one", "again": "my name is viewer one"}, "easy to guess"),
    ):
        answer = client.post("/account", data=form)
        assert (422, True) == (answer.status_code, told in parse(answer.text).all("p", "fault")[0].words())
        typed = [e for e in parse(answer.text).all("input") if e.attributes.get("type") == "password"]
        assert 3 == len(typed) and not any("value" in e.attributes for e in typed)
    answer = client.post("/account", data={"password": GOOD, "new": OTHER, "again": OTHER})
    assert "The password was changed" in answer.text
    assert 200 == client.get("/account", follow_redirects=False).status_code
    assert 303 == elsewhere.get("/account", follow_redirects=False).status_code
    assert 303 == sign_in(room.browser(), "viewer one", OTHER).status_code


def test_changing_the_password_cannot_be_tried_for_ever(room: Newsroom) -> None:
    client = room.browser("viewer")
    said = [client.post("/account", data={"password": OTHER}).text for _ in range(11)]
    assert "Too many tries" in said[-1] and "Too many tries" not in said[-2]


def test_an_admin_manages_people(room: Newsroom) -> None:
    client = room.browser("admin")
    new = {"name": "رنا", "role": "editor", "new": OTHER, "again": OTHER}
    answer = client.post("/people/add", data=new)
    assert "رنا was added" in parse(answer.text).words()
    assert 303 == sign_in(room.browser(), "رنا", OTHER).status_code
    answer = client.post("/people/role", data={"name": "رنا", "role": "viewer"})
    assert "The role of رنا was changed" in parse(answer.text).words()
    assert Role.VIEWER is next(u.role for u in room.people.accounts.all() if u.name == "رنا")
    client.post("/people/password", data={"name": "رنا", "new": GOOD, "again": GOOD})
    assert 403 == sign_in(room.browser(), "رنا", OTHER).status_code
    client.post("/people/disable", data={"name": "رنا"})
    assert 403 == sign_in(room.browser(), "رنا", GOOD).status_code
    client.post("/people/enable", data={"name": "رنا"})
    assert 303 == sign_in(room.browser(), "رنا", GOOD).status_code


REFUSED = [
    # form, what is sent, status, what is told
    ("add", {"name": "viewer one", "role": "viewer", "new": OTHER, "again": OTHER}, 422, "is taken"),
    ("add", {"name": "<b>", "role": "viewer", "new": OTHER, "again": OTHER}, 422, "cannot be a name"),
    ("add", {"name": "x", "role": "viewer", "new": "short", "again": "short"}, 422, "fewer than 12"),
    ("add", {"name": "x", "role": "owner", "new": OTHER, "again": OTHER}, 400, "not known here"),
    ("add", {"name": "x", "new": OTHER, "again": OTHER}, 400, "lacks “role”"),
    ("password", {"name": "viewer one", "new": OTHER, "again": GOOD}, 422, "typed in two ways"),
    ("disable", {"name": "admin one"}, 422, "last admin"),
    ("role", {"name": "admin one", "role": "viewer"}, 422, "last admin"),
    ("disable", {"name": "nobody"}, 404, "no user of this name"),
    ("role", {"role": "viewer"}, 404, "no user of this name"),
]


@pytest.mark.parametrize(("act", "form", "status", "told"), REFUSED)
def test_what_cannot_be_done_to_people_is_told(
    room: Newsroom, act: str, form: dict[str, str], status: int, told: str
) -> None:
    before = room.people.accounts.all()
    answer = room.browser("admin").post(f"/people/{act}", data=form)
    assert (status, True) == (answer.status_code, told in parse(answer.text).words())
    assert before == room.people.accounts.all()
    assert act != "add" or status != 422 or form["name"] == parse(answer.text).by_id("name").attributes["value"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", ["/sign-in", "/account", "/people", "/people?done=add&name=%3Cb%3E"])
def test_pages_of_people_are_well_formed_in_both_languages(room: Newsroom, path: str, language: str) -> None:
    client = room.browser(None if path == "/sign-in" else "admin", language)
    tree = parse(client.get(path).text)
    assert language == tree.all("html")[0].attributes["lang"]
    assert [] == tree.all("span", "en" if language == "ar" else "ar") and [] == tree.all("b")
    ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
    assert sorted(set(ids)) == sorted(ids)
    for element in tree.walk():
        assert "style" not in element.attributes and element.name != "style"
        if element.name in ("input", "select") and "hidden" not in (
            element.attributes.get("type"),
            *element.attributes,
        ):
            assert element.attributes["id"] in {e.attributes.get("for") for e in tree.all("label")}
        if element.attributes.get("method") == "post":
            assert any(e.attributes.get("name") == "csrf" and e.attributes["value"] for e in element.all("input"))


def test_the_link_of_one_person_has_form_words_too(room: Newsroom) -> None:
    client = client_of(room.ledger)
    link = Link(Site(80), TOKEN)
    assert csrf_of(TOKEN) != TOKEN and TOKEN not in repr(link)
    assert 405 == client.post("/", data={"csrf": csrf_of(TOKEN)}).status_code


@pytest.mark.parametrize(
    ("given", "status"), [({"host": "tahqiq.example:80"}, 200), ({"host": "evil.example"}, 400), ({"host": ""}, 400)]
)
def test_only_names_that_were_given_are_answered_to(room: Newsroom, given: dict[str, str], status: int) -> None:
    link = Link(Site(80, frozenset({"tahqiq.example"})), TOKEN)
    client = browser(application(Desk(room.ledger), link))
    client.cookies.set(COOKIE, TOKEN)
    assert status == client.get("/help", headers=given).status_code
    assert quote(TOKEN) not in client.get("/help", headers={"host": "tahqiq.example"}).text
