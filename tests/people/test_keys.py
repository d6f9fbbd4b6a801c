"""Sessions and API tokens: who they let in, and until when."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tahqiq.errors import PersonError, UnknownName
from tahqiq.people.accounts import User
from tahqiq.people.opening import People
from tahqiq.people.roles import Role, Scope
from tahqiq.people.tables import api_tokens, sessions
from tests.people.conftest import Clock
from tests.people.test_accounts import GOOD


@pytest.fixture
def rana(people: People) -> User:
    """Someone with an account."""
    return people.accounts.add("rana", Role.EDITOR, GOOD)


def test_a_session_lets_in_until_it_ends(people: People, rana: User) -> None:
    secret = people.sessions.start(rana)
    assert rana == people.sessions.user_of(secret)
    assert people.sessions.user_of(secret + "x") is None
    assert people.sessions.user_of("") is None
    people.sessions.end(secret)
    assert people.sessions.user_of(secret) is None


def test_a_session_ends_when_nothing_is_asked(people: People, rana: User, clock: Clock) -> None:
    secret = people.sessions.start(rana)
    for _ in range(3):
        clock.turn(minutes=119)
        assert people.sessions.user_of(secret)
    clock.turn(minutes=121)
    assert people.sessions.user_of(secret) is None


def test_a_session_ends_at_last_whatever_is_asked(people: People, rana: User, clock: Clock) -> None:
    secret = people.sessions.start(rana)
    for _ in range(11):
        clock.turn(hours=1)
        assert people.sessions.user_of(secret)
    clock.turn(hours=1)
    assert people.sessions.user_of(secret) is None


def test_a_new_session_stands_instead_of_the_last_and_forgets_those_that_are_over(
    people: People, rana: User, clock: Clock
) -> None:
    people.sessions.start(rana)
    clock.turn(hours=3)
    first = people.sessions.start(rana)
    second = people.sessions.start(rana, first)
    assert first != second
    assert people.sessions.user_of(first) is None
    with people.engine.connect() as connection:
        kept = connection.execute(select(sessions.c.hash)).scalars().all()
    assert 1 == len(kept) and second not in kept


@pytest.mark.parametrize("act", ["disable", "password"])
def test_sessions_end_with_the_account_or_its_password(people: People, rana: User, act: str) -> None:
    secret = people.sessions.start(rana)
    if act == "disable":
        people.accounts.disable("RANA")
    else:
        people.accounts.set_password("RANA", "another long sentence")
    assert people.sessions.user_of(secret) is None
    people.accounts.enable("rana")
    assert people.sessions.user_of(secret) is None


def test_another_role_holds_at_once(people: People, rana: User) -> None:
    secret = people.sessions.start(rana)
    people.accounts.set_role("rana", Role.VIEWER)
    user = people.sessions.user_of(secret)
    assert user is not None and Role.VIEWER is user.role


def test_a_token_lets_in_until_it_expires(people: People, rana: User, clock: Clock) -> None:
    secret, token = people.tokens.add("RANA", Scope.READ, 30, "nightly export")
    assert (token,) == people.tokens.all()
    assert (rana, Scope.READ) == people.tokens.user_of(secret)
    assert people.tokens.user_of(secret[:-1]) is None
    clock.turn(days=29, hours=23)
    assert people.tokens.user_of(secret)
    clock.turn(hours=1)
    assert people.tokens.user_of(secret) is None


def test_a_token_is_kept_as_its_hash(people: People, rana: User) -> None:
    secret, token = people.tokens.add("rana", Scope.WRITE, 1)
    with people.engine.connect() as connection:
        row = connection.execute(select(api_tokens)).one()
    assert secret not in map(str, row)
    assert token.id not in secret


def test_a_revoked_token_opens_nothing(people: People, rana: User) -> None:
    secret, token = people.tokens.add("rana", Scope.WRITE, 1)
    people.tokens.revoke(token.id)
    people.tokens.revoke(token.id)
    assert people.tokens.user_of(secret) is None
    assert people.tokens.all()[0].revoked is not None
    with pytest.raises(UnknownName):
        people.tokens.revoke("none")


def test_a_token_opens_nothing_while_its_owner_is_disabled(people: People, rana: User) -> None:
    secret, _ = people.tokens.add("rana", Scope.READ, 1)
    people.accounts.disable("rana")
    assert people.tokens.user_of(secret) is None


def test_a_token_that_cannot_be_is_refused(people: People, rana: User) -> None:
    for days in (0, -1, 367):
        with pytest.raises(PersonError, match="366 days"):
            people.tokens.add("rana", Scope.READ, days)
    for label in ("x" * 101, "a\nb"):
        with pytest.raises(PersonError, match="label"):
            people.tokens.add("rana", Scope.READ, 1, label)
    with pytest.raises(UnknownName):
        people.tokens.add("nobody", Scope.READ, 1)
