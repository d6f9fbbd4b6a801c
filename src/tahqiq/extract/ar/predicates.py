"""What is said to have happened to the things counted: trigger words, and the one that governs a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from tahqiq.extract.ar.conjugation import verb, with_objects
from tahqiq.extract.ar.counted import Counted
from tahqiq.extract.ar.nouns import inflections
from tahqiq.extract.lexicon import Lexicon, read_table
from tahqiq.extract.tokens import Kind, Stream, word_of
from tahqiq.model.folding import fold

_BARRIERS = frozenset({"ان", "الذي", "التي", "الذين", "فيما", "بينما", "لكن", "حيث", "اذ", "كما", "وكما"})
_BARRIER_COST = 5
_COMMA_COST = 3
_AFTER_COST = 1
_AFTER_PHRASE = -1  # "قدمت 30 متهما إلى المحاكمة": several words say more than one
_HINT_COST = 8
FARTHEST = 24
_REACH_AFTER = 14
_HINT_REACH = 30
_OWN_COST = {"killed": 0, "wounded": 2, "attacked": 4, "missing": 2, "displaced": 2, "detained": 12, "escaped": 4}
_MEASURES = frozenset("km m cm mm ft km2 m2 hectare km/h C magnitude kg ton times points".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says what happened.

    A hint says it only where nothing else does. One that opens a phrase of its own ("and …", "for …") speaks of what
    follows it, never of a number before.
    """

    predicate: str
    is_noun: bool = False
    is_hint: bool = False
    opens: bool = False
    is_phrase: bool = False


_OPENING = frozenset({"ل", "لال", "و", "ول", "ولال", "وال", "ف"})
_OWN_NUMBER = 5
_AFFECTED = Trigger("affected")
_LOSSES = ({"killed", "wounded"}, {"killed", "missing"}, {"wounded", "missing"})


@dataclass(frozen=True, slots=True)
class Triggers:
    """The trigger words of a text, by token."""

    at: tuple[int, ...]
    values: tuple[Trigger, ...]

    def between(self, first: int, end: int) -> Iterator[tuple[int, Trigger]]:
        """Those in tokens first:end, in order."""
        for i in range(bisect_left(self.at, first), bisect_left(self.at, end)):
            yield self.at[i], self.values[i]


@cache
def trigger_words() -> Lexicon[Trigger]:
    """Every form of every trigger."""
    return Lexicon(_trigger_words())


def _trigger_words() -> Iterator[tuple[str, Trigger]]:
    for predicate, table in read_table("predicates").items():
        assert isinstance(table, dict)
        for kind, is_hint in (("verbs", False), ("nouns", False), ("hints", True)):
            rows = table.get(kind, [])
            assert isinstance(rows, list)
            for row in rows:
                forms = _verb_forms(row) if kind == "verbs" else _noun_forms(row)
                yield from (
                    (form, Trigger(predicate, kind != "verbs" and "_" not in row, is_hint, is_phrase="_" in row))
                    for form in forms
                )


def _verb_forms(row: str) -> frozenset[str]:
    past, _, present = row.partition(" ")
    if present:
        return with_objects(verb(past, present))
    return frozenset({fold(row.replace("_", " "))})


def _noun_forms(row: str) -> frozenset[str]:
    if "_" in row:
        return frozenset({fold(row.replace("_", " "))})
    return inflections(row)


def triggers(stream: Stream, numbers: frozenset[int]) -> Triggers:
    """The trigger words of the text, whose numbers begin at the tokens `numbers`."""
    words = trigger_words()
    found: list[tuple[int, Trigger]] = []
    index = 0
    while index < len(stream.tokens):
        hit = words.at(stream, index) if _may_trigger(stream.tokens[index].word.raw) else None
        if hit is not None and hit.value.predicate != "none" and not _is_particle(stream, index, numbers):
            found.append((index, replace(hit.value, opens=True) if hit.proclitics in _OPENING else hit.value))
        index = hit.end if hit is not None else index + 1
    _join_losses(stream, found, numbers)
    return Triggers(tuple(i for i, _ in found), tuple(t for _, t in found))


@lru_cache(maxsize=1 << 17)
def _may_trigger(raw: str) -> bool:
    """Whether a written word may open a trigger."""
    return trigger_words().may_begin(word_of(raw))


def _is_particle(stream: Stream, index: int, numbers: frozenset[int]) -> bool:
    """ "فقد" before a verb only stresses it ("فقد أعلن"); before a number it means missing."""
    return stream.folded(index) == "فقد" and numbers.isdisjoint(range(index + 1, index + 4))


def _join_losses(stream: Stream, found: list[tuple[int, Trigger]], numbers: frozenset[int]) -> None:
    """ "killed and wounded 20", "dead or missing": one number for several losses says that people were affected."""
    for k in range(len(found) - 1):
        (i, first), (j, second) = found[k], found[k + 1]
        is_next = j == i + 1 and stream.folded(j).startswith("و")
        is_joined = is_next or (j == i + 2 and stream.folded(i + 1) in ("او", "و"))
        has_own = not numbers.isdisjoint(range(i - _OWN_NUMBER, i)) and not numbers.isdisjoint(range(j + 1, j + 3))
        if is_joined and not has_own and {first.predicate, second.predicate} in _LOSSES:
            found[k], found[k + 1] = (i, _AFFECTED), (j, _AFFECTED)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its tokens and its noun's (first:end), and the sentence around them."""

    first: int
    end: int
    sentence: tuple[int, int]


class Weighed(NamedTuple):
    """What a word says happened, and what it costs to reach it; `word` is its token, None for the counted noun."""

    cost: int
    predicate: str
    word: int | None = None


def predicate(stream: Stream, found: Triggers, at: Place, counted: Counted, unit: str) -> str:
    """What happened to the things counted; "measure" for sizes and rates, "present" for people of whom nothing is."""
    if unit in _MEASURES:
        return "measure"
    own = counted.thing.predicate if counted.thing is not None else None
    cost, best, _ = governing(stream, found, at, counted, unit)
    if best == "displaced" and (counted.label == "prisoners" or _holds_captives(found, at)):
        return "escaped"
    if own == "detained" and best == "present":
        return own
    if cost < FARTHEST and best:
        return _fitting(best, unit, counted)
    return _default(counted, unit)


def governing(stream: Stream, found: Triggers, at: Place, counted: Counted, unit: str) -> Weighed:
    """The word that governs a number: the nearest, where what stands between costs too."""
    own = counted.thing.predicate if counted.thing is not None else None
    options: list[tuple[int, str, int | None]] = [(_OWN_COST.get(own, 3), own, None)] if own else []
    if own and _is_loss_pair(stream, at):
        options = [(0, "affected", None)]
    options += [(_before(stream, at, i, t), t.predicate, i) for i, t in found.between(at.sentence[0], at.first)]
    behind = found.between(at.end, min(at.sentence[1], at.end + _HINT_REACH))
    options += [(_after(stream, at, i, t), t.predicate, i) for i, t in behind if _can_follow(t, i - at.end)]
    if not _suits(counted, unit):
        options = [option for option in options if option[1] not in _OF_PEOPLE]
    if unit == "count":
        options = [option for option in options if option[1] not in _OF_MONEY]
    return Weighed(*min(options, default=(FARTHEST, "", None), key=itemgetter(0)))


def _holds_captives(found: Triggers, at: Place) -> bool:
    """Whether the sentence speaks of prisons or captives: people who flee there escape."""
    return any(t.predicate == "detained" for _, t in found.between(*at.sentence))


def _is_loss_pair(stream: Stream, at: Place) -> bool:
    """ "100 قتيل وجريح": the noun is one of two losses counted together."""
    trigger = trigger_words().at(stream, at.end - 1)
    following = trigger_words().at(stream, at.end) or trigger_words().at(stream, at.end + 1)
    if trigger is None or following is None:
        return False
    is_joined = following.proclitics == "و" or stream.folded(at.end) in ("او", "و")
    return is_joined and {trigger.value.predicate, following.value.predicate} in _LOSSES


def _can_follow(trigger: Trigger, distance: int) -> bool:
    """Whether a trigger behind the number may speak of it: a verb near by, a hint from afar."""
    return trigger.is_hint or (not trigger.is_noun and not trigger.opens and distance < _REACH_AFTER)


def _suits(counted: Counted, unit: str) -> bool:
    """Whether what happens to people can have happened to the thing counted."""
    return unit != "count" or counted.thing is None or counted.is_person or counted.thing.label == "cases"


_OF_PEOPLE = frozenset(
    "killed wounded missing displaced detained released escaped"
    " other:accused other:tried other:expelled other:stabbed other:kidnapped".split()
)

_OF_MONEY = frozenset(("other:earned", "other:traded", "other:owed"))


def _fitting(best: str, unit: str, counted: Counted) -> str:
    if best == "returned" and counted.thing is not None and counted.thing.group in ("fled", "held"):
        return "other:recaptured"
    if unit in ("percent", "fraction") and best in ("killed", "wounded", "present", "cost", "provided"):
        return "measure"
    if len(unit) == 3 and unit.isupper() and best not in ("provided", "cost"):
        return "cost" if best in _OF_PEOPLE or not best.startswith("other:") else best
    return best


def _default(counted: Counted, unit: str) -> str:
    if unit == "count" and (counted.is_person or (counted.thing is not None and counted.thing.group == "vehicles")):
        return "present"
    if unit == "count" and counted.thing is not None and counted.thing.group == "groups":
        return "measure"
    if len(unit) == 3 and unit.isupper():
        return "cost"
    return "measure" if unit != "count" else "other:count"


def _before(stream: Stream, at: Place, index: int, trigger: Trigger) -> int:
    return at.first - index - 1 + _between(stream, index + 1, at.first) + (_HINT_COST if trigger.is_hint else 0)


def _after(stream: Stream, at: Place, index: int, trigger: Trigger) -> int:
    distance = index - at.end
    if trigger.is_hint:
        return distance // 2 + _HINT_COST
    return 2 * distance + (_AFTER_PHRASE if trigger.is_phrase else _AFTER_COST) + _between(stream, at.end, index)


def _between(stream: Stream, first: int, end: int) -> int:
    """What the words between cost: a new clause more than a comma."""
    cost = 0
    for token in stream.tokens[first:end]:
        if token.word.kind is Kind.MARK:
            cost += _COMMA_COST
        elif token.word.folded in _BARRIERS:
            cost += _BARRIER_COST
    return cost
