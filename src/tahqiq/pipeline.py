"""The story of a run: what was received is cleaned and read, side by side; what was read is kept; what is kept is
reconciled. Adapters come in as arguments.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from tahqiq.ledger import redrawing
from tahqiq.ledger.appending import Added
from tahqiq.ledger.database import writing
from tahqiq.ledger.outlining import Told
from tahqiq.ledger.redrawing import Redrawn, Unapplied
from tahqiq.ledger.store import Ledger
from tahqiq.model.decisions import Decisions, Regrouping
from tahqiq.model.measure import Measure, Reconciliation, Story
from tahqiq.model.report import ReadReport, Received, Rejected, Report

T = TypeVar("T")

CHUNK = 64
BATCH = 256
IN_FLIGHT = 3  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat

ReadOne = Callable[[Received], ReadReport | Rejected]


class Reconcile(Protocol):
    """Everything that follows from read reports and what people decided about them."""

    def __call__(self, reports: Sequence[ReadReport], *, decisions: Decisions) -> Reconciliation: ...


@dataclass(frozen=True, slots=True)
class Rules:
    """How a ledger is reconciled: as a whole, and the stories and measures that judgements change."""

    reconcile: Reconcile
    retell: Callable[[Sequence[Story], Iterable[Regrouping[str]], Mapping[str, ReadReport]], tuple[Story, ...]]
    remeasure: Callable[
        [Iterable[tuple[Story, Sequence[ReadReport]]], Mapping[str, Report], Decisions], Mapping[str, list[Measure]]
    ]


@dataclass(frozen=True, slots=True)
class Reader:
    """How reports are read: `read` one by one; more than a chunk of them in `workers` processes that `pool` starts."""

    read: ReadOne
    pool: Callable[[], AbstractContextManager[Executor]]
    workers: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, in reports and inputs; `known` were read before by the same code and not read again."""

    known: int
    added: Added
    rejected: tuple[Rejected, ...]


def read_all(items: Iterable[Received | Rejected], reader: Reader) -> Iterator[ReadReport | Rejected]:
    """Every item read or rejected, in input order; memory holds a few chunks."""
    chunks = _chunks(items, CHUNK)
    first = next(chunks, [])
    with ExitStack() as stack:
        second = next(chunks, None) if reader.workers > 1 else None
        if second is None:
            yield from _read_chunk(reader.read, first)
            for chunk in chunks:
                yield from _read_chunk(reader.read, chunk)
            return
        pool = stack.enter_context(reader.pool())
        waiting = deque(pool.submit(_read_chunk, reader.read, chunk) for chunk in (first, second))
        yield from _drained(waiting, chunks, lambda chunk: pool.submit(_read_chunk, reader.read, chunk), reader.workers)


def ingest(
    items: Iterable[Received | Rejected], reader: Reader, ledger: Ledger, step: Callable[[int], None]
) -> Summary:
    """Read all items and keep them, rejected ones too; `step` is told how many items were dealt with.

    What was received before and read by the same code is not read again: ingesting twice adds nothing.
    """
    count = _Known(ledger, step)
    raw: dict[str, bytes] = {}
    added, rejected = Added(), []
    for batch in _chunks(read_all(count.unknown(items, raw), reader), BATCH):
        refused = [item for item in batch if isinstance(item, Rejected)]
        ledger.reject(refused)
        part = ledger.add((item, raw.pop(item.report.id)) for item in batch if isinstance(item, ReadReport))
        added += part
        rejected += [*refused, *part.rejected]
        step(len(batch))
    return Summary(count.known, added, tuple(rejected))


def bring_up_to_date(ledger: Ledger, rules: Rules) -> None:
    """Reconcile what is kept, if anything was read or judged since the last time.

    What is judged meanwhile, in this process or another, is applied to the outcome.
    """
    apply_judgements(ledger, rules)
    if not ledger.is_reconciled():
        through = ledger.extent()
        reads = list(ledger.read_reports())
        ledger.save(rules.reconcile(reads, decisions=ledger.decisions()), reads, through)
        apply_judgements(ledger, rules)


def apply_judgements(ledger: Ledger, rules: Rules) -> None:
    """Make the stories that were judged since the last time again; reports that came since wait for all to be done."""
    while (since := _unapplied(ledger)) is not None:
        redrawn = _redrawn(ledger, since, rules)
        with writing(ledger.engine) as connection:
            if redrawing.redraw(connection, since, redrawn):
                return


def _unapplied(ledger: Ledger) -> Unapplied | None:
    with ledger.engine.connect() as connection:
        return redrawing.unapplied(connection)


def _redrawn(ledger: Ledger, since: Unapplied, rules: Rules) -> Redrawn:
    followed, before = ledger.followed(), ledger.stories()
    told = _retold(ledger, followed, rules) if since.is_retold else before
    unchanged = set(before)
    stale = [story for story in told if story not in unchanged or not since.reports.isdisjoint(story.reports)]
    reports = [id for story in stale for id in story.reports]
    reads = {read.report.id: read for read in ledger.read_reports(reports)}
    members = [(story, [reads[id] for id in story.reports]) for story in stale]
    measures = rules.remeasure(members, _copies(ledger, reports), ledger.decisions(reports))
    return Redrawn.of(told, followed, tuple(Told(story, measures[story.id], own) for story, own in members))


def _retold(ledger: Ledger, followed: tuple[Story, ...], rules: Rules) -> tuple[Story, ...]:
    decided = ledger.decisions(()).stories
    named = {id for regrouping in decided for id in regrouping.members}
    touched = [id for story in followed if not named.isdisjoint(story.reports) for id in story.reports]
    return rules.retell(followed, decided, {read.report.id: read for read in ledger.read_reports(touched)})


def _copies(ledger: Ledger, reports: Iterable[str]) -> dict[str, Report]:
    with ledger.engine.connect() as connection:
        first = redrawing.first_copies(connection, reports)
    originals = {read.report.id: read.report for read in ledger.read_reports(sorted(set(first.values())))}
    return {copy: originals[id] for copy, id in first.items()}


class _Known:
    """Takes out of a stream what the ledger knows, counting it."""

    def __init__(self, ledger: Ledger, step: Callable[[int], None]) -> None:
        self._ledger = ledger
        self._step = step
        self.known = 0

    def unknown(self, items: Iterable[Received | Rejected], raw: dict[str, bytes]) -> Iterator[Received | Rejected]:
        """The items to be read; their bytes are put into `raw` by report id."""
        for batch in _chunks(items, BATCH):
            keys = {(i.id, hashlib.sha256(i.raw).hexdigest()): i for i in batch if isinstance(i, Received)}
            known = {keys[k].id for k in self._ledger.known(keys)}
            self.known += len(known)
            self._step(len(known))
            for item in batch:
                if isinstance(item, Received):
                    if item.id in known:
                        continue
                    raw[item.id] = item.raw
                yield item


def _drained(
    waiting: deque[Future[list[ReadReport | Rejected]]],
    chunks: Iterator[list[Received | Rejected]],
    submit: Callable[[list[Received | Rejected]], Future[list[ReadReport | Rejected]]],
    workers: int,
) -> Iterator[ReadReport | Rejected]:
    for chunk in chunks:
        waiting.append(submit(chunk))
        if len(waiting) >= IN_FLIGHT * workers:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _read_chunk(read: ReadOne, items: list[Received | Rejected]) -> list[ReadReport | Rejected]:
    return [item if isinstance(item, Rejected) else _read_safely(read, item) for item in items]


def _read_safely(read: ReadOne, item: Received) -> ReadReport | Rejected:
    """One report that breaks our own code is rejected by name, and the run goes on."""
    try:
        return read(item)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).stem}:{place.lineno}"
        return Rejected(item.locator, f"a fault of tahqiq's own, please report it: {error!r} at {where}")


def _chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk
