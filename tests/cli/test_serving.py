"""The server starts from the command line, prints a link that lets in, and listens on this machine alone."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tahqiq import wiring
from tahqiq.ledger import open_ledger
from tests.factories import amnesty


@pytest.fixture
def link(tmp_path: Path) -> Iterator[str]:
    """The link that a server prints."""
    with open_ledger(tmp_path / "kept") as ledger:
        ledger.add([amnesty()])
        wiring.reconciled(ledger)
    arguments = [sys.executable, "-m", "tahqiq", "serve", "--ledger", str(tmp_path / "kept"), "--port", "0"]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert server.stdout is not None
    try:
        yield server.stdout.readline().split()[-1]
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def test_the_printed_link_opens_the_ledger(link: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", link)
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(link, timeout=10) as answer:
        assert 200 == answer.status
        assert "token" not in answer.url
        assert "العفو" in answer.read().decode()


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    open_ledger(tmp_path / "kept").close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        arguments = [sys.executable, "-m", "tahqiq", "serve", "--ledger", str(tmp_path / "kept"), "--port", port]
        done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", timeout=30)
    assert 2 == done.returncode
    assert f"127.0.0.1:{port} cannot be listened on" in done.stderr
