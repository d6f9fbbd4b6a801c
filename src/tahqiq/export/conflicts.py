"""Contradictions folded: all voices that hold one number against all that hold another, with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tahqiq.export.positions import outlets, stance
from tahqiq.export.rows import ConflictRow
from tahqiq.model.claim import Stance
from tahqiq.model.measure import Measure, Position, Relation, RelationKind
from tahqiq.model.quantity import Approximator, Quantity
from tahqiq.model.source import SourceKind
from tahqiq.reconcile.quantities import size
from tahqiq.reconcile.reasons import amount, amount_ar, clause

_WIDE = (Approximator.RANGE, Approximator.VAGUE)

_Held = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a row says besides names and numbers, in one language."""

    amount: Callable[[Quantity], str]
    comma: str
    semicolon: str
    undated: str
    nameless: str
    own_voice: str
    stances: Mapping[Stance, str]


_WORDS = {
    "en": _Words(amount, ", ", "; ", "undated", "a report", "own voice", {stance: stance.value for stance in Stance}),
    "ar": _Words(
        amount_ar,
        "، ",
        "؛ ",
        "بلا تاريخ",
        "أحد التقارير",
        "بصوتها",
        {Stance.DENIED: "منفي", Stance.EXPECTED: "متوقَّع", Stance.EARLIER: "حصيلة سابقة", Stance.ASSERTED: "مؤكَّد"},
    ),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two numbers of a measure that cannot both hold: `first` and `second` are the positions (indexes) that hold each.

    `relations` are the contradictions between single positions that are folded here, in the measure's order.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    relations: tuple[Relation, ...]

    @property
    def why(self) -> tuple[str, str]:
        """The different reasons, without who holds what, in English and in Arabic."""
        english = dict.fromkeys(clause(relation.reason) for relation in self.relations)
        arabic = dict.fromkeys(clause(relation.reason_ar) for relation in self.relations)
        return "; ".join(english), "؛ ".join(arabic)


def conflicts(measure: Measure, shown: int | None = None) -> tuple[Conflict, ...]:
    """The contradictions of a measure, one for each two numbers however many voices hold them.

    Numbers are one however hedged, unless they are ranges or vague words; a number and its denial are two. Only the
    first `shown` positions are looked at (None: all).
    """
    folded: dict[tuple[_Held, _Held], list[Relation]] = {}
    for relation in measure.relations:
        if relation.kind is RelationKind.CONTRADICTION and (shown is None or max(relation.a, relation.b) < shown):
            a, b = _held(measure, relation.a), _held(measure, relation.b)
            folded.setdefault((b, a) if (b, a) in folded else (a, b), []).append(relation)
    return tuple(_conflict(measure, first, relations) for (first, _), relations in folded.items())


def _held(measure: Measure, index: int) -> _Held:
    """What a position holds: its number, hedges aside, and its stance."""
    position = measure.positions[index]
    quantity = position.quantity
    wide = (quantity.high, quantity.approximator) if quantity.approximator in _WIDE else None
    return size(quantity), quantity.unit, quantity.low is None, wide, stance(measure, position)


def _conflict(measure: Measure, first: _Held, relations: Sequence[Relation]) -> Conflict:
    sides: tuple[set[int], set[int]] = (set(), set())
    for index in (index for relation in relations for index in (relation.a, relation.b)):
        sides[_held(measure, index) != first].add(index)
    return Conflict(tuple(sorted(sides[0])), tuple(sorted(sides[1])), tuple(relations))


def conflict_rows(measure: Measure, language: str = "en") -> Iterator[ConflictRow]:
    """One row per conflict of a measure; numbers and voices are told in "en" or "ar"."""
    words = _WORDS[language]
    for conflict in conflicts(measure):
        a, b = (measure.positions[side[0]] for side in (conflict.first, conflict.second))
        first, second = measure.figures[a.figures[0]], measure.figures[b.figures[0]]
        why, why_ar = conflict.why
        yield ConflictRow(
            measure=measure.id,
            story=measure.story,
            description=measure.description,
            description_ar=measure.description_ar,
            unit=a.quantity.unit,
            a=_numbers(measure, conflict.first, words),
            a_low=a.quantity.low,
            a_high=a.quantity.high,
            a_stance=stance(measure, a).value,
            a_voices=_voices(measure, conflict.first, words),
            a_report=first.report_id,
            a_quote=first.figure.span.quote,
            b=_numbers(measure, conflict.second, words),
            b_low=b.quantity.low,
            b_high=b.quantity.high,
            b_stance=stance(measure, b).value,
            b_voices=_voices(measure, conflict.second, words),
            b_report=second.report_id,
            b_quote=second.figure.span.quote,
            why=why,
            why_ar=why_ar,
        )


def _numbers(measure: Measure, side: Sequence[int], words: _Words) -> str:
    positions = [measure.positions[index] for index in side]
    quantities: dict[Quantity, None] = dict.fromkeys(position.quantity for position in positions)
    held = stance(measure, positions[0])
    said = words.comma.join(map(words.amount, quantities))
    return said if held is Stance.ASSERTED else f"{said} ({words.stances[held]})"


def _voices(measure: Measure, side: Sequence[int], words: _Words) -> str:
    return words.semicolon.join(_voice(measure, measure.positions[index], words) for index in side)


def _voice(measure: Measure, position: Position, words: _Words) -> str:
    """Who, with the outlets and the day in brackets; an outlet in its own voice is named once."""
    printed = outlets(measure, position)
    day = position.as_of.isoformat()[:10] if position.as_of else words.undated
    if position.origin.kind is SourceKind.NARRATOR:
        return f"{words.comma.join(printed) or words.nameless} ({words.own_voice}{words.comma}{day})"
    return f"{position.origin.name} ({words.comma.join((*printed, day))})"
