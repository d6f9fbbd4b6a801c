"""The ledger: everything that was read, kept with how it is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, func, select

from tahqiq.errors import UnknownName
from tahqiq.ledger import (
    alerting,
    appending,
    audit,
    deciding,
    derived,
    derived_tables,
    histories,
    judged,
    judging,
    recall,
    rejections,
)
from tahqiq.ledger.appending import Added
from tahqiq.ledger.audit import AuditHead
from tahqiq.ledger.canonical import Claim
from tahqiq.ledger.database import writing
from tahqiq.ledger.derived import Extent
from tahqiq.ledger.intake import Reading, prepare
from tahqiq.ledger.judged import ANYTHING, About
from tahqiq.ledger.raw import RawStore
from tahqiq.ledger.recall import Filter, Held
from tahqiq.ledger.rejections import Rejection
from tahqiq.ledger.stamp import Stamps
from tahqiq.ledger.tables import audit as audit_log
from tahqiq.ledger.tables import claims, readings
from tahqiq.model.alert import Alert, Candidate, RaisedAlert
from tahqiq.model.claim import DateMention, Figure, Statement
from tahqiq.model.decisions import Decisions
from tahqiq.model.judgement import Draft, Judgement, Standing, Target
from tahqiq.model.measure import Measure, Reconciliation, Story
from tahqiq.model.report import ReadReport, Rejected, Report
from tahqiq.model.standing import standing, standings
from tahqiq.model.version import ReadVersion

BATCH = 200
EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds; claims are those of the current reading of each report."""

    reports: int
    figures: int
    statements: int
    dates: int


@dataclass(frozen=True, slots=True)
class Version:
    """Bytes that a report was received as: their digest, and when they came (ISO 8601, UTC)."""

    digest: str
    received: str


class Ledger:
    """An open ledger; `open_ledger` makes one. Threads may share it; each process opens its own.

    A report's current reading is the newest that told something new, whether by other bytes or by another code
    version; older readings stay. Iterators are lazy, in the order of reading, and hold one page at a time.
    """

    def __init__(self, engine: Engine, raw: RawStore, home: Path, stamps: Stamps) -> None:
        """`home` is a local directory for what can be rebuilt at any time (the search index)."""
        self.engine = engine
        self.raw_store = raw
        self.home = home
        self.stamps = stamps

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def add(self, reports: Iterable[tuple[ReadReport, bytes]]) -> Added:
        """Keep read reports with the raw bytes they came from, `BATCH` at a time, each batch whole or not at all.

        What is there already adds nothing. A report that no database can hold is kept as a rejection.
        """
        total, remaining = Added(), iter(reports)
        while batch := list(islice(remaining, BATCH)):
            prepared = [prepare(read, raw, self.stamps.code_version) for read, raw in batch]
            total += self._write([p for p in prepared if isinstance(p, Reading)])
            total += self._decline(tuple(p for p in prepared if isinstance(p, Rejected)))
        return total

    def reject(self, rejected: Iterable[Rejected]) -> int:
        """Keep inputs that could not become reports; returns how many were not known with that reason."""
        listed = tuple(rejected)
        if not listed:
            return 0
        with writing(self.engine) as connection:
            return rejections.reject(connection, listed, self.stamps.now())

    def known(self, versions: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Which of these (report id, digest of the bytes) the present code version has read, and came last.

        Bytes that were followed by others are not known: where they come again, the report is what it was before.
        """
        wanted = frozenset(versions)
        query = select(readings.c.report, readings.c.raw_digest, readings.c.code_version).where(
            readings.c.report.in_({report for report, _ in wanted})
        )
        last, read = dict[str, str](), set[tuple[str, str]]()
        with self.engine.connect() as connection:
            for row in connection.execute(query.order_by(readings.c.key)):
                last[row.report] = row.raw_digest
                if row.code_version == self.stamps.code_version:
                    read.add((row.report, row.raw_digest))
        return wanted & read & frozenset(last.items())

    def counts(self) -> Counts:
        """How much there is."""
        kinds = select(claims.c.kind, func.count()).join(readings).where(recall.is_current()).group_by(claims.c.kind)
        with self.engine.connect() as connection:
            reports = connection.scalar(select(func.count(readings.c.report.distinct()))) or 0
            found = {row[0]: row[1] for row in connection.execute(kinds)}
        return Counts(reports, found.get("figure", 0), found.get("statement", 0), found.get("date", 0))

    def reports(self, since: str | None = None) -> Iterator[Report]:
        """Every report with its Text, without claims, from the report `since` on (None: from the first).

        UnknownName where there is no such report.
        """
        after = 0 if since is None else recall.key_of(self.engine, since) - 1
        for page in recall.current_pages(self.engine, after):
            for reading in page:
                yield reading.report

    def read_reports(self, ids: Iterable[str] | None = None) -> Iterator[ReadReport]:
        """Every report with its claims, or those of `ids` that are known."""
        pages = recall.current_pages(self.engine) if ids is None else recall.pages_of(self.engine, ids)
        for page in pages:
            with self.engine.connect() as connection:
                found = recall.read_reports(connection, page)
            yield from found

    def read_report(self, id: str) -> ReadReport:
        """One report with its claims; UnknownName where there is none of that id."""
        for read in self.read_reports([id]):
            return read
        raise UnknownName("report", id)

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """The bytes that a report was received as, in the order in which they came; none for an unknown report.

        Bytes that came back after others are a version once more.
        """
        query = select(readings.c.raw_digest, audit_log.c.at).join(audit_log, audit_log.c.key == readings.c.batch)
        with self.engine.connect() as connection:
            rows = connection.execute(query.where(readings.c.report == report_id).order_by(readings.c.key)).all()
        return tuple(Version(*next(run)) for _, run in groupby(rows, key=lambda row: row.raw_digest))

    def read_versions(self, edited: bool = False) -> Iterator[tuple[ReadVersion, ...]]:
        """Each report's versions in the order in which they came, as read last; where `edited`, of two or more."""
        yield from histories.read_versions(self.engine, edited)

    def raw(self, digest: str) -> bytes:
        """The bytes received; UnknownName where there are none of that digest, IntegrityError where they changed."""
        with self.engine.connect() as connection:
            return self.raw_store.read(connection, digest)

    def figures(self, wanted: Filter = EVERYTHING) -> Iterator[Held[Figure]]:
        """The figures that a filter wants."""
        return cast(Iterator[Held[Figure]], recall.held_claims(self.engine, "figure", wanted))

    def statements(self, wanted: Filter = EVERYTHING) -> Iterator[Held[Statement]]:
        """The statements that a filter wants."""
        return cast(Iterator[Held[Statement]], recall.held_claims(self.engine, "statement", wanted))

    def dates(self, wanted: Filter = EVERYTHING) -> Iterator[Held[DateMention]]:
        """The date mentions that a filter wants."""
        return cast(Iterator[Held[DateMention]], recall.held_claims(self.engine, "date", wanted))

    def claim(self, id: str) -> Held[Claim]:
        """The claim of exactly that id, in the current reading of its report; UnknownName where there is none."""
        return recall.claim_of_id(self.engine, id)

    def source_names(self) -> tuple[str, ...]:
        """The name of every source that stands behind a figure or statement, "narrator" too where an outlet does."""
        with self.engine.connect() as connection:
            return recall.source_names(connection)

    def rejected(self) -> Iterator[Rejection]:
        """The inputs that could not become reports, first met first."""
        with self.engine.connect() as connection:
            yield from rejections.rejections_kept(connection)

    def raise_alerts(self, candidates: Iterable[Candidate]) -> tuple[Alert, ...]:
        """Keep the alerts that were not raised before, and answer with them."""
        raised: list[Alert] = []
        remaining = iter(candidates)
        while batch := list(islice(remaining, BATCH)):
            with writing(self.engine) as connection:
                raised += alerting.raise_alerts(connection, batch, self.stamps.now())
        return tuple(raised)

    def alerts(self) -> Iterator[RaisedAlert]:
        """The alerts that were raised, first raised first."""
        with self.engine.connect() as connection:
            yield from alerting.alerts_kept(connection)

    def judge(self, draft: Draft, expected: int) -> Judgement:
        """Keep what a person decided; nothing is overwritten.

        `expected` is the number of the newest judgement on the target that the person has seen (0: none), as
        `Standing.last` gives it. Where others came since, JudgedMeanwhile carries them and nothing is written.
        InvalidJudgement names the part of a draft that cannot be kept.
        """
        with writing(self.engine) as connection:
            return judging.judge(connection, draft, expected, self.stamps.now())

    def judgements(self, about: About = ANYTHING, after: int = 0) -> Iterator[Judgement]:
        """The judgements of number above `after` that are about what is wanted, in the order they were made."""
        with self.engine.connect() as connection:
            yield from judged.read(connection, about, after)

    def judgement(self, id: str) -> Judgement:
        """The judgement of an id or of its beginning; UnknownName or AmbiguousName where it is not one."""
        with self.engine.connect() as connection:
            return judged.find(connection, id)

    def standing(self, target: Target) -> Standing:
        """What stands of the judgements on one target; of none, where nobody judged it."""
        return standing(target, self.judgements(About(target)))

    def standings(self, about: About = ANYTHING) -> dict[Target, Standing]:
        """What stands on each target that was judged: all of them, those of a kind, or those of a report."""
        return standings(self.judgements(about))

    def no_longer_read(self, ids: Iterable[str]) -> frozenset[str]:
        """Which of these claims the newest reading of their report does not have."""
        with self.engine.connect() as connection:
            return deciding.no_longer_read(connection, ids)

    def decisions(self, reports: Collection[str] | None = None) -> Decisions:
        """What people decided about all reports, or about these, as reconciling takes it."""
        with self.engine.connect() as connection:
            return deciding.decisions(connection, reports)

    def extent(self) -> Extent:
        """How far the ledger goes."""
        with self.engine.connect() as connection:
            return derived.extent(connection)

    def save(
        self,
        reconciliation: Reconciliation,
        reads: Iterable[ReadReport] | None = None,
        through: Extent | None = None,
    ) -> None:
        """Put a reconciliation of this ledger's reports in the place of the last.

        `reads` are all of its reports, where they are at hand; else they are read. It knows the ledger `through` that
        extent, taken before its reports were read (None: as far as it goes now).
        """
        prepared = derived.prepare(reconciliation, self.read_reports() if reads is None else reads)
        with writing(self.engine) as connection:
            derived.save(connection, prepared, through or derived.extent(connection))

    def drop_derived(self) -> None:
        """Forget what was reconciled; claims and judgements stay."""
        with writing(self.engine) as connection:
            derived.drop(connection)

    def is_reconciled(self) -> bool:
        """Whether a reconciliation is saved and nothing was read or judged since."""
        with self.engine.connect() as connection:
            return derived.known(connection) == derived.extent(connection)

    def reconciliation(self) -> Reconciliation | None:
        """The reconciliation saved last, None where none is; `is_reconciled` tells whether it knows all there is."""
        with self.engine.connect() as connection:
            if derived.known(connection) is None:
                return None
            return Reconciliation(
                derived.saved_stories(connection),
                tuple(derived.saved_measures(connection)),
                derived.saved_stories(connection, derived_tables.followed),
                derived.saved_copies(connection),
            )

    def stories(self) -> tuple[Story, ...]:
        """The stories of the reconciliation saved last."""
        with self.engine.connect() as connection:
            return () if derived.known(connection) is None else derived.saved_stories(connection)

    def followed(self) -> tuple[Story, ...]:
        """The stories of the reconciliation saved last, as they were before people merged or split some."""
        with self.engine.connect() as connection:
            if derived.known(connection) is None:
                return ()
            return derived.saved_stories(connection, derived_tables.followed) or derived.saved_stories(connection)

    def measures(self, story: str | None = None, since: str | None = None) -> Iterator[Measure]:
        """The measures of the reconciliation saved last, of one story or of all, from that of the id `since` on."""
        with self.engine.connect() as connection:
            if derived.known(connection) is not None:
                yield from derived.saved_measures(connection, story, since)

    def audit_head(self) -> AuditHead:
        """The end of the audit log; kept elsewhere, it proves later that nothing up to it was changed."""
        with self.engine.connect() as connection:
            return audit.head(connection)

    def _write(self, batch: list[Reading]) -> Added:
        if not batch:
            return Added()
        with writing(self.engine) as connection:
            return appending.append(connection, self.raw_store, batch, self.stamps.now())

    def _decline(self, rejected: tuple[Rejected, ...]) -> Added:
        self.reject(rejected)
        return Added(rejected=rejected)
