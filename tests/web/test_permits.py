"""Every route by every role and every kind of key, from one table; and nothing that the table does not name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.testclient import TestClient

from tahqiq.ledger import open_ledger
from tahqiq.people.roles import Role, Scope
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tahqiq.web.files import FILES
from tahqiq.web.permits import PERMITS
from tests.factories import amnesty
from tests.web.people import Newsroom, newsroom

PROGRAMS_TOO, PEOPLE_ALONE = True, False
TABLE = [
    # method, path, an address of it, the least role (- for nobody at all), and whether a program may with a key
    *(("GET", path, path, "-", PROGRAMS_TOO) for path in FILES),
    ("GET", "/sign-in", "/sign-in", "-", PROGRAMS_TOO),
    ("POST", "/sign-in", "/sign-in", "-", PROGRAMS_TOO),
    ("GET", "/", "/", "viewer", PROGRAMS_TOO),
    ("GET", "/story", "/story?id=1", "viewer", PROGRAMS_TOO),
    ("GET", "/measure", "/measure?story=1&id=1", "viewer", PROGRAMS_TOO),
    ("GET", "/report", "/report?id=amnesty", "viewer", PROGRAMS_TOO),
    ("GET", "/sources", "/sources", "viewer", PROGRAMS_TOO),
    ("GET", "/source", "/source?name=1", "viewer", PROGRAMS_TOO),
    ("GET", "/places", "/places", "viewer", PROGRAMS_TOO),
    ("GET", "/place", "/place", "viewer", PROGRAMS_TOO),
    ("GET", "/search", "/search", "viewer", PROGRAMS_TOO),
    ("GET", "/alerts", "/alerts", "viewer", PROGRAMS_TOO),
    ("GET", "/help", "/help", "viewer", PROGRAMS_TOO),
    ("GET", "/export", "/export?story=1", "viewer", PROGRAMS_TOO),
    ("GET", "/download", "/download?story=1", "viewer", PROGRAMS_TOO),
    ("GET", "/chart.svg", "/chart.svg?story=1&measure=1", "viewer", PROGRAMS_TOO),
    ("GET", "/feeds/alerts.atom", "/feeds/alerts.atom", "viewer", PROGRAMS_TOO),
    ("GET", "/feeds/story.atom", "/feeds/story.atom?id=1", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1", "/api/v1", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/openapi.json", "/api/v1/openapi.json", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/{table}", "/api/v1/figures", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/stories/{id:path}", "/api/v1/stories/none", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/measures/{id:path}", "/api/v1/measures/none", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/reports/{id:path}", "/api/v1/reports/none", "viewer", PROGRAMS_TOO),
    ("GET", "/api/v1/claims/{id:path}", "/api/v1/claims/none", "viewer", PROGRAMS_TOO),
    ("POST", "/api/v1/judgements", "/api/v1/judgements", "analyst", PROGRAMS_TOO),
    ("GET", "/claim", "/claim?kind=figure&id=1", "viewer", PROGRAMS_TOO),
    ("GET", "/judgements", "/judgements", "viewer", PROGRAMS_TOO),
    ("GET", "/review", "/review", "analyst", PEOPLE_ALONE),
    ("POST", "/judge/accept", "/judge/accept", "analyst", PEOPLE_ALONE),
    ("POST", "/judge/reject", "/judge/reject", "analyst", PEOPLE_ALONE),
    ("POST", "/judge/note", "/judge/note", "analyst", PEOPLE_ALONE),
    ("POST", "/judge/undo", "/judge/undo", "analyst", PEOPLE_ALONE),
    ("GET", "/correct", "/correct?kind=figure&id=1", "editor", PEOPLE_ALONE),
    ("GET", "/regroup", "/regroup?story=1", "editor", PEOPLE_ALONE),
    ("POST", "/judge/correct", "/judge/correct", "editor", PEOPLE_ALONE),
    ("POST", "/judge/grade", "/judge/grade", "editor", PEOPLE_ALONE),
    ("POST", "/judge/merge", "/judge/merge", "editor", PEOPLE_ALONE),
    ("POST", "/judge/split", "/judge/split", "editor", PEOPLE_ALONE),
    ("POST", "/sign-out", "/sign-out", "viewer", PEOPLE_ALONE),
    ("GET", "/account", "/account", "viewer", PEOPLE_ALONE),
    ("POST", "/account", "/account", "viewer", PEOPLE_ALONE),
    ("GET", "/people", "/people", "admin", PEOPLE_ALONE),
    ("POST", "/people/add", "/people/add", "admin", PEOPLE_ALONE),
    ("POST", "/people/role", "/people/role", "admin", PEOPLE_ALONE),
    ("POST", "/people/password", "/people/password", "admin", PEOPLE_ALONE),
    ("POST", "/people/disable", "/people/disable", "admin", PEOPLE_ALONE),
    ("POST", "/people/enable", "/people/enable", "admin", PEOPLE_ALONE),
]
KEYS = ["none", "wrong", "expired", "revoked", "disabled", "read", "write"]
LET_IN, NOT_KNOWN, NOT_ALLOWED = "let in", "not known", "not allowed"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with open_ledger(tmp_path_factory.mktemp("room")) as ledger:
        ledger.add([amnesty()])
        yield newsroom(ledger)


@pytest.fixture(scope="module")
def keys(room: Newsroom) -> dict[str, str]:
    """A key of an admin in every state that a key can be in."""
    tokens, gone = room.people.tokens, room.people.accounts.add("gone", Role.ADMIN, "a long enough sentence")
    made = {
        "expired": tokens.add("admin one", Scope.WRITE, 1)[0],
        "disabled": tokens.add(gone.name, Scope.WRITE, 99)[0],
        "read": tokens.add("admin one", Scope.READ, 99)[0],
        "write": tokens.add("admin one", Scope.WRITE, 99)[0],
    }
    revoked, token = tokens.add("admin one", Scope.WRITE, 99)
    tokens.revoke(token.id)
    room.people.accounts.disable(gone.name)
    room.clock.turn(days=2)
    return {**made, "revoked": revoked, "wrong": revoked[:-1], "none": ""}


def outcome(client: TestClient, method: str, where: str) -> str:
    """What came of a request, as far as access goes."""
    answer = client.request(method, where, follow_redirects=False)
    is_led_away = answer.status_code == 303 and answer.headers["location"].startswith("/sign-in?next=")
    if answer.status_code == 401 or is_led_away:
        return NOT_KNOWN
    return NOT_ALLOWED if answer.status_code == 403 else LET_IN


def test_the_table_names_every_permit() -> None:
    assert set(PERMITS) == {(method, path) for method, path, *_ in TABLE}


def every(routes: list[BaseRoute], above: str = "") -> Iterator[tuple[str, str]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from every(list(route.routes), above + route.path)
        else:
            assert isinstance(route, Route)
            yield from ((method, above + route.path) for method in sorted((route.methods or set()) - {"HEAD"}))


def test_every_route_has_its_permit_and_every_permit_its_route(room: Newsroom) -> None:
    """A new route needs a row in `web/permits.py`, which says who may reach it, and one in the table above."""
    program = application(Desk(room.ledger), room.entrance)
    assert sorted(PERMITS) == sorted(every(program.routes))


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(("method", "path", "where", "least", "by_program"), TABLE)
def test_a_person(
    room: Newsroom, role: Role | None, method: str, path: str, where: str, least: str, by_program: bool
) -> None:
    if path == "/sign-in" and method == "POST":
        pytest.skip("what it answers is told in test_signing")
    expected = (
        LET_IN if least == "-" else NOT_KNOWN if role is None else LET_IN if role.covers(Role(least)) else NOT_ALLOWED
    )
    assert expected == outcome(room.browser(role), method, where)


@pytest.mark.parametrize("state", KEYS)
@pytest.mark.parametrize(("method", "path", "where", "least", "by_program"), TABLE)
def test_a_program(
    room: Newsroom, keys: dict[str, str], state: str, method: str, path: str, where: str, least: str, by_program: bool
) -> None:
    if path == "/sign-in" and method == "POST":
        pytest.skip("what it answers is told in test_signing")
    is_known = state in ("read", "write")
    may = by_program and (method == "GET" or state == "write")
    expected = LET_IN if least == "-" else NOT_KNOWN if not is_known else LET_IN if may else NOT_ALLOWED
    assert expected == outcome(room.program(keys[state]), method, where)


def test_a_program_is_told_how_to_be_known(room: Newsroom) -> None:
    answer = room.program("wrong").get("/api/v1/figures")
    assert (401, "Bearer") == (answer.status_code, answer.headers["www-authenticate"])
    assert "application/problem+json" == answer.headers["content-type"]


@pytest.mark.parametrize("path", ["/hidden", "/below/hidden"])
def test_a_route_that_the_table_does_not_name_cannot_be_reached(room: Newsroom, path: str) -> None:
    def tell(request: Request) -> Response:
        return PlainTextResponse("the secret")

    client = room.browser("admin")
    client.app.router.routes += [Route("/hidden", tell, methods=["GET", "POST"]),  # type: ignore[attr-defined]
                                 Mount("/below", routes=[Route("/hidden", tell)])]  # fmt: skip
    for method in ("GET", "HEAD", "POST"):
        answer = client.request(method, path)
        assert (True, False) == (answer.status_code in (404, 405), "secret" in answer.text)


@pytest.mark.parametrize("where", ["/nowhere", "/story?id=1", "/report?id=amnesty", "/people/add", "/api/v1/none"])
def test_nobody_learns_what_there_is(room: Newsroom, where: str) -> None:
    assert NOT_KNOWN == outcome(room.browser(), "GET", where)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
def test_other_methods_are_not_accepted(room: Newsroom, method: str) -> None:
    assert 405 == room.browser("admin").request(method, "/report?id=amnesty").status_code


def test_whoever_reads_is_not_shown_the_people(room: Newsroom) -> None:
    assert 'href="/people"' in room.browser("admin").get("/").text
    answer = room.browser("editor").get("/")
    assert 'href="/people"' not in answer.text and "editor one" in answer.text


def test_the_link_of_one_person_opens_nothing_of_accounts(room: Newsroom, tmp_path: Path) -> None:
    from tests.web.conftest import client_of

    with open_ledger(tmp_path) as alone:
        for path in ("/people", "/account", "/sign-in"):
            assert 404 == client_of(alone).get(path).status_code
