"""Retelling: stories that people made one or set apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tahqiq.model.decisions import Regrouping
from tahqiq.model.measure import Story
from tahqiq.model.report import ReadReport
from tahqiq.reconcile.stories import order, story_id, title

_TOGETHER = "put together by a person"
_APART = "set apart by a person"


def retold(
    stories: Sequence[Story], decided: Iterable[Regrouping[str]], known: Mapping[str, ReadReport]
) -> tuple[Story, ...]:
    """The stories as people would have them; `known` are at least the reports of all stories that this touches.

    Stories made one stand where the first of them did, under the id of that with the earliest report and the title of
    the largest. What goes apart stands behind the rest, which keeps the story's id and title.
    """
    found = list(stories)
    for regrouping in decided:
        if regrouping.is_merge:
            found = _merge(found, regrouping.members, known)
        else:
            found = [part for story in found for part in _split(story, regrouping.members, known)]
    return tuple(found)


def _merge(stories: list[Story], members: frozenset[str], known: Mapping[str, ReadReport]) -> list[Story]:
    own = [story for story in stories if not members.isdisjoint(story.reports)]
    if len(own) < 2:
        return stories
    reports = _in_order((id for story in own for id in story.reports), known)
    earliest = next(story for story in own if reports[0] in story.reports)
    largest = max(own, key=lambda story: len(story.reports))
    one = Story(earliest.id, largest.title, reports, f"{len(reports)} reports {_TOGETHER}")
    return [one if story is own[0] else story for story in stories if story not in own[1:]]


def _split(story: Story, members: frozenset[str], known: Mapping[str, ReadReport]) -> list[Story]:
    apart = tuple(id for id in story.reports if id in members)
    rest = tuple(id for id in story.reports if id not in members)
    if not apart or not rest:
        return [story]
    own = story_id(apart[0])
    id = story_id(f"{apart[0]} apart") if own == story.id else own
    kept = Story(story.id, story.title, rest, story.reason)
    return [kept, Story(id, title(known[apart[0]]), apart, f"{_reports(len(apart))} {_APART}")]


def _in_order(ids: Iterable[str], known: Mapping[str, ReadReport]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id: order(known[id])))


def _reports(count: int) -> str:
    return "one report" if count == 1 else f"{count} reports"
