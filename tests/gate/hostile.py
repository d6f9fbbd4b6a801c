"""Hostile strings, pushed through reports, searches, addresses, headers and exports: they stay words."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from lxml import html
from starlette.testclient import TestClient

from tahqiq.documents import FORMATS, Scope
from tahqiq.export.csv import write
from tahqiq.exported import EVERYTHING, OFFERED
from tahqiq.ledger import Ledger
from tahqiq.web.addresses import PAGES, address
from tahqiq.web.files import FILES
from tests.browser.chromium import chromium, executable
from tests.browser.serving import served
from tests.browser.watching import NOT_LOADED, REFUSED, reading
from tests.gate.floors import Check, Floors
from tests.gate.hostile_words import hostile_words, rows
from tests.staying_data import faults
from tests.web.conftest import client_of, filled

AT_ONCE = 400
"""How many strings one ledger holds."""

SAMPLED = 60
"""One string in so many is also shown in Chromium."""

ASKED = (
    ("/sources", "q"), ("/source", "name"), ("/report", "id"), ("/story", "id"), ("/story", "policy"), ("/", "order"),
    ("/", "page"), ("/", "lang"), ("/", "theme"), ("/", "token"), ("/download", "file"), ("/nowhere", "x"),
    ("/api/v1/figures", "source"), ("/api/v1/search", "q"), ("/help", ""),
)  # fmt: skip
"""Addresses and the parameters that strings are put into, in turn; without a parameter, into headers."""

_NOWHERE = {
    "iframe",
    "object",
    "embed",
    "img",
    "image",
    "base",
    "style",
    "video",
    "audio",
    "marquee",
    "math",
    "template",
}
_LEADING = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "background")
_ORIGINAL = "noreferrer noopener nofollow external"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def checks(shared: Path, wanted: Floors) -> Iterator[Check]:
    """Push every string; count what ran, would run in a spreadsheet, or failed."""
    strings, found = hostile_words(shared), Counter[str]()
    for start in range(0, len(strings), AT_ONCE):
        _push(strings[start : start + AT_ONCE], found)
    yield Check("hostile", "strings pushed", len(strings), wanted["hostile"]["strings pushed"])
    for name in ("elements that could run", "formulas", "server errors", "faults of documents"):
        yield Check("hostile", name, found[name], 0, is_ceiling=True)
    yield Check("hostile", "events in the browser", _events(strings[::SAMPLED]), 0, is_ceiling=True)


def _push(strings: Sequence[str], found: Counter[str]) -> None:
    with tempfile.TemporaryDirectory() as where, filled(Path(where), rows(strings)) as ledger:
        client = client_of(ledger, "ar")
        for report in ledger.reports():
            _show(client, PAGES.report(report.id), found)
        for where_asked in ("/", "/sources", *(PAGES.story(story.id) for story in ledger.stories())):
            _show(client, where_asked, found)
        for words, (path, name) in zip(strings, cycle(ASKED), strict=False):
            given = words.encode("utf-8", "replace").decode()
            _show(client, address("/search", q=given), found)
            if name:
                _show(client, address(path, **{name: given}), found)
            else:
                _show(client, path, found, {"accept-language": given, "cookie": f"tahqiq-language={given}"})
        found["formulas"] += sum(_formulas(ledger))
        found["faults of documents"] += sum(_faults_of_documents(ledger, Path(where)))


def _events(strings: Sequence[str]) -> float:
    """How many scripts ran, dialogs opened and requests left in Chromium, on the pages of a sample; inf without one."""
    path = executable()
    if path is None:
        return float("inf")
    with tempfile.TemporaryDirectory() as where, chromium(path) as browser:
        with filled(Path(where), rows(strings)) as ledger:
            addresses = [PAGES.report(report.id) for report in ledger.reports()]
            addresses += [PAGES.story(story.id) for story in ledger.stories()]
        addresses += [address("/search", q=words.encode("utf-8", "replace").decode()) for words in strings]
        with served(browser, Path(where)) as site, reading(browser, site, "ar") as reader:
            for one in addresses:
                reader.page.goto(site.origin + one)
            return len([event for event in reader.events if not event.startswith((REFUSED, NOT_LOADED))])


def _show(client: TestClient, where: str, found: Counter[str], headers: dict[str, str] | None = None) -> None:
    """Ask for an address and look at the answer."""
    sent = {name: value.encode("utf-8")[:2000].replace(b"\n", b"") for name, value in (headers or {}).items()}
    answer = client.get(where, headers=sent)
    found["server errors"] += answer.status_code >= 500
    if answer.headers.get("content-type", "").startswith("text/html"):
        found["elements that could run"] += sum(map(_could_run, html.fromstring(answer.text).iter()))


def _could_run(element: html.HtmlElement) -> bool:
    """Whether an element is none of ours: it is of a kind that pages do not use, has a handler, or leads elsewhere."""
    if not isinstance(element.tag, str):
        return True
    leading = [value for name, value in element.items() if name in _LEADING]
    return (
        element.tag in _NOWHERE
        or (element.tag == "script" and element.get("src") not in FILES)
        or any(name.startswith(("on", "hx-on")) for name, _ in element.items())
        or (
            any(not value.startswith(("/", "#")) or value.startswith("//") for value in leading)
            and not _is_original(element)
        )
    )


def _is_original(element: html.HtmlElement) -> bool:
    """Whether that is the one link that leads away: to the web address that a report itself gives."""
    return element.get("rel") == _ORIGINAL and element.get("href", "").startswith(("http://", "https://"))


def _formulas(ledger: Ledger) -> Iterator[bool]:
    """For every cell of every table as CSV: whether a spreadsheet would calculate it."""
    for table in OFFERED.values():
        listed = list(table.rows(ledger, EVERYTHING))
        written = io.StringIO(newline="")
        if listed:
            write(listed, type(listed[0]), written)
        for row in csv.reader(io.StringIO(written.getvalue(), newline="")):
            yield from (cell.startswith(_FORMULA) and not _is_number(cell) for cell in row)


def _faults_of_documents(ledger: Ledger, folder: Path) -> Iterator[int]:
    """For every document but the PDF, which holds no more than the pages do: what in it is no data."""
    for document in (one for name, several in FORMATS.items() if name != "pdf" for one in several):
        document.write(ledger, Scope(), folder / document.file)
        yield len(list(faults(folder / document.file, document.media_type)))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
