"""Words that say what happened to the things counted, and where a text has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tahqiq.extract.ar.conjugation import verb, with_objects
from tahqiq.extract.ar.counted import NUMBER_NOUNS
from tahqiq.extract.ar.nouns import inflections
from tahqiq.extract.lexicon import Hit, Lexicon, read_table
from tahqiq.extract.tokens import Kind, Stream, word_of
from tahqiq.model.folding import fold

PLAIN = "plain"  # the predicate of verbs that only keep farther ones off
FALLEN = "fallen"  # of people that are counted right beside it: killed


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


_PHRASE, _WORD = 4, 3  # tokens within which a trigger's own number stands
_OPENING = frozenset({"ل", "لال", "و", "ول", "ولال", "وال", "ف"})
_OWN_NUMBER = 5
_AFFECTED = Trigger("affected")
LOSSES = ({"killed", "wounded"}, {"killed", "missing"}, {"wounded", "missing"})


@dataclass(frozen=True, slots=True)
class Triggers:
    """The trigger words of a text, by token."""

    at: tuple[int, ...]
    values: tuple[Trigger, ...]
    numbers: frozenset[int]

    def has_own(self, stream: Stream, index: int, trigger: Trigger) -> bool:
        """Whether a trigger behind one number speaks of another right behind it: "23 فارا أعيد القبض على 12 منهم"."""
        reach = index + (_PHRASE if trigger.is_phrase else _WORD)
        following = next((i for i in range(index + 1, reach) if i in self.numbers), None)
        if following is None or stream.folded(following).startswith("و"):
            return False
        return all(t.word.kind is Kind.WORD and t.word.folded != "و" for t in stream.tokens[index + 1 : following])

    def between(self, first: int, end: int) -> Iterator[tuple[int, Trigger]]:
        """Those in tokens first:end, in order."""
        for i in range(bisect_left(self.at, first), bisect_left(self.at, end)):
            yield self.at[i], self.values[i]


@cache
def trigger_words() -> Lexicon[Trigger]:
    """Every form of every trigger."""
    rows = list(_trigger_words())
    return Lexicon(sorted(rows, key=lambda row: row[0].endswith("ه") and _is_verb(row[1])))


def _trigger_words() -> Iterator[tuple[str, Trigger]]:
    for predicate, table in read_table("predicates").items():
        assert isinstance(table, dict)
        for kind, is_hint in (("verbs", False), ("nouns", False), ("hints", True)):
            rows = table.get(kind, [])
            assert isinstance(rows, list)
            for row in rows:
                forms = _noun_forms(row) if kind != "verbs" else _verb_forms(row, with_pronouns=predicate != PLAIN)
                yield from (
                    (form, Trigger(predicate, kind != "verbs" and "_" not in row, is_hint, is_phrase="_" in row))
                    for form in forms
                )


def _verb_forms(row: str, *, with_pronouns: bool) -> frozenset[str]:
    past, _, present = row.partition(" ")
    if present:
        forms = verb(past, present)
        return with_objects(forms) if with_pronouns else forms
    return frozenset({fold(row.replace("_", " "))})


def _noun_forms(row: str) -> frozenset[str]:
    if "_" in row:
        return frozenset({fold(row.replace("_", " "))})
    return inflections(row)


def triggers(stream: Stream, numbers: frozenset[int]) -> Triggers:
    """The trigger words of the text, whose numbers begin at the tokens `numbers`."""
    words = trigger_words()
    found: list[tuple[int, Trigger]] = []
    end = 0
    for index, token in enumerate(stream.tokens):
        if index < end or not _may_trigger(token.word.raw):
            continue
        hit = words.at(stream, index)
        if hit is None:
            continue
        end = hit.end
        if _says(stream, hit) and not _is_particle(stream, index, numbers):
            found.append((index, _at_its_place(stream, hit)))
    _join_losses(stream, found, numbers)
    return Triggers(tuple(i for i, _ in found), tuple(t for _, t in found), numbers)


def _says(stream: Stream, hit: Hit[Trigger]) -> bool:
    """Whether a trigger says anything here: not a set phrase, nor a noun spelled as a verb ("العرض", "صادرة")."""
    is_name = _is_verb(hit.value) and ("ال" in hit.proclitics or stream.tokens[hit.first].word.raw.endswith("ة"))
    return hit.value.predicate != "none" and not is_name


def _is_verb(trigger: Trigger) -> bool:
    return not (trigger.is_noun or trigger.is_hint or trigger.is_phrase)


def _at_its_place(stream: Stream, hit: Hit[Trigger]) -> Trigger:
    """A hint behind "the number of" is more than a hint; "and …" and "for …" open phrases of their own."""
    if hit.value.is_hint and stream.folded(hit.first - 1) in NUMBER_NOUNS:
        return replace(hit.value, is_hint=False, is_noun=True)
    return replace(hit.value, opens=True) if hit.proclitics in _OPENING else hit.value


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
        if is_joined and not has_own and {first.predicate, second.predicate} in LOSSES:
            found[k], found[k + 1] = (i, _AFFECTED), (j, _AFFECTED)
