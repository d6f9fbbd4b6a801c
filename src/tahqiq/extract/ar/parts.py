"""Which figure is a stated subset of which: "50 قتيلا، بينهم 22 طفلا و8 نساء"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tahqiq.extract.ar.counted import things
from tahqiq.extract.engine import Found
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.folding import fold

if TYPE_CHECKING:
    from tahqiq.extract.ar.amounts import Amount

_AMONG = frozenset(fold(w) for w in "بينهم بينهن بينها بينهما منهم منهن منها ضمنهم ضمنها".split())
_OF_THEM = frozenset(fold(w) for w in "منهم منهن منها".split())
_REACH = 4
_LONGEST_LINK = 12
_REMEMBERED = 60


def parents(stream: Stream, amounts: Sequence[Found[Amount]]) -> dict[int, int]:
    """For each amount (by index) that is said to be part of another, the index of that other one.

    The whole is the amount before the words "among them"; further parts joined by "and" or a comma share it.
    """
    found: dict[int, int] = {}
    for j in range(1, len(amounts)):
        parent = _by_marker(stream, amounts, j, found)
        if parent is None:
            parent = _by_coordination(stream, amounts, j, found)
        if parent is not None and _could_hold(amounts[parent], amounts[j]):
            found[j] = parent
    return found


def _by_marker(stream: Stream, amounts: Sequence[Found[Amount]], j: int, found: dict[int, int]) -> int | None:
    here = amounts[j]
    if here.value.quantity.unit == "fraction" and stream.folded(here.end - 1).endswith(("هم", "هن")):
        return j - 1
    if _is_of_them(stream, amounts, j):
        return _last_whole(amounts, j, found)
    for index in range(here.first - 1, max(amounts[j - 1].end, here.first - _REACH) - 1, -1):
        if stream.folded(index) in _AMONG or stream.folded(index).removeprefix("و") in _AMONG:
            return _whole_of(stream, amounts, j - 1, found)
        if stream.tokens[index].word.kind is Kind.NEWLINE or stream.folded(index) == ".":
            return None
    return None


def _is_of_them(stream: Stream, amounts: Sequence[Found[Amount]], j: int) -> bool:
    """ "9 منهم", "9 أشخاص منهم"; not where the marker opens the next number ("10 منهم ثمانية")."""
    end = amounts[j].end
    index = next((i for i in (end, end + 1) if stream.folded(i) in _OF_THEM), None)
    return index is not None and not (j + 1 < len(amounts) and amounts[j + 1].first == index + 1)


def named_group(stream: Stream, amount: Found[Amount]) -> str | None:
    """What happened to a group named as the whole: "من بين الضحايا 26", "87 من الضحايا", "26 كانوا من بين القتلى".

    Answers the predicate that the group's noun implies, None where no such group is named.
    """
    for index in range(amount.first - 1, max(0, amount.first - _REACH) - 1, -1):
        if stream.folded(index).removeprefix("و") in ("بين", "ضمن"):
            return _implied(stream, index + 1)
    for index in range(amount.end, min(len(stream.tokens), amount.end + 2 * _REACH)):
        if stream.tokens[index].word.kind is not Kind.WORD:
            return None
        if stream.folded(index) in ("بين", "من", "ضمن") and (implied := _implied(stream, index + 1)) is not None:
            return implied
    return None


def _implied(stream: Stream, index: int) -> str | None:
    hit = things().at(stream, index)
    return hit.value.predicate if hit is not None and hit.proclitics == "ال" else None


def _whole_of(stream: Stream, amounts: Sequence[Found[Amount]], i: int, found: dict[int, int]) -> int | None:
    """The amount right before the marker, unless a sentence ends between."""
    gap = stream.tokens[amounts[i].end : amounts[i].end + _LONGEST_LINK * 3]
    limit = amounts[i + 1].first - amounts[i].end
    if any(t.word.folded == "." or t.word.kind is Kind.NEWLINE for t in gap[:limit]):
        return None
    return i


def _last_whole(amounts: Sequence[Found[Amount]], j: int, found: dict[int, int]) -> int | None:
    earlier = range(j - 1, max(-1, j - 1 - _REMEMBERED), -1)
    return next((i for i in earlier if i not in found and _could_hold(amounts[i], amounts[j])), None)


def _by_coordination(stream: Stream, amounts: Sequence[Found[Amount]], j: int, found: dict[int, int]) -> int | None:
    """ "…, among them 22 children and 8 women": the second part hangs on the same whole."""
    before, here = amounts[j - 1], amounts[j]
    if j - 1 not in found or here.first - before.end > _LONGEST_LINK:
        return None
    between = stream.tokens[before.end : here.first]
    if any(t.word.folded in (".", "(", ")") or t.word.kind is Kind.NEWLINE for t in between):
        return None
    is_joined = stream.folded(here.first - 1) in ("و", "،") or stream.folded(here.first).startswith("و")
    return found[j - 1] if is_joined else None


def _could_hold(whole: Found[Amount], part: Found[Amount]) -> bool:
    w, p = whole.value.quantity, part.value.quantity
    if w.unit != "count":
        return False
    if p.unit in ("percent", "fraction"):
        return True
    return p.unit == "count" and (w.high is None or p.low is None or p.low <= w.high)
