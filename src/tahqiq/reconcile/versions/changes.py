"""Two versions of a report held against each other, claim by claim."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from tahqiq.model.claim import Claims, Figure, Statement
from tahqiq.model.text import Span, Text
from tahqiq.model.version import Change, Changed, ChangeKind, ReadVersion
from tahqiq.reconcile.quantities import on_scale, same_values, size
from tahqiq.reconcile.sentences import sentence_around
from tahqiq.reconcile.versions.notices import sentences
from tahqiq.reconcile.versions.pairing import matched, pairs, unmatched
from tahqiq.reconcile.voices import name_stems
from tahqiq.reconcile.words import stems, words

C = TypeVar("C", bound=Changed)

_SAME_LABEL, _OTHER_LABEL = 0.3, 0.6
_SAME_SPEAKER, _OTHER_SPEAKER = 0.4, 0.8


def changes(before: ReadVersion, after: ReadVersion) -> tuple[Change, ...]:
    """What became of the headline, the figures and the statements, in the order of the newer text.

    Claims count by what they say, not by where they stand. Where two code versions read the two texts, a claim whose
    sentence stands in both is no edit, since only the reader changed.
    """
    found = [
        *_headline(before.read.report.text, after.read.report.text),
        *_figures(before.read.claims, after.read.claims),
        *_statements(before.read.claims, after.read.claims),
    ]
    if before.reader != after.reader:
        old, new = (frozenset(sentences(version.read.report.text)) for version in (before, after))
        found = [change for change in found if not _is_reading_alone(change, old, new)]
    return tuple(sorted(found, key=_place))


def evidence(changed: Changed) -> Span:
    """The words of a claim: a figure's number, a statement's content, the headline."""
    if isinstance(changed, Figure):
        return changed.span
    return changed.content if isinstance(changed, Statement) else changed


def _headline(before: Text, after: Text) -> Iterator[Change]:
    if not (before.title_end and after.title_end):
        return
    old, new = Span(before, 0, before.title_end), Span(after, 0, after.title_end)
    if words(old.quote) != words(new.quote):
        yield Change(ChangeKind.RESTATED, old, new)


def _figures(before: Claims, after: Claims) -> Iterator[Change]:
    old, new = unmatched(before.figures, after.figures, _told)
    found = pairs(old, new, _figure_kind, _likeness_of_figures)
    yield from (Change(_move(a, b), a, b) for a, b in found)
    yield from _rest(old, new, found)


def _statements(before: Claims, after: Claims) -> Iterator[Change]:
    """Statements that differ in their numbers alone are left to the figures."""
    old, new = unmatched(before.statements, after.statements, _said)
    found = pairs(old, new, lambda _: None, _likeness_of_statements)
    for a, b in found:
        if _speaker(a) != _speaker(b):
            yield Change(ChangeKind.REATTRIBUTED, a, b)
        elif _without_numbers(a.content) != _without_numbers(b.content):
            yield Change(ChangeKind.RESTATED, a, b)
    yield from _rest(old, new, found)


def _rest(old: Sequence[C], new: Sequence[C], found: Sequence[tuple[C, C]]) -> Iterator[Change]:
    gone, come = matched(found)
    yield from (Change(ChangeKind.REMOVED, a, None) for a in old if id(a) not in gone)
    yield from (Change(ChangeKind.ADDED, None, b) for b in new if id(b) not in come)


def _move(before: Figure, after: Figure) -> ChangeKind:
    old, new = size(on_scale(before.quantity)), size(on_scale(after.quantity))
    if old != new:
        return ChangeKind.RAISED if new > old else ChangeKind.LOWERED
    if _speaker(before) != _speaker(after) and same_values(before.quantity, after.quantity):
        return ChangeKind.REATTRIBUTED
    return ChangeKind.RESTATED


def _told(figure: Figure) -> Hashable:
    q = figure.quantity
    place = figure.place.name if figure.place is not None else None
    value = (q.low, q.high, q.approximator, q.unit)
    return figure.predicate, figure.counted, value, _speaker(figure), figure.stance, place


def _said(statement: Statement) -> Hashable:
    return _speaker(statement), tuple(words(statement.content.quote))


def _speaker(claim: Figure | Statement) -> Hashable:
    source = claim.attribution.source
    return source.kind, name_stems(source.name)


def _figure_kind(figure: Figure) -> Hashable:
    return figure.predicate, on_scale(figure.quantity).unit


def _likeness_of_figures(a: Figure, b: Figure) -> float:
    """How alike the sentences are, numbers aside; 0 where too little for one figure to be the other edited."""
    alike = _alike(_without_numbers(sentence_around(a.span)), _without_numbers(sentence_around(b.span)))
    enough = alike >= (_SAME_LABEL if a.counted == b.counted else _OTHER_LABEL)
    return alike + (a.counted == b.counted) + (_speaker(a) == _speaker(b)) if enough else 0.0


def _likeness_of_statements(a: Statement, b: Statement) -> float:
    alike = _alike(_without_numbers(a.content), _without_numbers(b.content))
    same = _speaker(a) == _speaker(b)
    return alike + same if alike >= (_SAME_SPEAKER if same else _OTHER_SPEAKER) else 0.0


def _without_numbers(span: Span) -> frozenset[str]:
    return frozenset(stem for stem in stems(span.quote) if not stem.isdigit())


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _is_reading_alone(change: Change, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether the sentences of a change stand in both texts, whose sentences are given."""
    sides = (change.before, after), (change.after, before)
    return all(
        claim is None or " ".join(words(sentence_around(evidence(claim)).quote)) in other for claim, other in sides
    )


def _place(change: Change) -> tuple[bool, int]:
    """In the order of the newer text; what was removed comes last, in the order of the older."""
    if change.after is not None:
        return False, evidence(change.after).start
    assert change.before is not None, "a change has a before or an after"
    return True, evidence(change.before).start
