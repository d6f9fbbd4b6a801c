"""How the words stand to a number: asserted, denied, expected, or an earlier count that they supersede."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tahqiq.extract.ar.numeral_digits import is_digits
from tahqiq.extract.ar.numeral_words import atom_of
from tahqiq.extract.ar.ranges import is_change
from tahqiq.extract.lexicon import Lexicon, listed, read_table
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.claim import Stance

_REACH = 9
_NOUN = 4  # tokens of what is counted, before what it came to
_AWAITED = 4  # tokens of what is counted, before the words of awaiting
_OPENING = frozenset(("و", "،", ",", "هناك", "وهناك", "ثمه", "وثمه"))
_NOT = frozenset(("لا", "ليس", "وليس", "ليست", "وليست"))  # right before a number: "98, not 23"


@cache
def _cues() -> Lexicon[Stance]:
    table = read_table("stances")
    rows: list[tuple[str, Stance]] = []
    for stance, phrases in table.items():
        assert isinstance(phrases, dict)
        for phrase in (p for ps in phrases.values() for p in str(ps).split("|")):
            rows.append((phrase, Stance(stance)))
    return Lexicon(rows, proclitics=frozenset({"", "و", "ف", "ب", "ل"}))


class Cue(NamedTuple):
    """A stance, and the tokens first:end of the words that give it (none for an assertion)."""

    stance: Stance
    first: int = 0
    end: int = 0


_ASSERTED = Cue(Stance.ASSERTED)


def stance(stream: Stream, amount: tuple[int, int], start: int) -> Cue:
    """The stance of the words around an amount (its tokens first:end) in its clause; the sentence starts at `start`.

    Words before it decide; else those behind what is counted that await something ("مئات ينتظرون الإفراج عنهم").
    """
    first = amount[0]
    if stream.folded(first - 1) in _NOT:
        return Cue(Stance.DENIED, first - 1, first)
    if _is_left_behind(stream, amount):
        return Cue(Stance.EARLIER, first - 1, first)
    for index in range(first - 1, max(start, first - _REACH) - 1, -1):
        word = stream.tokens[index].word
        if word.kind is Kind.NEWLINE or word.folded in ("؛", ".") or _opens_clause(stream, index):
            break
        hit = _cues().at(stream, index)
        if hit is not None and hit.end <= first:
            return Cue(hit.value, index, hit.end)
        if word.is_arabic and _is_future(word.folded):
            return Cue(Stance.EXPECTED, index, index + 1)
    return _to_reach(stream, first, start) or _awaited(stream, amount, start) or _ASSERTED


def _is_left_behind(stream: Stream, amount: tuple[int, int]) -> bool:
    """Whether something rises or falls from this number to another ("ارتفع العدد من 4 قتلى إلى 11")."""
    first, end = amount
    if stream.folded(first - 1) != "من" or not is_change(stream, first):
        return False
    to = next((i for i in range(end, min(len(stream), end + _NOUN)) if stream.folded(i) == "الي"), None)
    if to is None:
        return False
    after = range(to + 1, min(len(stream), to + 3))  # over "نحو"
    return any(is_digits(stream, i) or atom_of(stream.tokens[i].word) is not None for i in after)


def _awaited(stream: Stream, amount: tuple[int, int], start: int) -> Cue | None:
    """ "وهناك 400 آخرون بانتظار الإفراج عنهم": what those who open a clause wait for is yet to come."""
    first, end = amount
    if first > start and stream.folded(first - 1) not in _OPENING and not stream.folded(first).startswith("و"):
        return None
    for index in range(end, min(len(stream), end + _AWAITED)):
        word = stream.tokens[index].word
        if word.kind is not Kind.WORD or word.folded.startswith("و"):
            return None
        if word.folded in listed("awaiting"):
            return (
                Cue(Stance.EXPECTED, index, index + 2)
                if stream.folded(index + 1) in listed("awaiting", "awaited")
                else None
            )
    return None


def _opens_clause(stream: Stream, index: int) -> bool:
    """A comma with "and" behind it: what was planned before is another thing."""
    return stream.folded(index) in ("،", ",") and stream.folded(index + 1).startswith("و")


def _to_reach(stream: Stream, first: int, start: int) -> Cue | None:
    """ "من المتوقع أن يصل عدد … إلى 7 آلاف": a plan far before the number that it is to reach."""
    if stream.folded(first - 1) not in ("الي", "ل"):
        return None
    for index in range(first - _REACH, max(start, first - _FAR_REACH) - 1, -1):
        hit = _cues().at(stream, index)
        if hit is not None and hit.value is Stance.EXPECTED:
            is_reaching = any(stream.folded(i).lstrip("وف") in _TO_REACH for i in range(hit.end, hit.end + 3))
            return Cue(Stance.EXPECTED, index, hit.end) if is_reaching else None
    return None


_FAR_REACH = 26
_TO_REACH = frozenset("يصل تصل يبلغ تبلغ يرتفع ترتفع يزيد تزيد ينخفض تنخفض".split())


@cache
def _is_future(folded: str) -> bool:
    """A verb with the future prefix: سيتم، ستنقل، وسيشارك."""
    bare = folded.removeprefix("و")
    return len(bare) > 4 and bare.startswith(("سي", "ست")) and bare not in listed("not_future")
