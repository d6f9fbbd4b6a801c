"""Actors that are known by name: states, forces, groups, bodies, agencies, outlets; what each is, and its English name.

The packaged ones are the rows of lexicon/actors.tsv; a user's own rows win over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from tahqiq.errors import UnreadableInput
from tahqiq.model.folding import fold
from tahqiq.model.source import SourceKind

STATE = "state"
_COLUMNS = ("name", "variants", "english", "kind", "seat", "wikidata")
_NEEDED = ("name", "kind")
_KINDS = tuple(k.value for k in SourceKind if k not in (SourceKind.NARRATOR, SourceKind.UNKNOWN))


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `seats` are capitals that speak for it; `english` and `wikidata` (a Q-id) are "" where not known."""

    name: str
    variants: tuple[str, ...]
    english: str
    kind: SourceKind
    is_state: bool = False
    seats: tuple[str, ...] = ()
    wikidata: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class Actors:
    """Who is known by a folded name: first a user's own (`own`), then the packaged ones."""

    own: Mapping[str, Actor] = field(default_factory=dict)

    @classmethod
    def with_own(cls, rows: Iterable[Actor]) -> Actors:
        """The packaged actors under these of a user's; of two rows with one name the later counts."""
        return cls(_by_name(rows))

    def at(self, folded: str) -> Actor | None:
        """The actor that is called so, or whose seat is."""
        return self.own.get(folded) or packaged().get(folded)

    def named(self, words: str) -> Actor | None:
        """The actor that is called so in any spelling; None where words are only the seat of one."""
        folded = " ".join(fold(words).split())
        actor = self.at(folded)
        return actor if actor is not None and folded in _keys(actor.names) else None

    def called(self, words: str) -> Actor | None:
        """The actor of this Arabic or English name; it looks at every actor, so it is for a person's questions."""
        folded = " ".join(fold(words).split())
        rows = (*self.own.values(), *packaged().values())
        return self.named(words) or next((a for a in rows if a.english and fold(a.english) == folded), None)

    def seated(self, folded: str) -> Actor | None:
        """The actor for which the capital of this folded name speaks."""
        actor = self.at(folded)
        return actor if actor is not None and folded in _keys(actor.seats) else None


PACKAGED = Actors()


@cache
def packaged() -> Mapping[str, Actor]:
    """The packaged actors by each folded name and seat."""
    written = resources.files("tahqiq.extract.lexicon").joinpath("actors.tsv").read_text("utf-8")
    return _by_name(parse_actors(written, "actors.tsv"))


def parse_actors(written: str, locator: str) -> tuple[Actor, ...]:
    """The rows of a tab-separated file whose first line names its columns.

    Columns: name and kind (one of the kinds of sources, or "state"), and if wanted variants, english, seat, wikidata;
    several variants or seats are parted by "|". Empty lines and lines that begin with # are no rows. Raises
    UnreadableInput with the line of the first row that cannot be read, and the reason.
    """
    lines = [(n, line) for n, line in enumerate(written.removeprefix("\ufeff").splitlines(), 1) if _is_row(line)]
    if not lines:
        raise UnreadableInput(locator, "it holds no rows")
    (first, header), *rows = lines
    columns = tuple(name.strip().lower() for name in header.split("\t"))
    unknown = [name for name in columns if name not in _COLUMNS]
    if unknown or not set(_NEEDED) <= set(columns):
        known = "columns are name, kind and if wanted variants, english, seat, wikidata"
        raise UnreadableInput(f"{locator}:{first}", f"its first line names no columns that are known ({known})")
    return tuple(_actor(columns, line, f"{locator}:{n}") for n, line in rows)


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _actor(columns: tuple[str, ...], line: str, locator: str) -> Actor:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(columns):
        raise UnreadableInput(locator, f"{len(cells)} cells under {len(columns)} columns")
    row = dict.fromkeys(_COLUMNS, "") | dict(zip(columns, cells, strict=False))
    if not fold(row["name"]).strip():
        raise UnreadableInput(locator, "an actor needs a name")
    if row["kind"] not in (STATE, *_KINDS):
        raise UnreadableInput(locator, f"{row['kind']!r} is no kind: {', '.join((STATE, *_KINDS))}")
    if row["wikidata"] and not (row["wikidata"][0] == "Q" and row["wikidata"][1:].isdecimal()):
        raise UnreadableInput(locator, f"{row['wikidata']!r} is not an id of Wikidata (Q and a number)")
    is_state = row["kind"] == STATE
    kind = SourceKind.GOVERNMENT if is_state else SourceKind(row["kind"])
    variants, seats = _several(row["variants"]), _several(row["seat"])
    return Actor(row["name"], variants, row["english"], kind, is_state, seats, row["wikidata"])


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, cell.split("|")) if part)


@cache
def names_of_one_word() -> tuple[tuple[str, Actor], ...]:
    """The folded packaged names of one word that can open a longer one, each with its actor.

    Names with an article are everyday words as well ("الجزيرة"), but for states.
    """
    rows = ((key, actor) for key, actor in packaged().items() if " " not in key)
    return tuple((key, actor) for key, actor in rows if actor.is_state or not key.startswith("ال"))


def _by_name(rows: Iterable[Actor]) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for actor in rows:
        found.update(dict.fromkeys(_keys((*actor.names, *actor.seats)), actor))
    return found


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (" ".join(fold(name).split()) for name in names)
