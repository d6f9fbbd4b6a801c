"""A measure made ready to be written: rows, relations, estimate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from tahqiq.export.conflicts import Conflict, conflicts
from tahqiq.export.page.anchors import Anchors
from tahqiq.export.page.capping import capped, left_out
from tahqiq.export.page.chart.shapes import badge
from tahqiq.export.page.charting import drawings, has_chart, is_log_scale, legend
from tahqiq.export.page.evidence import evidence
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import estimate, is_contested
from tahqiq.export.page.strings import NOTHING, Both, join, say, two, word
from tahqiq.export.page.views import ClashLine, EstimateLine, Evidence, MeasureView, PositionRow, RelationLine
from tahqiq.export.page.wording import best, day, estimated, named, quantity, source
from tahqiq.export.positions import outlet, outlets, stance
from tahqiq.export.standing import contradicted
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Estimate, Measure, Position, Relation, RelationKind
from tahqiq.model.outline import MeasureOutline
from tahqiq.model.source import SourceKind
from tahqiq.reconcile.reasons import clause

_FIRST_EVIDENCE = 4
_FIRST_CLASHES = 5
_FIRST_OUTLETS = 3


def measure_view(
    measure: Measure, wholes: Mapping[str, Measure | MeasureOutline], anchors: Anchors, options: PageOptions
) -> MeasureView:
    """A measure with its table, sentences and chart. `wholes` are the story's measures by id, for "part of"."""
    positions = min(len(measure.positions), options.most_positions)
    rows = tuple(_row(measure, n, anchors, options) for n in range(positions))
    folded = conflicts(measure, shown=positions)[: options.most_relations]
    clashes = tuple(_clash(conflict, rows) for conflict in folded)
    relations = _relations(measure, rows, options.most_relations - len(clashes))
    told = len(relations) + sum(len(conflict.relations) for conflict in folded)
    outside, outside_note = capped(_outside(measure, anchors), options.most_evidence, "capped_evidence", options)
    whole = wholes.get(measure.part_of or "")
    id_ = anchors.measures[measure.id]
    chosen = estimate(measure, options.policy)
    notes = (
        left_out("capped_positions", positions, len(measure.positions), options),
        left_out("capped_relations", told, len(measure.relations), options),
        outside_note,
    )
    return MeasureView(
        id=id_,
        title=title(measure),
        address=anchors.pages.measure(measure),
        place=named(measure.place) if measure.place else NOTHING,
        chart_title=say("interface.chart_title", measure=title(measure)),
        whole_words=say("interface.part_of", whole=title(whole)) if whole else NOTHING,
        whole_target=anchors.to_measures.get(whole.id) if whole else None,
        is_contested=is_contested(measure, options.policy),
        estimate=_estimate(measure, chosen) if chosen else None,
        other_estimates=_others(measure, chosen),
        drawings=drawings(measure, id_, options),
        files=_files(measure, options),
        file_name=file_name(measure),
        legend=legend(measure, options),
        is_log=is_log_scale(measure),
        rows=rows,
        contradictions=clashes[:_FIRST_CLASHES],
        more_contradictions=clashes[_FIRST_CLASHES:],
        more_contradictions_words=say("interface.more_contradictions", count=max(0, len(clashes) - _FIRST_CLASHES)),
        relations=relations,
        outside=outside,
        left_out=tuple(note for note in notes if note),
    )


def title(measure: Measure | MeasureOutline) -> Both:
    """A measure's description in both languages; its predicate and counted thing where it has none."""
    if measure.description or measure.description_ar:
        return two(measure.description_ar, measure.description)
    predicate = word("predicate", measure.predicate)
    return predicate if not measure.counted else join_title(predicate, measure.counted)


def join_title(predicate: Both, counted: str) -> Both:
    """A predicate with what is counted."""
    return say("interface.counted_as", predicate=predicate, counted=counted)


def file_name(measure: Measure) -> str:
    """What a file of a measure is called, without its ending: ASCII letters and digits alone."""
    return f"tahqiq-{''.join(c for c in measure.id if c.isascii() and c.isalnum())[:20]}"


def _files(measure: Measure, options: PageOptions) -> dict[str, str]:
    wanted = ("svg", "csv") if has_chart(measure) else ()
    found = {form: options.pages.chart(measure, form, options.policy) for form in wanted}
    return {form: where for form, where in found.items() if where is not None}


def _row(measure: Measure, index: int, anchors: Anchors, options: PageOptions) -> PositionRow:
    position = measure.positions[index]
    words = tuple(evidence(measure.figures[n], anchors) for n in position.figures[: options.most_evidence])
    return PositionRow(
        id=anchors.of_position(measure, index) or "",
        key=index + 1,
        value=quantity(position.quantity),
        who=who(measure, position),
        kind=_kind(position),
        address=anchors.pages.source(position.origin),
        badge=badge(position.origin.kind),
        outlets=_outlets(measure, position),
        as_of=day(position.as_of),
        note=_note(measure, position),
        part=_part(measure, position),
        is_contradicted=index in contradicted(measure),
        evidence=words[:_FIRST_EVIDENCE],
        more_evidence=words[_FIRST_EVIDENCE:],
        more_words=say("interface.more_evidence", count=max(0, len(words) - _FIRST_EVIDENCE)),
        left_out=left_out("capped_evidence", len(words), len(position.figures), options),
    )


def who(measure: Measure, position: Position) -> Both:
    """The origin of a position; an outlet in its own voice by its name."""
    return source(position.origin, outlet(measure, position))


def _kind(position: Position) -> Both:
    """The kind of the origin, unless its name says it already."""
    kind = position.origin.kind
    return NOTHING if kind in (SourceKind.NARRATOR, SourceKind.UNKNOWN) else word("source_kind", kind.value)


def _outlets(measure: Measure, position: Position) -> Both:
    """The outlets that print what another source holds."""
    named_already = position.origin.name
    printed = [named(outlet) for outlet in outlets(measure, position) if outlet != named_already]
    if position.origin.kind is SourceKind.NARRATOR or not printed:
        return NOTHING
    rest = say("interface.more_outlets", count=len(printed) - _FIRST_OUTLETS)
    return join([*printed[:_FIRST_OUTLETS], *([rest] if len(printed) > _FIRST_OUTLETS else [])], "items")


def _note(measure: Measure, position: Position) -> Both:
    held = stance(measure, position)
    return NOTHING if held is Stance.ASSERTED else word("stance", held.value)


def _part(measure: Measure, position: Position) -> Both:
    """The words of the figure of which the position is a stated part."""
    wholes = (measure.figures[n].figure.part_of for n in position.figures)
    whole = next((span for span in wholes if span is not None), None)
    return NOTHING if whole is None else say("interface.part_of", whole=whole.quote)


def _clash(conflict: Conflict, rows: Sequence[PositionRow]) -> ClashLine:
    first, second = (tuple(rows[n] for n in side) for side in (conflict.first, conflict.second))
    english, arabic = conflict.why
    return ClashLine(first, second, _why(english, arabic))


def _relations(measure: Measure, rows: Sequence[PositionRow], most: int) -> tuple[RelationLine, ...]:
    """The first `most` relations between rows that are shown and no contradictions."""
    others = (r for r in measure.relations if r.kind is not RelationKind.CONTRADICTION)
    between = (r for r in others if max(r.a, r.b) < len(rows))
    return tuple(_line(r, rows) for r in islice(between, most))


def _line(relation: Relation, rows: Sequence[PositionRow]) -> RelationLine:
    return RelationLine(
        kind=word("relation", relation.kind.value),
        first=rows[relation.a],
        second=rows[relation.b],
        why=_why(clause(relation.reason), clause(relation.reason_ar)),
    )


def _why(english: str, arabic: str) -> Both:
    """Clauses as sentences."""
    told = [f"{words[:1].upper()}{words[1:]}." if words else "" for words in (arabic, english)]
    return two(*told)


def _others(measure: Measure, chosen: Estimate | None) -> tuple[EstimateLine, ...]:
    return tuple(_estimate(measure, e) for e in measure.estimates if e is not chosen)


def _estimate(measure: Measure, chosen: Estimate) -> EstimateLine:
    unit = measure.positions[0].quantity.unit if measure.positions else "count"
    return EstimateLine(
        value=estimated(chosen, unit),
        best=best(chosen, unit),
        status=chosen.status.value,
        status_words=word("status", chosen.status.value),
        policy=word("policy", chosen.policy),
        rule=word("rule", chosen.rule),
    )


def _outside(measure: Measure, anchors: Anchors) -> tuple[Evidence, ...]:
    """Figures of the measure that stand behind no position (denied or superseded ones, for instance)."""
    held = {n for p in measure.positions for n in p.figures}
    return tuple(evidence(f, anchors) for n, f in enumerate(measure.figures) if n not in held)
