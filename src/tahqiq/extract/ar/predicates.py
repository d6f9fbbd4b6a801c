"""What is said to have happened to the things counted: the trigger that governs a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from tahqiq.extract.ar.counted import Counted, things
from tahqiq.extract.ar.falling import is_fatal
from tahqiq.extract.ar.triggers import FALLEN, LOSSES, PLAIN, Trigger, Triggers, trigger_words
from tahqiq.extract.ar.units import money_codes
from tahqiq.extract.lexicon import listed
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
_LOST = frozenset(("killed", "wounded", "missing"))
_FUNDING_REACH, _MARGIN_REACH = 12, 14
_EXCEEDING = frozenset("يتجاوز تتجاوز تجاوز تجاوزت يفوق تفوق فاق فاقت متجاوزا متجاوزه".split())
_MORE = frozenset("يزيد تزيد زاد زادت يقل تقل".split())
_FUNDING = frozenset(
    fold(w) for w in "قرض قروض منحة منح شريحة تسهيل تسهيلات تمويل معونة معونات مساعدة مساعدات تبرع هبة".split()
)
_EXPLOSIVES = frozenset("bombs mines explosives".split())
_DISPOSAL = frozenset(fold(w) for w in "تفجير تفكيك إبطال إتلاف تعطيل".split())
_NO_MEASURES = frozenset("count percent fraction barrel basis_point percentage_point".split())


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
    if _is_measure(unit) or _is_margin(stream, at):
        return "measure"
    if unit in money_codes() and stream.folded(at.end) in _PER:
        return "cost"
    own = counted.thing.predicate if counted.thing is not None else None
    cost, best, _ = governing(stream, found, at, counted, unit)
    if best == PLAIN:
        return _default(counted, unit)
    if best == "other:violated" and counted.is_person:
        return "affected"
    if best == "displaced" and (counted.label == "prisoners" or _holds_captives(found, at)):
        return "escaped"
    if own == "detained" and best == "present":
        return own
    if best in ("", "cost") and unit in money_codes() and _is_funding(stream, at):
        return "provided"
    if best in ("attacked", "") and counted.label in _EXPLOSIVES and stream.folded(at.first - 1) in _DISPOSAL:
        return "destroyed"
    if cost < FARTHEST and best:
        return _fitting(best, unit, counted)
    return _default(counted, unit)


def _is_margin(stream: Stream, at: Place) -> bool:
    """Whether a number is only by how much something exceeds another ("يتجاوز الرقم الرسمي بأكثر من أربعين")."""
    if not any(split.proclitics == "ب" for split in stream.tokens[at.first].word.splits):
        return False
    for index in range(max(at.sentence[0], at.first - _MARGIN_REACH), at.first - 1):
        after = stream.folded(index + 1)
        is_exceeding = any(s.stem in _EXCEEDING and s.proclitics in ("", "و") for s in stream.tokens[index].word.splits)
        is_more = any(s.stem in _MORE and s.proclitics in ("", "و") for s in stream.tokens[index].word.splits)
        if is_exceeding and after.startswith("ال"):
            return True
        over = (i for i in range(index + 1, index + 4) if stream.folded(i) in ("عن", "علي"))
        if is_more and any(stream.folded(i + 1).startswith("ال") for i in over):
            return True
    return False


def _is_funding(stream: Stream, at: Place) -> bool:
    """Whether money shortly before a sum is a loan, a grant or the like, so that the sum is given, not spent."""
    before = range(max(at.sentence[0], at.first - _FUNDING_REACH), at.first)
    return any(split.stem in _FUNDING for i in before for split in stream.tokens[i].word.splits)


def governing(stream: Stream, found: Triggers, at: Place, counted: Counted, unit: str) -> Weighed:
    """The word that governs a number: the nearest, where what stands between costs too."""
    own = counted.thing.predicate if counted.thing is not None else None
    options = [Weighed(_OWN_COST.get(own, 3), own)] if own else []
    if own and _is_loss_pair(stream, at):
        options = [Weighed(0, "affected")]
    options += [Weighed(_before(stream, at, i, t), t.predicate, i) for i, t in found.between(at.sentence[0], at.first)]
    behind = found.between(at.end, min(at.sentence[1], at.end + _HINT_REACH))
    able = ((i, t) for i, t in behind if _can_follow(t, i - at.end, counted) and not found.has_own(stream, i, t))
    options += [Weighed(_after(stream, at, i, t), t.predicate, i) for i, t in able]
    if _follows_verbal_noun(stream, at.first):
        options.append(Weighed(_NOUN_COST, PLAIN, at.first - 1))
    possible = (one for one in options if _may_be(one.predicate, unit, counted))
    meant = (_as_meant(stream, at, one, counted) for one in possible)
    weighed = (one._replace(cost=one.cost + _SUBJECT_COST * _is_subject(one.predicate, unit)) for one in meant)
    return min(weighed, default=Weighed(FARTHEST, ""), key=itemgetter(0))


def _as_meant(stream: Stream, at: Place, said: Weighed, counted: Counted) -> Weighed:
    """The same, but for those who fall: people counted right beside the word are killed, of others it says nothing."""
    if said.predicate != FALLEN or said.word is None:
        return said
    own = counted.thing.predicate if counted.thing is not None else None
    killed = counted.is_person and own not in _LOST and is_fatal(stream, (at.first, at.end), said.word)
    return said._replace(predicate="killed") if killed else said._replace(predicate="", cost=FARTHEST)


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
    if stream.folded(following.first).endswith(("ات", "اصابه")):  # "تسعة قتلى وإصابات عدة": another count
        return False
    return is_joined and {trigger.value.predicate, following.value.predicate} in LOSSES


def _can_follow(trigger: Trigger, distance: int, counted: Counted) -> bool:
    """Whether a trigger behind the number may speak of it: a verb near by, a hint from afar."""
    if trigger.predicate == PLAIN or (trigger.predicate == "measure" and trigger.is_hint and counted.is_person):
        return False
    return trigger.is_hint or (not trigger.is_noun and not trigger.opens and distance < _REACH_AFTER)


def _is_measure(unit: str) -> bool:
    """Whether a unit is of size, weight, speed or the like."""
    return unit not in _NO_MEASURES and unit not in money_codes()


def _may_be(said: str, unit: str, counted: Counted) -> bool:
    """Whether what a trigger says can be said of what is counted."""
    if unit != "count":
        return True
    if said == "cost":
        return False
    if said in _OF_MONEY or (said in _NOT_OF_PEOPLE and counted.is_person):
        return False
    group = counted.thing.group if counted.thing is not None else ""
    if said == "other:fired":
        return group == "weapons"
    if said in _OF_BODIES and group == "groups":
        return True
    return said not in _OF_PEOPLE or _suits(counted)


def _suits(counted: Counted) -> bool:
    """Whether what happens to people can have happened to the thing counted."""
    return counted.thing is None or counted.is_person or counted.thing.label == "cases"


def _is_subject(said: str, unit: str) -> bool:
    """ "The imports fell by 4 %": what the share, or the barrels, are of, where another word says what became of it."""
    return (unit in _SHARES or unit == "barrel") and (said in _OF_MONEY or said == "cost")


def _follows_verbal_noun(stream: Stream, first: int) -> bool:
    """Whether an unlisted verbal noun governs the number at token `first`: "تعميد 40 طفلا", "إطعام مئات العائلات"."""
    word = stream.tokens[first - 1].word if first else None
    if word is None or word.kind is not Kind.WORD or trigger_words().of(word) is not None:
        return False
    return _is_verbal_noun(word.raw)


@lru_cache(maxsize=1 << 16)
def _is_verbal_noun(raw: str) -> bool:
    """Whether a word, bare, has the shape of تفعيل or of إفعال, افتعال, استفعال."""
    for split in word_of(raw).splits:
        stem = split.stem
        if "ال" in split.proclitics or things().of(word_of(raw)) is not None:
            continue
        if len(stem) == _TAFIL and stem[0] == "ت" and stem[3] == "ي":
            return True
        if len(stem) >= _TAFIL and stem[0] == "ا" and stem[-2] == "ا" and stem[1] != "ل" and not raw.startswith("أ"):
            return True
    return False


_TAFIL = 5
_GOVERNED = 3
_NOUN_COST = 5
_SUBJECT_COST = 15
_PER = frozenset(fold(w) for w in "للبرميل للأوقية للأونصة للطن للتر للسهم للكيلو للكيلوغرام".split())  # a price
_SHARES = frozenset(("percent", "fraction", "basis_point", "percentage_point"))
_NOT_OF_PEOPLE = frozenset(
    "provided cost other:controlled other:rose other:fell other:sold other:bought"
    " other:taxed other:built other:used".split()
)
_OF_BODIES = frozenset(("other:accused", "other:tried", "other:expelled"))
_OF_PEOPLE = frozenset(
    "killed wounded missing displaced detained released escaped"
    " other:accused other:tried other:expelled other:stabbed other:kidnapped other:sentenced".split()
)

_OF_MONEY = frozenset(("other:earned", "other:traded", "other:owed"))


def _fitting(best: str, unit: str, counted: Counted) -> str:
    group = counted.thing.group if counted.thing is not None else ""
    if best in ("returned", "other:repatriated") and group in ("fled", "held"):
        return "other:recaptured"
    if best == "other:repatriated" and group in ("places", "buildings"):
        return "other:controlled"
    if best == "released" and group == "fled":  # "30 فارا طلقاء"
        return "escaped"
    if unit in _SHARES:
        return _of_share(best, counted)
    if unit in money_codes():
        return _of_money(best)
    if counted.label == "seats" and best == "provided":
        return "other:won"
    if best in ("missing", "other:lost") and not counted.is_person and counted.thing is not None:
        return "other:lost"
    return best


def _of_share(best: str, counted: Counted) -> str:
    """A share fell or rose, was won or lost; of a named whole it may also have been destroyed, displaced and so on."""
    if best in ("missing", "other:lost"):
        return "other:fell"
    if best in _OF_SHARES:
        return best
    is_named = counted.noun is not None and best in _OF_PARTS
    return best if is_named else "measure"


def _of_money(best: str) -> str:
    if best in ("missing", "other:lost"):
        return "other:lost"
    if best in ("provided", "other:won"):
        return "provided"
    return best if best in _SAID_OF_MONEY else "cost"


_OF_SHARES = frozenset("other:rose other:fell other:won other:voted other:controlled".split())
_OF_PARTS = frozenset(
    "destroyed damaged displaced affected returned released evacuated other:sold other:cancelled other:closed".split()
)
_SAID_OF_MONEY = _OF_MONEY | frozenset("other:rose other:fell other:stolen other:invested".split())


def _default(counted: Counted, unit: str) -> str:
    if unit == "count" and (counted.is_person or (counted.thing is not None and counted.thing.group == "vehicles")):
        return "present"
    if unit == "count" and counted.thing is not None and counted.thing.group == "groups":
        return "measure"
    if unit in money_codes():
        return "cost"
    return "measure" if unit != "count" else "other:count"


def _before(stream: Stream, at: Place, index: int, trigger: Trigger) -> int:
    if trigger.predicate == PLAIN and not _governs(stream, index, at.first):
        return FARTHEST
    return at.first - index - 1 + _between(stream, index + 1, at.first) + (_HINT_COST if trigger.is_hint else 0)


def _after(stream: Stream, at: Place, index: int, trigger: Trigger) -> int:
    distance = index - at.end
    if trigger.is_hint:
        return distance // 2 + _HINT_COST
    said = _SAID_COST * any(t.word.folded in _THAT for t in stream.tokens[at.end : index])
    return said + 2 * distance + (_AFTER_PHRASE if trigger.is_phrase else _AFTER_COST) + _between(stream, at.end, index)


def _governs(stream: Stream, index: int, first: int) -> bool:
    """Whether a plain verb stands right before a number, no mark and no new clause between."""
    between = stream.tokens[index + 1 : first]
    return len(between) < _GOVERNED and all(
        t.word.kind is Kind.WORD and t.word.folded not in listed("function_words") for t in between
    )


_THAT = frozenset(("ان", "بان"))  # what is said behind it is of others
_SAID_COST = FARTHEST


def _between(stream: Stream, first: int, end: int) -> int:
    """What the words between cost: a new clause more than a comma."""
    cost = 0
    for token in stream.tokens[first:end]:
        if token.word.kind is Kind.MARK:
            cost += _COMMA_COST
        elif token.word.folded in _BARRIERS:
            cost += _BARRIER_COST
    return cost
