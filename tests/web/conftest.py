"""A ledger of reports whose every field is hostile, beside ordinary ones, served to a client that has the token."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tahqiq import wiring
from tahqiq.acquire import read_paths
from tahqiq.config import Settings
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.model.alert import AlertKind, AlertRule
from tahqiq.model.judgement import Draft, JudgementKind, Target, TargetKind
from tahqiq.pipeline import ingest
from tahqiq.web.access import Link, Site
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tests.export.page.test_hostile import NAUGHTY

TOKEN = "a-key-for-tests"
ORIGIN = "http://127.0.0.1"

ORDINARY = [
    ("صحيفة المنارة", "2026-03-11", "قال محافظ السهل سالم الراوي إن 37 شخصا قتلوا في سيول وادي الزيتون يوم الثلاثاء."),
    ("إذاعة التل", "2026-03-12", "قالت هيئة الإغاثة إن 52 شخصا قتلوا في سيول وادي الزيتون يوم الثلاثاء، ونفت مقتل 90."),
    (
        "وكالة الضفة",
        "2026-03-12",
        "نقلت وكالة الضفة عن هيئة الإغاثة أن 52 شخصا قتلوا في سيول وادي الزيتون الثلاثاء.",
    ),
]


def rows() -> Iterator[dict[str, str]]:
    """Ordinary reports of one flood, and one report of it for each hostile string, which fills all its fields."""
    for n, (outlet, day, words) in enumerate(ORDINARY):
        yield {"id": f"plain-{n}", "outlet": outlet, "published": day, "title": "سيول وادي الزيتون", "text": words}
    for n, words in enumerate(NAUGHTY):
        said = f"قال المتحدث باسم {words} إن {n + 100} شخصا قتلوا في سيول وادي الزيتون يوم الثلاثاء. {words}"
        id_ = words if words.isprintable() and len(words) < 200 else f"odd-{n}"
        yield {"id": id_, "outlet": words, "published": "2026-03-13", "title": words, "author": words, "url": words,
               "text": said}  # fmt: skip


def filled(where: Path, given: Iterator[dict[str, str]]) -> Ledger:
    """A new ledger with these reports, reconciled."""
    ledger = open_ledger(where)
    lines = "".join(json.dumps(row) + "\n" for row in given).encode()
    (where / "rows.jsonl").write_bytes(lines)
    ingest(read_paths([str(where / "rows.jsonl")], BytesIO()), wiring.reader(Settings(1)), ledger, lambda done: None)
    return wiring.reconciled(ledger)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of all rows, with alerts on the figures and a note of each hostile string."""
    with filled(tmp_path_factory.mktemp("web"), rows()) as made:
        wiring.raise_alerts(made, [AlertRule("killed <b>", AlertKind.FIGURE, predicate="killed")])
        for seen, words in enumerate(filter(str.strip, NAUGHTY)):
            note = Draft("<b>Sara</b>", JudgementKind.NOTE, Target(TargetKind.REPORT, "plain-0"), words)
            wiring.judge(made, note, seen)
        yield made


def browser(program: Starlette, language: str = "en") -> TestClient:
    """A browser at a page of this program: as browsers do, it says where its requests come from."""
    client = TestClient(program, ORIGIN, raise_server_exceptions=False)
    client.headers.update({"accept-language": language, "origin": ORIGIN})
    return client


def client_of(ledger: Ledger, language: str = "en", token: str = TOKEN) -> TestClient:
    """A browser that has opened the link with the token."""
    client = browser(application(Desk(ledger), Link(Site(80), TOKEN)), language)
    client.cookies.set("tahqiq-80", token)
    return client


@pytest.fixture(scope="session")
def client(ledger: Ledger) -> TestClient:
    """An English reader of the ledger."""
    return client_of(ledger)
