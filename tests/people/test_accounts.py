"""Accounts: names and passwords that are taken, who is let in, and that an admin is always left."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from tahqiq.errors import PersonError, UnknownName
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.people.opening import FILE_NAME, People, PeopleOptions, has_accounts, open_people
from tahqiq.people.passwords import HashCost, Passwords
from tahqiq.people.roles import Role
from tahqiq.people.tables import users
from tests.export.page.test_hostile import NAUGHTY
from tests.people.conftest import CHEAP

GOOD = "a long enough sentence"
NAMES = ["rana", "رنا الحلبي", "O'Neil", "j.smith-2", "Ｒana 2", "ليلى"]
NO_NAMES = [
    "",
    " ",
    " rana",
    "rana ",
    "ra  na",
    "ra\nna",
    "ra\u202ena",
    "<b>",
    "a" * 65,
    "a\x00",
    "...",
    "=1+1",
    "a\u200fb",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_is_taken(people: People, name: str) -> None:
    assert (name, Role.ANALYST) == (people.accounts.add(name, Role.ANALYST, GOOD).name, people.accounts.all()[0].role)


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_is_refused(people: People, name: str) -> None:
    with pytest.raises(PersonError, match="cannot be a name"):
        people.accounts.add(name, Role.VIEWER, GOOD)


def test_no_hostile_name_holds_markup_or_a_turn_of_direction(people: People) -> None:
    for words in NAUGHTY:
        try:
            name = people.accounts.add(words, Role.VIEWER, GOOD).name
        except PersonError:
            continue
        assert not set(name) & set('<>&"=+@|\u202e\u2066\n')


def test_one_name_in_other_letters_is_the_same(people: People) -> None:
    people.accounts.add("Rana", Role.VIEWER, GOOD)
    for same in ("rana", "RANA", "Ｒａｎａ"):
        with pytest.raises(PersonError, match="already"):
            people.accounts.add(same, Role.VIEWER, GOOD)
        assert people.accounts.check(same, GOOD) is not None


@pytest.mark.parametrize(
    ("password", "reason"),
    [("short", "password_short"), ("a" * 20, "password_easy"), ("hello RANA hello", "password_easy"),
     ("abcde" * 60, "password_long"), ("", "password_short")],
)  # fmt: skip
def test_an_easy_password_is_refused(people: People, password: str, reason: str) -> None:
    with pytest.raises(PersonError) as refused:
        people.accounts.add("rana", Role.VIEWER, password)
    assert reason == refused.value.reason
    assert () == people.accounts.all()


def test_only_the_right_password_lets_in(people: People) -> None:
    people.accounts.add("rana", Role.EDITOR, GOOD)
    assert people.accounts.check("rana", GOOD)
    for name, password in (("rana", GOOD + " "), ("rana", ""), ("nobody", GOOD), ("", ""), ("rana", "\ud800")):
        assert people.accounts.check(name, password) is None


def test_a_password_typed_on_another_keyboard_is_the_same(people: People) -> None:
    people.accounts.add("rana", Role.VIEWER, "caf\u00e9 with a view")
    assert people.accounts.check("rana", "cafe\u0301 with a view")


def test_a_name_that_nobody_has_costs_as_much_as_a_wrong_password() -> None:
    passwords = Passwords(HashCost(passes=1, memory=64, lanes=1))
    nothing = passwords._nobody
    assert passwords.hash(GOOD).split("$")[:4] == nothing.split("$")[:4]
    assert [len(part) for part in passwords.hash(GOOD).split("$")] == [len(part) for part in nothing.split("$")]
    assert not passwords.is_right(GOOD, None)


def test_a_password_is_kept_by_argon2id_alone(people: People) -> None:
    people.accounts.add("rana", Role.VIEWER, GOOD)
    with people.engine.connect() as connection:
        assert connection.scalar(select(users.c.password)).startswith("$argon2id$")
    assert "$m=65536,t=3,p=4$" in Passwords(HashCost()).hash(GOOD)


def test_a_hash_of_another_cost_is_renewed(open_here: Callable[..., Ledger]) -> None:
    ledger = open_here()
    with open_people(ledger, PeopleOptions(CHEAP)) as people:
        people.accounts.add("rana", Role.VIEWER, GOOD)
    with open_people(ledger, PeopleOptions(HashCost(passes=2, memory=16, lanes=1))) as people:
        assert people.accounts.check("rana", GOOD) and people.accounts.check("rana", GOOD)
        with people.engine.connect() as connection:
            assert "$m=16,t=2,p=1$" in connection.scalar(select(users.c.password))


def test_whoever_is_disabled_is_not_let_in_until_enabled(people: People) -> None:
    people.accounts.add("rana", Role.VIEWER, GOOD)
    people.accounts.disable("rana")
    assert people.accounts.check("rana", GOOD) is None
    assert people.accounts.all()[0].is_disabled
    people.accounts.enable("rana")
    assert people.accounts.check("rana", GOOD)


def test_an_admin_is_always_left(people: People) -> None:
    people.accounts.add("rana", Role.ADMIN, GOOD)
    for undo in (lambda: people.accounts.disable("rana"), lambda: people.accounts.set_role("rana", Role.EDITOR)):
        with pytest.raises(PersonError, match="last admin"):
            undo()
    people.accounts.add("sami", Role.ADMIN, GOOD)
    people.accounts.set_role("rana", Role.EDITOR)
    assert [Role.EDITOR, Role.ADMIN] == [user.role for user in people.accounts.all()]


def test_a_name_that_nobody_has_is_told(people: People) -> None:
    accounts = people.accounts
    for act in (accounts.disable, accounts.enable, lambda n: accounts.set_role(n, Role.VIEWER),
                lambda n: accounts.set_password(n, GOOD)):  # fmt: skip
        with pytest.raises(UnknownName, match="no user 'nobody'"):
            act("nobody")


def test_people_stand_in_a_file_of_their_own_that_only_its_owner_reads(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        assert not has_accounts(ledger)
        assert not (tmp_path / FILE_NAME).exists()
        with open_people(ledger, PeopleOptions(CHEAP)) as people:
            assert not has_accounts(ledger)
            people.accounts.add("rana", Role.VIEWER, GOOD)
        assert has_accounts(ledger)
    assert 0o600 == stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode)
    assert GOOD.encode() not in (tmp_path / FILE_NAME).read_bytes()


@pytest.mark.parametrize(("role", "covered"), [("viewer", 1), ("analyst", 2), ("editor", 3), ("admin", 4)])
def test_a_role_covers_those_below_it(role: str, covered: int) -> None:
    assert list(Role)[:covered] == [least for least in Role if Role(role).covers(least)]
