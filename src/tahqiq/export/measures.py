"""Measures as interchange records (`tahqiq measures --format jsonl`), and back over the figures they gather."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tahqiq.export.rebuild import day_from
from tahqiq.export.shapes import (
    EstimateRecord,
    MeasuredFigureRecord,
    MeasureRecord,
    PositionRecord,
    RelationRecord,
)
from tahqiq.model.measure import Estimate, Measure, Position, Relation, RelationKind, ReportedFigure, Status
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.source import Source, SourceKind


def measure_record(measure: Measure) -> MeasureRecord:
    """The record of one measure; indexes in it count from 0 within its own lists."""
    return {
        "id": measure.id,
        "story": measure.story,
        "predicate": measure.predicate,
        "counted": measure.counted,
        "place": measure.place,
        "description": measure.description,
        "description_ar": measure.description_ar,
        "part_of": measure.part_of,
        "formerly": list(measure.formerly),
        "figures": [_figure(f) for f in measure.figures],
        "positions": [_position(p) for p in measure.positions],
        "relations": [_relation(r) for r in measure.relations],
        "estimates": {e.policy: estimate_record(e) for e in measure.estimates},
    }


def measure_from(record: MeasureRecord, figures: Sequence[ReportedFigure]) -> Measure:
    """The measure of a record over `figures`, which stand in the record's order."""
    return Measure(
        record["id"],
        record["story"],
        record["predicate"],
        record["counted"],
        record["place"],
        record["description"],
        record["description_ar"],
        tuple(figures),
        tuple(map(_position_from, record["positions"])),
        tuple(map(_relation_from, record["relations"])),
        estimates_from(record["estimates"]),
        record["part_of"],
        tuple(record["formerly"]),
    )


def _figure(reported: ReportedFigure) -> MeasuredFigureRecord:
    span, quantity = reported.figure.span, reported.figure.quantity
    return {
        "report": reported.report_id,
        "outlet": reported.outlet,
        "span": [span.start, span.end],
        "text": span.quote,
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.approximator.value,
        "unit": quantity.unit,
        "source": reported.figure.attribution.source.name,
        "published": None if reported.published is None else reported.published.isoformat(),
        "corrected": reported.as_read is not None,
    }


def _position(position: Position) -> PositionRecord:
    return {
        "origin": position.origin.name,
        "origin_kind": position.origin.kind.value,
        "low": position.quantity.low,
        "high": position.quantity.high,
        "approx": position.quantity.approximator.value,
        "unit": position.quantity.unit,
        "as_of": None if position.as_of is None else position.as_of.isoformat(),
        "figures": list(position.figures),
    }


def _position_from(record: PositionRecord) -> Position:
    return Position(
        Source(record["origin"], SourceKind(record["origin_kind"])),
        Quantity(record["low"], record["high"], Approximator(record["approx"]), record["unit"]),
        day_from(record["as_of"]),
        tuple(record["figures"]),
    )


def _relation(relation: Relation) -> RelationRecord:
    return {
        "a": relation.a,
        "b": relation.b,
        "relation": relation.kind.value,
        "reason": relation.reason,
        "reason_ar": relation.reason_ar,
    }


def _relation_from(record: RelationRecord) -> Relation:
    return Relation(record["a"], record["b"], RelationKind(record["relation"]), record["reason"], record["reason_ar"])


def estimate_record(estimate: Estimate) -> EstimateRecord:
    """The record of one estimate, without its policy."""
    return {
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "status": estimate.status.value,
        "rule": estimate.rule,
        "inputs": list(estimate.inputs),
    }


def estimates_from(records: Mapping[str, EstimateRecord]) -> tuple[Estimate, ...]:
    """The estimates of their records by policy."""
    return tuple(_estimate_from(policy, record) for policy, record in records.items())


def _estimate_from(policy: str, record: EstimateRecord) -> Estimate:
    return Estimate(
        policy,
        record["low"],
        record["best"],
        record["high"],
        Status(record["status"]),
        record["rule"],
        tuple(record["inputs"]),
    )
