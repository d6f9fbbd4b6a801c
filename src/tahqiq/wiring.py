"""The one place that picks real adapters."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from tahqiq.acquire import read_paths
from tahqiq.clean import clean
from tahqiq.config import Settings
from tahqiq.errors import UnknownName, UnreadableInput
from tahqiq.extract.actors import PACKAGED, Actors, parse_actors
from tahqiq.extract.namings import namings
from tahqiq.extract.reading import extract, parse_dates
from tahqiq.ledger import index
from tahqiq.ledger.opening import open_ledger
from tahqiq.ledger.recall import Filter
from tahqiq.ledger.store import Ledger
from tahqiq.model.alert import Alert, AlertKind, AlertRule, Candidate
from tahqiq.model.framing import Framing
from tahqiq.model.judgement import Draft, Judgement
from tahqiq.model.measure import Measure, Story
from tahqiq.model.report import Metadata, ReadReport, Received, Rejected
from tahqiq.model.version import Edit
from tahqiq.pipeline import Reader, Rules, apply_judgements, bring_up_to_date, read_all
from tahqiq.reconcile import POLICIES, alerts, reconcile, remeasure, retold, versions
from tahqiq.reconcile.framing import frame

_GIVING_WAY = 10

RULES = Rules(reconcile, retold, remeasure)


def actors(settings: Settings) -> Actors:
    """The packaged actors, under those of the user's file; UnreadableInput with its line where that has a fault."""
    if settings.actors is None:
        return PACKAGED
    return Actors.with_own(parse_actors(_written(settings.actors), str(settings.actors)))


def code_version(settings: Settings) -> str | None:
    """What a ledger notes as the code that read a report: other actors read it otherwise. None: the package's own."""
    if settings.actors is None:
        return None
    digest = hashlib.sha256(_written(settings.actors).encode()).hexdigest()
    return f"{version('tahqiq')}+actors.{digest[:12]}"


def _written(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UnreadableInput(str(path), f"cannot be read as a file of actors: {reason}") from error


def read_one(received: Received, known: Actors = PACKAGED) -> ReadReport | Rejected:
    """Clean one item and read its claims; what cannot be cleaned is rejected with its reason."""
    try:
        report = clean(received, parse_dates)
    except UnreadableInput as error:
        return Rejected(error.locator, error.reason)
    return ReadReport(report, extract(report.text, report.metadata.published, known))


def prepare_worker() -> None:
    """A process that only reads reports makes many small records and no cycles: the collector looks less often."""
    gc.set_threshold(100_000, 20, 50)


def reader(settings: Settings) -> Reader:
    """Reads reports in as many processes as the settings say."""

    @contextmanager
    def pool() -> Iterator[Executor]:
        executor = ProcessPoolExecutor(settings.workers, initializer=prepare_worker)
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)

    return Reader(partial(read_one, known=actors(settings)), pool, settings.workers)


def read(
    paths: Iterable[str], stdin: BinaryIO, settings: Settings, published: dt.date | None = None
) -> Iterator[ReadReport | Rejected]:
    """Every item of the paths, read or rejected; `published` dates those that give no date themselves."""
    items = read_paths(paths, stdin)
    return read_all((_dated(i, published) for i in items) if published else items, reader(settings))


def _dated(item: Received | Rejected, published: dt.date | None) -> Received | Rejected:
    if isinstance(item, Rejected) or item.metadata.published is not None:
        return item
    given = item.metadata
    dated = Metadata(given.outlet, given.url, given.title, given.author, published, given.language)
    return Received(item.id, item.locator, item.media_type, item.raw, item.body, item.charset, dated)


def edits(ledger: Ledger) -> Iterator[Edit]:
    """Every edit: those of reports that came again as other bytes, then those of articles under several ids."""
    for history in ledger.read_versions(edited=True):
        yield from versions.edits(history)
    yield from versions.edits_across([history[-1] for history in ledger.read_versions()])


def raise_alerts(ledger: Ledger, rules: Sequence[AlertRule]) -> tuple[Alert, ...]:
    """Hold what the ledger knows against the rules; what was not raised before is kept and given back."""
    raised: list[Alert] = []
    for rule in rules:
        raised += ledger.raise_alerts(_candidates(ledger, rule))
    return tuple(raised)


def _candidates(ledger: Ledger, rule: AlertRule) -> Iterable[Candidate]:
    if rule.on is AlertKind.FIGURE:
        held = ledger.figures(Filter(predicate=rule.predicate))
        return alerts.figure_alerts(rule, ((h.report, h.claim) for h in held))
    if rule.on is AlertKind.EDIT:
        return alerts.edit_alerts(rule, edits(ledger))
    found = alerts.contradiction_alerts if rule.on is AlertKind.CONTRADICTION else alerts.jump_alerts
    return found(rule, reconciled(ledger).measures())


def framed(story: Story, reads: Sequence[ReadReport], measures: Sequence[Measure]) -> Framing:
    """The framing of a story by its reports and measures."""
    return frame(story.id, reads, measures, {read.report.id: namings(read.claims) for read in reads})


def framings(ledger: Ledger, story: str | None = None) -> Iterator[Framing]:
    """The framing of one story of a reconciled ledger, or of all; UnknownName for a story that is not there."""
    told = reconciled(ledger).stories()
    chosen = [one for one in told if story in (None, one.id)]
    if story is not None and not chosen:
        raise UnknownName("story", story, tuple(one.id for one in told[:20]))
    for one in chosen:
        yield framed(one, list(ledger.read_reports(one.reports)), list(ledger.measures(one.id)))


def reconciled(ledger: Ledger, policy: str = "interval") -> Ledger:
    """The same ledger, its stories and measures brought up to date; UnknownName for a policy that is not published."""
    if policy not in POLICIES:
        raise UnknownName("policy", policy, tuple(POLICIES))
    bring_up_to_date(ledger, RULES)
    return ledger


def refresh(where: str) -> None:
    """Bring a ledger's stories and its search index up to date, giving way to whatever else the machine does."""
    os.nice(_GIVING_WAY)
    with open_ledger(where, create=False) as kept:
        reconciled(kept)
        index.update(kept)


def judge(ledger: Ledger, draft: Draft, expected: int) -> Judgement:
    """Keep what a person decided (see `Ledger.judge`), and bring the stories that it touches up to date."""
    judgement = ledger.judge(draft, expected)
    apply_judgements(ledger, RULES)
    return judgement
