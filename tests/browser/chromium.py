"""The browser of this machine: Debian's Chromium, or another of its family; none is ever downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str:
    """Its path. Without one the tests are skipped, with the package's name; under CI they fail."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        reason = "NO BROWSER: the pages were not tested; install the package chromium"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser without a window. It reaches nothing but loopback; names of other hosts lead nowhere."""
    path = executable()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=path, args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        )
        yield browser
        browser.close()
