"""Places that a text names: the gazetteer, and generic words with a name ("مدينة …", "محافظة …")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from tahqiq.extract.ar.counted import nationalities, things
from tahqiq.extract.ar.everyday import is_everyday
from tahqiq.extract.engine import Found
from tahqiq.extract.lexicon import Hit, Lexicon, listed, read_table
from tahqiq.extract.tokens import Kind, Stream, word_of
from tahqiq.model.folding import fold
from tahqiq.model.place import Place

_PREPOSITIONS = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "ك"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the gazetteer."""

    key: str
    country: str
    latitude: float | None
    longitude: float | None


@cache
def gazetteer() -> Lexicon[Entry]:
    """Every name of every known place; places added by hand win over packaged ones."""
    named: dict[str, tuple[str, Entry]] = {}
    for name, entry in (*_packaged(), *_added()):
        named[fold(name)] = (name, entry)
    return Lexicon(named.values(), proclitics=_PREPOSITIONS)


def _packaged() -> Iterator[tuple[str, Entry]]:
    rows = resources.files("tahqiq.extract.lexicon").joinpath("places.tsv").read_text("utf-8").splitlines()[1:]
    claimed: set[str] = set()
    for row in rows:
        key, names, _, country, latitude, longitude, _ = row.split("\t")
        entry = Entry(key, country, *(float(x) if x else None for x in (latitude, longitude)))
        for name in names.split("|"):
            if name not in claimed:  # rows are by population: the larger place keeps a shared name
                claimed.add(name)
                yield name, entry


def _added() -> Iterator[tuple[str, Entry]]:
    table = read_table("places_added")["places"]
    assert isinstance(table, dict)
    for key, row in table.items():
        assert isinstance(row, list)
        names, _, country, latitude, longitude = row
        for name in names.split("|"):
            yield name, Entry(key, country, float(latitude), float(longitude))


@dataclass(frozen=True, slots=True)
class Places:
    """The place mentions of a text, in order of their first token."""

    found: tuple[Found[Place], ...]
    _firsts: tuple[int, ...]

    @classmethod
    def of(cls, found: Iterable[Found[Place]]) -> Places:
        """These, in order of their first token."""
        kept = tuple(found)
        return cls(kept, tuple(f.first for f in kept))

    def between(self, first: int, end: int) -> tuple[Found[Place], ...]:
        """Those that begin in tokens first:end."""
        return self.found[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]


def places(stream: Stream) -> Places:
    """Every place that the text names, the longest name at each token."""
    names, found, end = gazetteer(), [], 0
    for index, token in enumerate(stream.tokens):
        if index < end or not _may_name(token.word.raw):
            continue
        hit = _known(names, stream, index) or _generic(stream, index)
        if hit is not None:
            found.append(hit)
            end = hit.end
    return Places.of(found)


def is_set_in(stream: Stream, found: Found[Place]) -> bool:
    """Whether the words set something in the place: "في حلب", "بحلب", "شمال حلب", "مدينة حلب"."""
    is_kind = stream.folded(found.first)[found.skip :] in listed("kinds_of_places")
    is_in = "ب" in stream.folded(found.first)[: found.skip]
    return is_kind or is_in or stream.folded(found.first - 1) in listed("before_places")


def is_ambiguous(stream: Stream, found: Found[Place]) -> bool:
    """Whether what looks like a place may be a first name, a word or a club ("هالة", "مالي", "ريال مدريد")."""
    if stream.folded(found.first - 1) in _CLUBS or stream.folded(found.end) == "راس":  # "مسقط رأس"
        return True
    return found.end - found.first == 1 and stream.folded(found.first)[found.skip :] in listed("ambiguous_places")


def is_dateline(stream: Stream, found: Found[Place]) -> bool:
    """Whether the place opens a line before a dash: "دبي، الإمارات (شبكة) –", "بغداد - الوكالة"."""
    first = found.first
    while first and stream.folded(first - 1) in _COMMAS:
        first -= 2
    if first > 0 and stream.tokens[first - 1].word.kind is not Kind.NEWLINE:
        return False
    for index in range(found.end, min(len(stream.tokens), found.end + _DATELINE)):
        if stream.tokens[index].word.kind is Kind.NEWLINE:
            return False
        if stream.folded(index) in _DASHES:
            return True
    return False


_KINDS = frozenset("الدولي الجامعي العسكري التعليمي الطبيه الجويه الصناعيه الاقتصاديه الرياضيه".split())
_CLUBS = frozenset(("ريال", "اتلتيكو"))
_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—ـ")
_DATELINE = 8
_SHORTEST_NAME = 3


def is_seat(stream: Stream, found: Found[Place]) -> bool:
    """Whether the place is only where somebody has an office: "ومقره لندن", "يتخذ من لندن مقرا"."""
    before = (stream.folded(found.first - back).removeprefix("و") for back in (1, 2))
    return stream.folded(found.end) == "مقرا" or any(word in ("مقره", "مقرها", "مقرهم") for word in before)


@lru_cache(maxsize=1 << 17)
def _may_name(raw: str) -> bool:
    """Whether a written word may open the name of a place."""
    return gazetteer().may_begin(word_of(raw)) or _letters_before_kind(raw) is not None


def _known(names: Lexicon[Entry], stream: Stream, index: int) -> Found[Place] | None:
    hit = names.at(stream, index)
    if hit is None or _is_nationality(stream, index) or stream.tokens[hit.end - 1].word.raw == "على":
        return None
    span = stream.span(index, hit.end, skip=_letters(hit))
    e = hit.value
    place = Place(span.quote, span, e.key, e.country, e.latitude, e.longitude)
    return Found(index, hit.end, place, "place in the gazetteer", _letters(hit))


def _is_nationality(stream: Stream, index: int) -> bool:
    """ "جنديا سوريا": an adjective that agrees with the noun before it, spelled as its country."""
    before = stream.tokens[index - 1].word if index else None
    if before is None or not before.folded.endswith("ا") or things().of(before) is None:
        return False
    return nationalities().of(stream.tokens[index].word) is not None


def _letters(hit: Hit[Entry]) -> int:
    return len(hit.proclitics)


def _generic(stream: Stream, index: int) -> Found[Place] | None:
    """ "مدينة X": a generic word, then a definite or foreign-looking name that no list knows."""
    before = _letters_before_kind(stream.tokens[index].word.raw)
    if before is None or index + 1 >= len(stream.tokens):
        return None
    named, is_first = stream.tokens[index + 1].word, _wants_another(stream, index + 1)
    if (
        not named.is_arabic
        or named.folded in listed("not_place_names")
        or named.kind is not Kind.WORD
        or (len(named.folded) < _SHORTEST_NAME and not is_first)
        or (named.raw.endswith("ة") and is_everyday(named.raw))  # "منطقة محددة"
        or (named.folded in listed("not_place_names", "sides") and not stream.folded(index).endswith("منطقه"))
    ):
        return None
    if gazetteer().at(stream, index + 1) is not None:
        return None
    end = _past_honoured(stream, index + 3) if is_first else index + 2
    span = stream.span(index, end, skip=before)
    return Found(index, end, Place(span.quote, span), "generic word and name", before)


def _past_honoured(stream: Stream, end: int) -> int:
    """Past the fathers of the one whose name a place bears, and what kind it is ("مطار الملك … بن … الدولي")."""
    if stream.folded(end - 2) not in listed("opening_place_names", "honouring"):
        return end
    end += int(stream.folded(end - 1) == "عبد" and end < len(stream))
    while stream.folded(end) == "بن" and end + 1 < len(stream):
        end += 2
    return end + int(stream.folded(end) in _KINDS)


def _wants_another(stream: Stream, index: int) -> bool:
    """Whether a word opens a name of two ("وادي السنديان", "تل حميران"), and the next word can be its second."""
    is_honour = stream.folded(index) in listed("opening_place_names", "honouring")
    if not (is_honour or stream.folded(index) in listed("opening_place_names")) or index + 1 >= len(stream):
        return False
    second = stream.tokens[index + 1].word
    is_name = is_honour or second.folded.startswith("ال") or not is_everyday(second.raw)
    return second.is_arabic and len(second.folded) >= _SHORTEST_NAME and is_name


@lru_cache(maxsize=1 << 17)
def _letters_before_kind(raw: str) -> int | None:
    """How many letters of proclitics stand before a kind of place ("بمدينة" 1); None for any other word."""
    splits = (s for s in word_of(raw).splits if s.stem in listed("kinds_of_places") and "ال" not in s.proclitics)
    return next((len(split.proclitics) for split in splits), None)
