"""What a number counts: the noun beside it, its class, its English label, and what the noun itself says happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

import simplemma

from tahqiq.extract.ar.everyday import is_everyday
from tahqiq.extract.ar.nouns import inflections
from tahqiq.extract.ar.units import money_codes
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import Hit, Lexicon, listed, read_table
from tahqiq.extract.tokens import Kind, Stream, Word, word_of
from tahqiq.model.folding import fold
from tahqiq.model.quantity import Approximator, Number

if TYPE_CHECKING:
    from tahqiq.extract.ar.amounts import Amount

PERSONS = frozenset({"people", "role", "dead", "harmed", "hurt", "held", "moved", "gone", "fled"})
GENERIC = frozenset({"people", "members", "forces"})
_ON_A_NOUN = frozenset({"", "ال"})
_OF_THINGS = frozenset({"count", "percent", "fraction", "times"})
_REACH_BACK = 7
_REACH_MODIFIERS = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that news counts: its English label, its class (a table of things.toml), what it implies."""

    label: str
    group: str
    predicate: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted at an amount. `noun` is its token range (None: no noun is written); `thing` None: not known."""

    noun: tuple[int, int] | None
    thing: Thing | None
    label: str

    @property
    def is_person(self) -> bool:
        """Whether people are counted."""
        return self.thing is not None and self.thing.group in PERSONS


_PEOPLE = Thing("people", "people")
NOTHING = Counted(None, None, "")


@cache
def things() -> Lexicon[Thing]:
    """All nouns that news counts, in every form.

    A form that a row lists, or that belongs to a listed feminine, is that noun's before it is another's: "أسرى" are
    prisoners, not somebody's families, and "بلدات" are villages, not countries.
    """
    return Lexicon((form, thing) for _, form, thing in sorted(_things(), key=itemgetter(0)))


def _things() -> Iterator[tuple[int, str, Thing]]:
    """Every form with its thing, and how far it lies from what the row lists."""
    for group, table in read_table("things").items():
        assert isinstance(table, dict)
        predicate = table.get("predicate")
        for label, words in table.items():
            if label == "predicate":
                continue
            thing = Thing(label.replace("-", " "), group, str(predicate) if predicate else None)
            for word in str(words).split():
                yield from _forms(word, thing)


def _forms(word: str, thing: Thing) -> Iterator[tuple[int, str, Thing]]:
    first, *rest = word.split("_")
    for form in inflections(first) if not rest else (fold(first),):
        far = 0 if form == fold(first) else 1 if first.endswith("ة") else 2
        yield far, " ".join((form, *rest)), thing


@cache
def nationalities() -> Lexicon[str]:
    """Adjectives of nationality in every form."""
    table = read_table("nationalities")["nationalities"]
    assert isinstance(table, dict)
    return Lexicon(
        (form, name) for name, words in table.items() for word in str(words).split() for form in inflections(word)
    )


@cache
def affiliations() -> Lexicon[str]:
    """Names of forces and groups that people belong to."""
    table = read_table("nationalities")["affiliations"]
    assert isinstance(table, dict)
    return Lexicon(
        (written, key.replace("-", " "))
        for key, names in table.items()
        for name in str(names).split("|")
        for written in _quoted_forms(name)
    )


def _quoted_forms(name: str) -> Iterator[str]:
    """A name, and the same with its last words in quotation marks: تنظيم "الدولة"."""
    yield name
    first, _, rest = name.partition(" ")
    if rest:
        yield from (f"{first} {mark}{rest}" for mark in _QUOTES)


def counted(stream: Stream, amount: Found[Amount], sentence: tuple[int, int]) -> Counted:
    """The thing counted: behind the number ("12 شخصا", "500 من الجنود"), inside it, or before it ("القتلى الـ12")."""
    if amount.value.noun is not None and is_of_them(stream, amount.value.noun[0]):
        return NOTHING
    if amount.value.noun is not None:
        return _from(stream, amount.value.noun[0], sentence[1])
    head = _head_after(stream, amount, sentence[1])
    before = None if head is not None and _is_listed(stream, head) else _head_of_definite(stream, amount, sentence[0])
    if before is not None:
        return _from(stream, before, amount.first)
    if head is not None:
        return _from(stream, head, sentence[1])
    before = None if is_of_them(stream, amount.end) else _head_before(stream, amount.first, sentence[0])
    if before is None or (amount.value.quantity.unit in money_codes() and _is_people(stream, before)):
        return NOTHING
    return _from(stream, before, amount.first)


def _head_after(stream: Stream, amount: Found[Amount], end: int) -> int | None:
    unit, index = amount.value.quantity.unit, amount.end
    index += stream.folded(index) == "فقط"
    has_link = stream.folded(index) in ("من", "ممن")
    index += has_link
    if stream.folded(index) in NUMBER_NOUNS:  # "ارتفع إلى 15 عدد القتلى", "5 % من إجمالي السكان"
        has_link, index = True, index + 1
    if index >= end or unit not in _OF_THINGS or (unit == "percent" and not has_link):
        return None
    word = stream.tokens[index].word
    if not word.is_arabic or word.folded in listed("function_words"):
        return None
    if word.folded.startswith("ال") and not has_link and _takes_indefinite(amount):
        return None
    hit = things().at(stream, index)
    if hit is not None:
        return index if hit.proclitics in _ON_A_NOUN else None
    return None if word.folded.endswith(_PLURAL_VERB) or _is_no_noun(word) or unit == "times" else index


def is_of_them(stream: Stream, index: int) -> bool:
    """Whether a number that ends before token `index` counts some of those named before: "9 منهم"."""
    return stream.folded(index) in _OF_THEM


_OF_THEM = frozenset("منهم منهن منها".split())


def _takes_indefinite(amount: Found[Amount]) -> bool:
    """Whether only an indefinite noun can be what is counted: not "عشرات الجنود", "نصف السكان"."""
    quantity = amount.value.quantity
    return quantity.unit == "count" and quantity.approximator is not Approximator.VAGUE and not _is_round(quantity.low)


def _is_round(low: Number | None) -> bool:
    """ "مئة الجندي", "ألفا الموظف": hundreds and thousands may stand before a definite noun."""
    return low is not None and low >= _HUNDRED and low % _HUNDRED == 0


def _is_no_noun(word: Word) -> bool:
    """Whether an unlisted word opens with a particle or is a verb, and so is not counted: "وامتناع", "بيونيو"."""
    if any(s.proclitics and s.stem in listed("function_words") for s in word.splits):
        return True
    if word.folded.startswith(("ي", "ت")) and word.folded.endswith("ون"):  # "ستة يواجهون"
        return True
    return any(s.proclitics for s in word.splits) and not is_everyday(word.raw)


def _is_of_kind(stream: Stream, hit: Hit[Thing]) -> bool:
    """Whether a definite word is an adjective made from a thing ("المحلي", "المنزلية"), not the thing."""
    bare = stream.folded(hit.first)[len(hit.proclitics) :].removesuffix("ه")
    if "ال" not in hit.proclitics or not bare.endswith("ي"):
        return False
    base = things().of(word_of(bare[:-1]))
    return base is not None and base.label == hit.value.label


def _is_listed(stream: Stream, index: int) -> bool:
    return things().at(stream, index) is not None


def _is_people(stream: Stream, index: int) -> bool:
    hit = things().at(stream, index)
    return hit is not None and hit.value.group in PERSONS


def _head_of_definite(stream: Stream, amount: Found[Amount], start: int) -> int | None:
    """The definite noun that a definite number follows: "الدول الأربع", "المباريات الـ64", "أعضائه الخمسة".

    Of "مطاحن الدقيق الأربع" the first, where only that is listed, else the last.
    """
    has_article = stream.folded(amount.first - 1) in _ARTICLES
    if not (has_article or stream.folded(amount.first) in _ARTICLES or stream.folded(amount.first).startswith("ال")):
        return None
    last = amount.first - 1 - has_article
    if last < start or stream.tokens[last].word.kind is not Kind.WORD or not _is_definite(stream, last):
        return None
    first = last - 1
    is_first = first >= start and not _is_listed(stream, last) and _is_listed(stream, first)
    return first if is_first else last


def _is_definite(stream: Stream, index: int) -> bool:
    word = stream.tokens[index].word
    if word.folded in listed("function_words"):
        return False
    return any("ال" in s.proclitics for s in word.splits) or word.folded.endswith(_OWNERS)


_ARTICLES = frozenset(("ال", "لل", "بال", "وال"))
_PLURAL_VERB = "وا"  # "5000 غرقوا"
_OWNERS = ("ه", "ها", "هم", "هن")
_HUNDRED = 100


def _head_before(stream: Stream, index: int, start: int) -> int | None:
    """A noun shortly before a number that nothing follows ("عدد القتلى … 12", "الفارون: 23"); people before things."""
    first = None
    index -= stream.folded(index - 1) == ":"
    for back in range(index - 1, max(start, index - _REACH_BACK) - 1, -1):
        if stream.tokens[back].word.kind is not Kind.WORD:
            break
        hit = things().at(stream, back)
        if (
            hit is None
            or _is_of_kind(stream, hit)
            or not ("ال" in hit.proclitics or stream.folded(back - 1) in NUMBER_NOUNS)
        ):
            continue
        if hit.value.group in PERSONS:
            return back
        first = back if first is None else first
    return first


NUMBER_NOUNS = frozenset({"عدد", "حصيله", "اعداد", "اجمالي", "مجموع", "بعدد", "وعدد"})


def _from(stream: Stream, head: int, end: int) -> Counted:
    hit = things().at(stream, head)
    nation = nationalities().of(stream.tokens[head].word) if hit is None else None
    if nation is not None:
        return Counted((head, head + 1), _PEOPLE, f"{nation} people")
    if hit is None:
        return Counted((head, head + 1), None, _lemma(stream.tokens[head].word.raw))
    thing = _refined(stream, hit.value, hit.end, end)
    said = (m for m in _modifiers(stream, hit.end, end) if not {*m.split()} & {*thing.label.split()})
    label = " ".join((*said, thing.label))
    return Counted((head, hit.end), thing, label)


def _refined(stream: Stream, thing: Thing, index: int, end: int) -> Thing:
    """ "قتيلا مدنيا", "عنصرا": who they are, where the next word says it; what the first word implies stays."""
    if thing.group not in PERSONS or index >= end:
        return thing
    at = index + 1 if stream.folded(index) == "من" else index
    second = things().at(stream, at)
    if (
        second is None
        or "و" in second.proclitics
        or second.value.group not in ("people", "role")
        or second.value.label == "families"
        or second.value.label in GENERIC
    ):
        return thing
    if at == index and not (thing.predicate or thing.label in GENERIC):
        return thing
    return replace(second.value, predicate=thing.predicate)


def _modifiers(stream: Stream, index: int, end: int) -> tuple[str, ...]:
    nation = group = None
    for i in range(index, min(end, index + _REACH_MODIFIERS)):
        word = stream.tokens[i].word
        if word.folded in _QUOTES:
            continue
        if word.kind is not Kind.WORD or word.folded in _ENDS_PHRASE or _leaves_phrase(stream, i):
            break
        hit = affiliations().at(stream, i)
        group = group or (hit.value if hit is not None else None)
        nation = nation or (nationalities().of(word) if i <= index + 1 else None)
    return tuple(m for m in (nation, group) if m is not None)


def _leaves_phrase(stream: Stream, index: int) -> bool:
    """ "من" that does not say what the people belong to: "من قبل", "من سجون"."""
    if stream.folded(index) != "من":
        return False
    behind = index + 1 + (stream.folded(index + 1) in _QUOTES)
    return affiliations().at(stream, behind) is None and things().at(stream, behind) is None


_QUOTES = frozenset("\"«“”'‘‹")
_ENDS_PHRASE = frozenset(
    {"في", "بينهم", "بينها", "منهم", "منها", "قتلوا", "الي", "علي", "عن", "خلال", "ان", "جراء", "اثر", "بعد"}
)


@cache
def _lemma(raw: str) -> str:
    """A dictionary form for a noun that no list knows, in Arabic: the same for its cases and plurals."""
    return str(simplemma.lemmatize(raw, lang="ar"))
