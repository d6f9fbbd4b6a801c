"""Redrawing: the stories of the saved reconciliation that judgements touched, made again without the others.

Whatever else is derived from stories and measures has its rows by story, and is written again for those of `Redrawn`,
in `redraw`; the outcome must be that of `derived.save`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from tahqiq.ledger import derived, outlining
from tahqiq.ledger import derived_tables as tables
from tahqiq.ledger.deciding import members_at
from tahqiq.ledger.derived import Extent
from tahqiq.ledger.judged import About, read
from tahqiq.ledger.outlining import Row, Told
from tahqiq.model.judgement import CLAIM_KINDS, Judgement, Target, TargetKind
from tahqiq.model.measure import Story
from tahqiq.model.standing import in_force, standing

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Unapplied:
    """Judgements that the saved reconciliation does not know, up to number `judged`.

    `known` is what it knows. The measures of `reports` may be others now; where `is_retold`, stories may be too.
    """

    known: Extent
    judged: int
    reports: frozenset[str]
    is_retold: bool


@dataclass(frozen=True, slots=True)
class Redrawn:
    """What takes the place of a part of a reconciliation.

    `stories` are all of them now, `followed` as they were before people merged or split some; `told` are those that
    changed, with their measures and reports, and `rows` the rows of these.
    """

    stories: tuple[Story, ...]
    followed: tuple[Story, ...]
    told: tuple[Told, ...]
    rows: Mapping[Table, Sequence[Row]]

    @classmethod
    def of(cls, stories: tuple[Story, ...], followed: tuple[Story, ...], told: tuple[Told, ...]) -> Redrawn:
        """The same with the rows that take long to make, so that nobody waits for the writer."""
        return cls(stories, followed, told, derived.story_rows(told, derived.places_of(stories)))


def unapplied(connection: Connection) -> Unapplied | None:
    """What judgements are to be applied; None where none came since, or no reconciliation is saved."""
    known = derived.known(connection)
    if known is None:
        return None
    fresh = list(read(connection, About(), known.judgements))
    if not fresh:
        return None
    targets = {judgement.target for judgement in fresh}
    touched = {id for target in targets for id in _touched(connection, target, known.judgements)}
    is_retold = any(target.kind is TargetKind.STORY for target in targets)
    return Unapplied(known, fresh[-1].number, frozenset(touched), is_retold)


def redraw(connection: Connection, since: Unapplied, redrawn: Redrawn) -> bool:
    """Put the redrawn part in its place; false, and nothing is written, where the reconciliation is another by now.

    The caller holds the writer's place.
    """
    if derived.known(connection) != since.known:
        return False
    before, places = derived.saved_stories(connection), derived.places_of(redrawn.stories)
    gone = {story.id for story in before} - places.keys()
    for id in sorted({*gone, *(one.story.id for one in redrawn.told)}):
        _forget(connection, id)
    if redrawn.stories != before:
        _move(connection, before, redrawn)
    outlining.write_rows(connection, redrawn.rows)
    for one in redrawn.told:
        derived.write_measures(connection, one.measures, places)
    connection.execute(update(tables.reconciled).values(judged=since.judged))
    return True


def first_copies(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """For each of these reports that is a near-copy, the id of the first report of its kind."""
    wanted, found = list(reports), dict[str, str]()
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        for row in connection.execute(select(tables.copies).where(tables.copies.c.report.in_(page))):
            found[row.report] = row.first
    return found


def _touched(connection: Connection, target: Target, known: int) -> frozenset[str]:
    """The reports whose figures count otherwise by what was judged on the target after number `known`."""
    history = list(read(connection, About(target)))
    before = [judgement for judgement in history if judgement.number <= known]
    if target.kind in CLAIM_KINDS:
        is_same = _effect(target, before) == _effect(target, history)
        return frozenset(() if is_same else filter(None, (judgement.report for judgement in history)))
    if target.kind is TargetKind.MEASURE and _regroupings(before) != _regroupings(history):
        return members_at(connection, (id for judgement in history for id in judgement.members))
    return frozenset()


def _effect(target: Target, history: Sequence[Judgement]) -> tuple[bool, str | None]:
    found = standing(target, history)
    return found.is_rejected, found.correction.after if found.correction else None


def _regroupings(history: Sequence[Judgement]) -> list[str]:
    return [judgement.id for judgement in in_force(history) if judgement.members]


def _forget(connection: Connection, story: str) -> None:
    connection.execute(delete(tables.stories).where(tables.stories.c.id == story))
    connection.execute(delete(tables.measures).where(tables.measures.c.story == story))
    outlining.forget_story(connection, story)


def _move(connection: Connection, before: Sequence[Story], redrawn: Redrawn) -> None:
    """Put the stories that did not change in their places among others, and reports into the stories that did."""
    connection.execute(delete(tables.followed))
    derived.write_followed(connection, () if redrawn.followed == redrawn.stories else redrawn.followed)
    was, now = derived.places_of(before), derived.places_of(redrawn.stories)
    moved = [{"moved": id, "place": place} for id, place in now.items() if was.get(id, place) != place]
    if moved:
        of_story = tables.stories.c.id == bindparam("moved")
        connection.execute(update(tables.stories).where(of_story).values({"position": bindparam("place")}), moved)
        of_measures = tables.measures.c.story == bindparam("moved")
        placed = update(tables.measures).where(of_measures).values({"story_position": bindparam("place")})
        connection.execute(placed, moved)
    for one in redrawn.told:
        for start in range(0, len(one.story.reports), _PAGE):
            page = one.story.reports[start : start + _PAGE]
            connection.execute(update(tables.reports).where(tables.reports.c.id.in_(page)).values(story=one.story.id))
