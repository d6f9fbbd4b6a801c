"""How long pages take: `tahqiq serve` on a ledger of the corpus, asked for pages of every kind at a steady rate.

Requests are sent when they are due, whether or not earlier ones were answered, and each is timed from then: a server
that falls behind is seen to.
"""

from __future__ import annotations

import argparse
import http.client
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.corpus import CORPUS
from benchmarks.percentiles import percentile
from tahqiq.ledger import Ledger, open_ledger
from tahqiq.web.addresses import PAGES, address, place_address

_PROGRAM = [sys.executable, "-m", "tahqiq"]
_CONNECTIONS = 48
_TIMEOUT_SECONDS = 30
_SEED = 6
_WARM_SECONDS = 1.0

Make = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Options:
    """A ledger to serve (None: one is made of the corpus), how long, and how many requests a second."""

    ledger: str | None
    seconds: float
    rate: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A request's kind and address, its status (0 where none came), and the seconds from when it was due."""

    kind: str
    where: str
    status: int
    seconds: float


def run(arguments: Sequence[str] = ()) -> None:
    """Print the seconds until the first page, then percentiles for each kind of page, in milliseconds."""
    options = _options(arguments)
    if options.ledger is None and not CORPUS.exists():
        print("skipped: the corpus is not here; name a ledger with --ledger")
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = options.ledger or _made(folder)
        with open_ledger(kept, create=False) as ledger:
            kinds = _kinds(ledger)
        with _server(kept) as (link, started):
            print(f"start-up to the first page {started:6.2f} s")
            _print(_asked(link, kinds, options), options)


def _options(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(prog="./run bench web")
    parser.add_argument("--ledger", help="a ledger's directory; without it one is made of the corpus")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20, help="requests a second")
    given = parser.parse_args(arguments)
    return Options(given.ledger, given.seconds, given.rate)


def _made(folder: str) -> str:
    ledger = str(Path(folder) / "ledger")
    for command in (["ingest", str(CORPUS)], ["measures", "--format", "csv"], ["search", "معتقل"]):
        subprocess.run([*_PROGRAM, *command, "--ledger", ledger], stdout=subprocess.DEVNULL, check=True)
    return ledger


def _kinds(ledger: Ledger) -> dict[str, Make]:
    """How to make an address of each kind, over what the ledger holds."""
    stories = [story.id for story in ledger.stories()]
    reports = [report.id for report in ledger.reports()]
    told = [(measure.story, measure.id, measure.place) for measure in ledger.measures()]
    measures, places = [(story, id) for story, id, _ in told], sorted({place for _, _, place in told if place}) or ["-"]
    words = [title.split() for report in ledger.reports() if (title := report.metadata.title)] or [["معتقل"]]
    sources = ledger.source_names()

    def measure(chance: random.Random) -> str:
        story, id = chance.choice(measures)
        return address("/measure", story=story, id=id, policy=_policy(chance))

    def search(chance: random.Random) -> str:
        title = chance.choice(words)
        at = chance.randrange(len(title))
        asked = " ".join(title[at : at + 2])
        return address("/search", q=f'"{asked}"' if chance.random() < 0.3 else asked)

    return {
        "start": lambda chance: address("/", order=chance.choice(("contradictions", "day")), page=chance.randint(1, 9)),
        "story": lambda chance: address("/story", id=chance.choice(stories), policy=_policy(chance)),
        "measure": measure,
        "report": lambda chance: PAGES.report(chance.choice(reports)),
        "sources": lambda chance: address("/sources", page=chance.randint(1, 9)),
        "source": lambda chance: address("/source", name=chance.choice(sources)),
        "places": lambda chance: address("/places", page=chance.randint(1, 9)),
        "place": lambda chance: place_address(chance.choice(places)),
        "review": lambda chance: "/review",
        "judgements": lambda chance: "/judgements",
        "search": search,
        "alerts": lambda chance: "/alerts",
        "help": lambda chance: "/help",
        "api": lambda chance: address("/api/v1/figures", report=chance.choice(reports)),
    }


def _policy(chance: random.Random) -> str:
    return chance.choice(("interval", "lowest", "low-best-high", "graded"))


@contextmanager
def _server(ledger: str) -> Iterator[tuple[str, float]]:
    """A server of its own process: the link that it prints, and the seconds until it answered there."""
    start = time.perf_counter()
    arguments = [*_PROGRAM, "serve", "--ledger", ledger, "--port", "0"]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert server.stdout is not None
    try:
        link = server.stdout.readline().split()[-1]
        _cookie(link)
        yield link, time.perf_counter() - start
    finally:
        server.terminate()
        server.wait(10)


def _cookie(link: str) -> str:
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with browser.open(link, timeout=_TIMEOUT_SECONDS) as answer:
        answer.read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def _asked(link: str, kinds: dict[str, Make], options: Options) -> list[Answer]:
    """The answers to requests of every kind in both languages, one every 1/rate seconds."""
    chance = random.Random(_SEED)
    client = _Client(link)
    begin = time.perf_counter() + _WARM_SECONDS
    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        asked = []
        for n in range(int(options.seconds * options.rate)):
            kind = chance.choice(tuple(kinds))
            due, where = begin + n / options.rate, kinds[kind](chance)
            time.sleep(max(0.0, due - time.perf_counter()))
            asked.append(pool.submit(client.ask, kind, where, chance.choice(("ar", "en")), due))
        return [answer.result() for answer in asked]


class _Client:
    """Asks one server, over a connection that each thread keeps."""

    def __init__(self, link: str) -> None:
        self._host = urlsplit(link).netloc
        self._cookie = _cookie(link)
        self._own = threading.local()

    def ask(self, kind: str, where: str, language: str, due: float) -> Answer:
        """One request; a connection that the server closed while it was idle is opened again, as browsers do."""
        headers = {"cookie": self._cookie, "accept-language": language}
        status = self._status(where, headers, getattr(self._own, "connection", None))
        if status == 0:
            self._own.connection = http.client.HTTPConnection(self._host, timeout=_TIMEOUT_SECONDS)
            status = self._status(where, headers, self._own.connection)
        return Answer(kind, where, status, time.perf_counter() - due)

    def _status(self, where: str, headers: dict[str, str], connection: http.client.HTTPConnection | None) -> int:
        if connection is None:
            return 0
        try:
            connection.request("GET", where, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            return 0
        return answer.status


def _print(answers: Sequence[Answer], options: Options) -> None:
    by_kind: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        by_kind[answer.kind].append(answer.seconds)
    failed = [answer for answer in answers if answer.status != 200]
    slowest = max(answers, key=lambda answer: answer.seconds)
    print(f"{len(answers)} requests at {options.rate:g}/s, {len(failed)} failed")
    print(f"{'milliseconds':12} {'asked':>6} {'p50':>7} {'p95':>7} {'p99':>7} {'worst':>7}")
    for kind, seconds in [*by_kind.items(), ("all", [answer.seconds for answer in answers])]:
        shown = " ".join(f"{percentile(seconds, q) * 1000:7.0f}" for q in (0.5, 0.95, 0.99, 1))
        print(f"{kind:12} {len(seconds):6} {shown}")
    print(f"slowest: {slowest.where}")
    for answer in failed[:5]:
        print(f"failed: {answer.where} ({answer.status})")
