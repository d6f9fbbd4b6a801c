"""A reader at the browser, who is told of everything that a page does behind the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response

from tests.browser.serving import Site

Scheme = Literal["light", "dark"]
WIDTH, HEIGHT = 1280, 900
PATIENCE_MS = 120_000
GIVEN_UP = "net::ERR_ABORTED"
"""How a request ends that the reader left behind by going elsewhere."""

REFUSED, NOT_LOADED = "answer 4", "console: Failed to load"
"""How events start that tell of a request that was refused, as requests for what there is not may be."""

WATCH = """{
const tell = (what, of) => console.error(what + ": " + of);
window.addEventListener("securitypolicyviolation", e => tell("policy", e.violatedDirective + " " + e.blockedURI));
window.alert = window.confirm = window.prompt = window.print = words => tell("a script ran", words);
}"""


@dataclass  # without slots: the driver hangs its own attributes on who listens
class Reader:
    """A page of the browser, and what happened on it that should not have: one line each, in order."""

    page: Page
    site: Site
    events: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.events.append(f"error: {error}"))
        self.page.on("dialog", self._asked)
        self.page.on("request", self._requested)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def open(self, address: str) -> Reader:
        """Go to an address of the site; its answer must be a page."""
        answer = self.page.goto(self.site.origin + address)
        assert answer is not None and answer.ok, (address, answer and answer.status)
        return self

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.events.append(f"console: {message.text}")

    def _asked(self, dialog: Dialog) -> None:
        self.events.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.site.origin + "/", "data:", "blob:")):
            self.events.append(f"request elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self.events.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.events.append(f"answer {response.status}: {response.url}")


@contextmanager
def reading(browser: Browser, site: Site, language: str, **options: Any) -> Iterator[Reader]:
    """A reader who was let in, whose browser asks for that language; `options` are those of a new context."""
    context = browser.new_context(
        locale=language,
        viewport={"width": WIDTH, "height": HEIGHT},
        reduced_motion="reduce",
        storage_state=site.let_in,
        **options,
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WATCH)
    yield Reader(context.new_page(), site)
    context.close()
