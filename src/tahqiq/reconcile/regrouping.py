"""Regrouping: measures that people made one or set apart, and the addresses that stay with them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from tahqiq.model.decisions import FigureAt, Regrouping, figure_at
from tahqiq.reconcile.groups import Group, merged
from tahqiq.reconcile.quantities import dimension
from tahqiq.reconcile.readings import Reading


@dataclass(frozen=True, slots=True)
class Address:
    """The id under which a measure is found, and ids that led to measures which judgements made one with it."""

    id: str
    formerly: tuple[str, ...] = ()


def regrouped(groups: Sequence[Group], decided: Iterable[Regrouping[FigureAt]]) -> list[Group]:
    """The groups as people would have them, earliest first; counts of different units are never made one."""
    found = list(groups)
    for regrouping in decided:
        found = _merge(found, regrouping.members) if regrouping.is_merge else _split(found, regrouping.members)
    return sorted(found, key=lambda group: group.readings[0].sort_key)


def address(group: Group) -> Address:
    """The address of a group that nobody judged: a hash of its predicate and its earliest figure."""
    return Address(_hashed(group))


def addresses(groups: Sequence[Group], as_read: Sequence[Group]) -> list[Address]:
    """The addresses of judged groups, given the groups as they would be had nobody judged anything.

    Each group as read leaves its address to the judged group that holds most of its figures, the earliest among like
    ones. A judged group takes that of which it holds most; a group to which none is left is named by its own earliest
    figure. So a measure keeps its address when its earliest figure is rejected, corrected or set apart.
    """
    names = [_hashed(group) for group in as_read]
    holder = {figure: n for n, group in enumerate(groups) for figure in _figures(group)}
    left: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, group in enumerate(as_read):
        shared = Counter(holder[figure] for figure in _figures(group) if figure in holder)
        if shared:
            heir = min(shared, key=lambda n: (-shared[n], n))
            left[heir].append((-shared[heir], index))
    taken = frozenset(names)
    return [_inherited(group, [names[i] for _, i in sorted(left[n])], taken) for n, group in enumerate(groups)]


def _inherited(group: Group, ids: Sequence[str], taken: Container[str]) -> Address:
    if ids:
        return Address(ids[0], tuple(ids[1:]))
    own = _hashed(group)
    return Address(_hashed(group, "apart") if own in taken else own)


def _merge(groups: list[Group], members: frozenset[FigureAt]) -> list[Group]:
    """The groups that hold a member as one, where the first of them is."""
    found = [index for index, group in enumerate(groups) if not members.isdisjoint(_figures(group))]
    alike = [index for index in found if _unit(groups[index]) == _unit(groups[found[0]])]
    if len(alike) < 2:
        return groups
    one = reduce(merged, (groups[index] for index in alike))
    return [one if i == alike[0] else group for i, group in enumerate(groups) if i not in alike[1:]]


def _split(groups: list[Group], members: frozenset[FigureAt]) -> list[Group]:
    """Each group without its members, and those as a group of their own."""
    found: list[Group] = []
    for group in groups:
        apart = [reading for reading in group.readings if _at(reading) in members]
        rest = [reading for reading in group.readings if _at(reading) not in members]
        found += [_of(rest), _of(apart)] if apart and rest else [group]
    return found


def _of(readings: Sequence[Reading]) -> Group:
    singles = (Group(r.subject, r.locality, (r,), is_subset=r.is_subset) for r in readings)
    return reduce(merged, singles)


def _figures(group: Group) -> list[FigureAt]:
    return [_at(reading) for reading in group.readings]


def _at(reading: Reading) -> FigureAt:
    return figure_at(reading.reported.report_id, reading.reported.claim)


def _unit(group: Group) -> str:
    return dimension(group.readings[0].quantity.unit)


def _hashed(group: Group, *further: str) -> str:
    """Predicate and earliest figure, each field with its length before it so that no two lists hash alike."""
    first = group.readings[0]
    span = first.reported.figure.span
    fields = (first.predicate, first.reported.report_id, str(span.start), str(span.end), *further)
    joined = "".join(f"{len(field)}:{field}" for field in fields)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]
