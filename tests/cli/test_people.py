"""Accounts and tokens from the command line, and the server that they turn into one with a sign-in page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tahqiq.ledger import open_ledger
from tests.people.test_accounts import GOOD


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    open_ledger(tmp_path / "kept").close()
    return str(tmp_path / "kept")


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tahqiq", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=60)


def rows(*arguments: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_a_person_is_added_changed_and_disabled(ledger: str) -> None:
    added = run("user", "add", "رنا", "--role", "editor", "--ledger", ledger, given=f"{GOOD}\n")
    assert (0, "") == (added.returncode, added.stderr)
    run("user", "role", "رنا", "analyst", "--ledger", ledger)
    run("user", "disable", "رنا", "--ledger", ledger)
    (row,) = rows("user", "list", "--ledger", ledger)
    assert ("رنا", "analyst", "disabled") == (row["name"], row["role"], row["state"])


@pytest.mark.parametrize(
    ("arguments", "given", "told"),
    [
        (("add", "rana"), "short\n", "at least 12"),
        (("add", "<b>"), f"{GOOD}\n", "cannot be a name"),
        (("password", "nobody"), f"{GOOD}\n", "no user 'nobody'"),
        (("disable", "nobody"), "", "no user 'nobody'"),
    ],
)
def test_what_cannot_be_is_one_line(ledger: str, arguments: tuple[str, ...], given: str, told: str) -> None:
    done = run("user", *arguments, "--ledger", ledger, given=given)
    assert (2, 1, True) == (done.returncode, len(done.stderr.splitlines()), told in done.stderr)


def test_a_token_is_printed_once(ledger: str) -> None:
    run("user", "add", "rana", "--ledger", ledger, given=f"{GOOD}\n")
    made = run("token", "add", "rana", "--days", "3", "--label", "nightly", "--ledger", ledger)
    (secret,) = made.stdout.split()
    assert secret.startswith("tahqiq_") and len(secret) > 40 and secret not in made.stderr
    (row,) = rows("token", "list", "--ledger", ledger)
    assert ("rana", "nightly", "read", "active") == (row["user"], row["label"], row["scope"], row["state"])
    assert secret not in run("token", "list", "--ledger", ledger).stdout
    run("token", "revoke", row["id"], "--ledger", ledger)
    assert "revoked" == rows("token", "list", "--ledger", ledger)[0]["state"]


def test_a_server_with_accounts_prints_no_key(ledger: str) -> None:
    run("user", "add", "rana", "--ledger", ledger, given=f"{GOOD}\n")
    arguments = [sys.executable, "-m", "tahqiq", "serve", "--ledger", ledger, "--port", "0"]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert server.stdout is not None
    try:
        printed = server.stdout.readline()
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()
    assert "http://127.0.0.1:" in printed and "token" not in printed
