"""Writing what pages tell of a ledger without reading it through: outlines, tallies, framings."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Table, insert, select

from tahqiq.export.measures import estimate_record
from tahqiq.export.positions import stance
from tahqiq.export.standing import clashes, contradicted, origins
from tahqiq.export.summaries import source_rows
from tahqiq.extract.namings import namings
from tahqiq.ledger import derived_tables as tables
from tahqiq.ledger.doubts import queue_rows
from tahqiq.ledger.framings import framing_body
from tahqiq.ledger.intake import printable
from tahqiq.ledger.names import name_key
from tahqiq.ledger.recall import is_current
from tahqiq.ledger.tables import readings
from tahqiq.model.claim import Figure, Stance, Statement
from tahqiq.model.measure import Measure, RelationKind, Story
from tahqiq.model.outline import OriginTally
from tahqiq.model.report import ReadReport, Report
from tahqiq.model.source import SourceKind
from tahqiq.reconcile.framing import frame

_UNSOURCED = (SourceKind.NARRATOR, SourceKind.UNKNOWN)

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its measures and those of its reports that are known."""

    story: Story
    measures: Sequence[Measure]
    reads: Sequence[ReadReport]


def story_columns(told: Told) -> Row:
    """What the row of a story says of it in a list."""
    figures = (figure for measure in told.measures for figure in measure.figures)
    days = sorted(figure.published.isoformat()[:10] for figure in figures if figure.published is not None)
    return {
        "reports": len(told.story.reports),
        "measures": len(told.measures),
        "contradictions": clashes(told.measures),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }


def measure_columns(measure: Measure) -> Row:
    """What the row of a measure says of it in a list, and when it was contradicted last."""
    clashing = contradicted(measure)
    days = [day.isoformat() for n in clashing if (day := measure.positions[n].as_of) is not None]
    outline = {
        "predicate": measure.predicate,
        "counted": measure.counted,
        "description": measure.description,
        "description_ar": measure.description_ar,
        "part_of": measure.part_of,
        "unit": measure.positions[0].quantity.unit if measure.positions else "count",
        "figures": len(measure.figures),
        "positions": len(measure.positions),
        "contradictions": clashes([measure]),
        "origins": origins(measure),
        "is_contradicted": bool(clashing),
        "is_planned": any(stance(measure, position) is Stance.EXPECTED for position in measure.positions),
        "estimates": {estimate.policy: estimate_record(estimate) for estimate in measure.estimates},
    }
    disputed = max(days, default="-") if clashing else ""
    return {"disputed": disputed, "outline": json.dumps(outline, ensure_ascii=False)}


def kept_rows(told: Iterable[Told]) -> dict[Table, list[Row]]:
    """How the outlets of some stories tell them, who holds what in them, and where their figures count."""
    rows: dict[Table, list[Row]] = {table: [] for table in tables.KEPT_BY_STORY}
    for one in told:
        rows[tables.rows] += _counting_rows(one.measures)
        rows[tables.origins] += _origin_rows(one)
        rows[tables.placed] += _placed_rows(one.measures)
        rows[tables.framings].append(_framing_row(one))
        rows[tables.queue] += queue_rows(one.story.id, one.measures, one.reads)
    return rows


def write_rows(connection: Connection, rows: Mapping[Table, Sequence[Row]]) -> None:
    """Add rows to their tables."""
    for table, listed in rows.items():
        _insert(connection, table, listed)


def forget_story(connection: Connection, story: str) -> None:
    """Take out the `kept_rows` of a story."""
    for table in tables.KEPT_BY_STORY:
        connection.execute(table.delete().where(table.c.story == story))


def write_reports(connection: Connection, reads: Sequence[ReadReport], stories: Iterable[Story]) -> None:
    """Write the outline of every report, each claim by who stands behind it, and how much each source says."""
    story_of = {report: story.id for story in stories for report in story.reports}
    keys = {
        row.report: row.key for row in connection.execute(select(readings.c.report, readings.c.key).where(is_current()))
    }
    _insert(connection, tables.reports, [_report_row(read, story_of.get(read.report.id)) for read in reads])
    known = (read for read in reads if read.report.id in keys)
    _insert(connection, tables.said, [row for read in known for row in _said_rows(read, keys[read.report.id])])
    _insert(connection, tables.sources, [_source_row(n, asdict(row)) for n, row in enumerate(source_rows(reads))])


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _report_row(read: ReadReport, story: str | None) -> Row:
    kinds = [figure.attribution.source.kind for figure in read.claims.figures]
    return {
        "id": read.report.id,
        "story": story,
        "title": printable(read.report.headline),
        "outlet": printable(read.report.metadata.outlet or ""),
        "published": _published(read.report),
        "figures": len(read.claims.figures),
        "statements": len(read.claims.statements),
        "narrated": sum(kind in _UNSOURCED for kind in kinds),
        "anonymous": kinds.count(SourceKind.ANONYMOUS),
    }


def _published(report: Report) -> str:
    published = report.metadata.published
    return published.isoformat() if published is not None else ""


def _said_rows(read: ReadReport, reading: int) -> Iterator[Row]:
    """The claims of a report in the order of its reading: figures, then statements."""
    numbered: list[tuple[str, int, Figure | Statement]] = [
        ("figure", n, f) for n, f in enumerate(read.claims.figures, 1)
    ]
    numbered += [("statement", n, s) for n, s in enumerate(read.claims.statements, 1)]
    for position, (kind, number, claim) in enumerate(numbered):
        by = claim.attribution
        if by.source.kind is not SourceKind.NARRATOR:
            yield {
                "source": printable(by.source.name),
                "source_kind": by.source.kind.value,
                "kind": kind,
                "reading": reading,
                "position": position,
                "number": number,
                "report": read.report.id,
                "outlet": printable(read.report.metadata.outlet or ""),
                "published": _published(read.report),
                "via": json.dumps([relay.name for relay in by.via]),
            }


def _source_row(position: int, row: Row) -> Row:
    name = printable(str(row["source"]))
    return {**row, "position": position, "source": name, "key": name_key(name)}


def _counting_rows(measures: Sequence[Measure]) -> Iterator[Row]:
    for measure in measures:
        held = {index: n for n, position in reversed([*enumerate(measure.positions)]) for index in position.figures}
        for index, reported in enumerate(measure.figures):
            figure = reported.claim
            yield {
                "report": reported.report_id,
                "start": figure.span.start,
                "end": figure.span.end,
                "predicate": printable(figure.predicate),
                "counted": printable(figure.counted),
                "story": measure.story,
                "measure": measure.id,
                "position": held.get(index),
            }


def _origin_rows(told: Told) -> Iterator[Row]:
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for measure in told.measures:
        clashing = contradicted(measure)
        updating = {n for r in measure.relations if r.kind is RelationKind.UPDATE for n in (r.a, r.b)}
        for n, position in enumerate(measure.positions):
            tallies[printable(position.origin.name)].update(
                positions=1, contradicted=n in clashing, updated=n in updating
            )
    for name, tally in tallies.items():
        yield {"story": told.story.id, "name": name, **asdict(OriginTally(**tally))}


def _placed_rows(measures: Sequence[Measure]) -> Iterator[Row]:
    for measure in measures:
        named = Counter(figure.figure.place for figure in measure.figures)
        tallies: dict[tuple[object, ...], int] = defaultdict(int)
        for place, figures in named.items():
            if place is not None:
                name = printable(place.name)
                at = place.country, place.latitude, place.longitude
                tallies[place.key or name, name, *at] += figures
        for (key, called, country, latitude, longitude), figures in tallies.items():
            yield {
                "story": measure.story,
                "measure": measure.id,
                "place": key,
                "name": called,
                "country": country,
                "latitude": latitude,
                "longitude": longitude,
                "figures": figures,
            }


def _framing_row(told: Told) -> Row:
    framing = frame(told.story.id, told.reads, told.measures, {r.report.id: namings(r.claims) for r in told.reads})
    return {"story": told.story.id, "body": framing_body(framing)}


def told_of(stories: Iterable[Story], measures: Iterable[Measure], reads: Mapping[str, ReadReport]) -> Iterator[Told]:
    """Each story with what is its own."""
    own: dict[str, list[Measure]] = defaultdict(list)
    for measure in measures:
        own[measure.story].append(measure)
    for story in stories:
        yield Told(story, own[story.id], [reads[id] for id in story.reports if id in reads])
