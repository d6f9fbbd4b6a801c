"""The clause that says why a source has no name: "طلب عدم ذكر اسمه", "شريطة عدم الكشف عن هويته لأنه غير مخول".

It says nothing of the events, but it is full of words of saying. Attribution reads the report without it.
"""

from __future__ import annotations

from tahqiq.extract.ar.attribution.name_parts import is_that_word
from tahqiq.extract.ar.attribution.words import word_list
from tahqiq.extract.tokens import Kind, Stream

_COMMAS = frozenset("،,")
_TO_VERB = 6  # tokens from "شريطة" back to the verb it hangs on ("تحدث لوكالة فرانس برس شريطة")
_LEADS = 6
_REASON = 14  # tokens of the reason that may follow ("خوفا على سلامته")


def without_anonymity(stream: Stream) -> Stream:
    """The stream less every such clause and the commas around it; spans still point into the whole text."""
    kept = list(stream.tokens)
    for first, end in reversed(_clauses(stream)):
        del kept[first:end]
    return stream if len(kept) == len(stream) else Stream(stream.text, tuple(kept))


def _clauses(stream: Stream) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for index, token in enumerate(stream.tokens):
        if token.word.folded not in word_list("anonymity", "names"):
            continue
        first = _first(stream, index)
        if first is not None and not is_that_word(stream.folded(first - 1)) and (not found or first >= found[-1][1]):
            found.append((_opening_comma(stream, first), _end(stream, index + 1)))
    return found


def _first(stream: Stream, name: int) -> int | None:
    """Where the clause around "اسمه" begins: at what asks for or insists on silence; None where nothing does."""
    index = name - 1
    while stream.folded(index) in word_list("anonymity", "joints"):
        index -= 1
    hides = stream.folded(index) in word_list("anonymity", "hiding")
    if not hides and stream.folded(index) not in word_list("anonymity", "mentioning"):
        return None
    while stream.folded(index - 1) in word_list("anonymity", "joints"):
        index -= 1
    if stream.folded(index - 1) in word_list("anonymity", "refusing"):
        index -= 1
        return _led(stream, index)
    if not hides and stream.folded(index - 1) not in word_list("anonymity", "negations"):
        return None
    first = _led(stream, index if hides else index - 1)
    return first if first < (index if hides else index - 1) else None


def _led(stream: Stream, index: int) -> int:
    """Back over "الذي طلب", "وقد اشترط", "تحدث لوكالة ... شريطة"."""
    first = index
    while index - first < _LEADS and stream.folded(first - 1) in word_list("anonymity", "leads"):
        first -= 1
    if stream.folded(first) in word_list("anonymity", "conditions"):
        for verb in range(first - 1, max(-1, first - _TO_VERB), -1):
            if stream.folded(verb) in _COMMAS or stream.tokens[verb].word.kind is Kind.NEWLINE:
                break
            if stream.folded(verb) in word_list("anonymity", "speaking") and _is_set_off(stream, verb):
                return _relative(stream, verb)
    return first


def _is_set_off(stream: Stream, verb: int) -> bool:
    """Whether a verb opens the clause itself ("مصدر، تحدث شريطة") and is not the one whose speaker is meant."""
    return stream.folded(verb - 1) in _COMMAS or stream.folded(verb - 1) in word_list("anonymity", "leads")


def _relative(stream: Stream, verb: int) -> int:
    return verb - 1 if stream.folded(verb - 1) in word_list("anonymity", "leads") else verb


def _opening_comma(stream: Stream, first: int) -> int:
    return first - 1 if first and stream.folded(first - 1) in _COMMAS else first


def _end(stream: Stream, index: int) -> int:
    """Past the reason, if one is given and ended by a comma or أن, and past the closing comma."""
    end = index
    if stream.folded(index) in word_list("anonymity", "reasons"):
        for after in range(index, min(len(stream), index + _REASON)):
            if stream.folded(after) in _COMMAS or stream.folded(after) in ("ان", "فان", "بان", ":"):
                end = after
                break
    return end + 1 if stream.folded(end) in _COMMAS else end
