"""Rules over tokens: a rule is a name, a pattern and a build; the engine knows no language.

A pattern is a row of elements. A plain string stands for one folded word; elements that capture hand their value to
`build`, in order. `build` may answer None: the words match but mean something else. Patterns are fixed-length apart
from `maybe`, and each rule is tried only where its first element can stand, so a pass is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from tahqiq.extract.lexicon import Lexicon
from tahqiq.extract.tokens import Kind, Stream
from tahqiq.model.folding import fold

T = TypeVar("T")
ANY_DIGITS = "0"  # stands for every run of digits where elements say what they start with
_MOST_CACHED = 1 << 17


class Found(NamedTuple, Generic[T]):
    """A value read from tokens first:end by a named rule; `skip` folded letters of the first are proclitics."""

    first: int
    end: int
    value: T
    rule: str
    skip: int = 0


class Step(NamedTuple):
    """One element matched: where it ends, what it captured, and the proclitics of its first word."""

    end: int
    captured: tuple[object, ...] = ()
    proclitics: str = ""


class Element(Protocol):
    """One place of a pattern."""

    def starts(self) -> frozenset[str] | None:
        """The folded words (without proclitics) that it can begin with, `ANY_DIGITS` among them; None: anything."""

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        """How it matches at token `index`, or None."""


class Charts:
    """What earlier passes found, by kind: token index → Found."""

    __slots__ = ("_charts",)

    def __init__(self, **charts: Mapping[int, Found[object]]) -> None:
        self._charts = charts

    def at(self, kind: str, index: int) -> Found[object] | None:
        """What the pass `kind` found beginning at token `index`."""
        return self._charts[kind].get(index)


@dataclass(frozen=True, slots=True)
class word(Element):  # noqa: N801 - elements read as words of a pattern
    """One of several folded words, captured if `capture`; `bare` refuses proclitics."""

    forms: frozenset[str]
    capture: bool = False
    bare: bool = True

    def starts(self) -> frozenset[str] | None:
        return self.forms

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        if index >= len(stream.tokens):
            return None
        for split in stream.tokens[index].word.splits:
            if split.stem in self.forms:
                return Step(index + 1, (split.stem,) if self.capture else (), split.proclitics)
            if self.bare:
                return None
        return None


def one_of(*forms: str, capture: bool = False, bare: bool = True) -> word:
    """One of several words, in any spelling."""
    return word(frozenset(map(fold, forms)), capture, bare)


def clitic(*forms: str, capture: bool = False) -> word:
    """One of several words, with or without proclitics."""
    return one_of(*forms, capture=capture, bare=False)


@dataclass(frozen=True, slots=True)
class lex(Element, Generic[T]):  # noqa: N801
    """A phrase of a word list; captures its value."""

    lexicon: Lexicon[T]
    bare: bool = False

    def starts(self) -> frozenset[str] | None:
        return self.lexicon.first_words

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        hit = self.lexicon.at(stream, index)
        if hit is None or (self.bare and hit.proclitics):
            return None
        return Step(hit.end, (hit.value,), hit.proclitics)


@dataclass(frozen=True, slots=True)
class found(Element):  # noqa: N801
    """Something that an earlier pass found; captures its value. `test` may refuse it."""

    kind: str
    test: Callable[[object], bool] | None = None

    def starts(self) -> frozenset[str] | None:
        return None

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        hit = charts.at(self.kind, index)
        if hit is None or (self.test is not None and not self.test(hit.value)):
            return None
        return Step(hit.end, (hit.value,))


@dataclass(frozen=True, slots=True)
class digits(Element):  # noqa: N801
    """A run of digits whose number lies in low..high and whose length in shortest..longest; captures the int."""

    low: int
    high: int
    shortest: int = 1
    longest: int = 9

    def starts(self) -> frozenset[str] | None:
        return frozenset((ANY_DIGITS,))

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        if index >= len(stream.tokens):
            return None
        word_here = stream.tokens[index].word
        if word_here.kind is not Kind.DIGITS or not self.shortest <= len(word_here.folded) <= self.longest:
            return None
        value = int(word_here.folded)
        return Step(index + 1, (value,)) if self.low <= value <= self.high else None


@dataclass(frozen=True, slots=True)
class maybe(Element):  # noqa: N801
    """An element that may be missing; what it captures is None then, once for each capture of a present one."""

    inner: Element
    captures: int = 0

    def starts(self) -> frozenset[str] | None:
        return None

    def match(self, stream: Stream, index: int, charts: Charts) -> Step | None:
        step = self.inner.match(stream, index, charts)
        return step or Step(index, (None,) * self.captures)


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A named row: `pattern` of elements and plain words, `build` from their captures to a value or None."""

    name: str
    pattern: tuple[Element | str, ...]
    build: Callable[..., T | None]


class RuleSet(Generic[T]):
    """Rules of one kind, tried at each token; the longest match wins, then the earlier row."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self._by_word: dict[str, list[tuple[Rule[T], tuple[Element, ...]]]] = {}
        self._anywhere: list[tuple[Rule[T], tuple[Element, ...]]] = []
        self._by_written: dict[str, tuple[tuple[Rule[T], tuple[Element, ...]], ...]] = {}
        self.names: tuple[str, ...] = ()
        for rule in rules:
            self._file(rule)

    def _file(self, rule: Rule[T]) -> None:
        if rule.name in self.names:
            raise ValueError(f"two rules are named {rule.name!r}")
        self.names = (*self.names, rule.name)
        first, *rest = rule.pattern
        head = clitic(first) if isinstance(first, str) else first
        row = (rule, (head, *(one_of(e) if isinstance(e, str) else e for e in rest)))
        starts = head.starts()
        if starts is None:
            self._anywhere.append(row)
            return
        for start in starts:
            self._by_word.setdefault(start, []).append(row)

    def at(self, stream: Stream, index: int, charts: Charts) -> Found[T] | None:
        """The best match that begins at token `index`."""
        best: Found[T] | None = None
        for rule, elements in self._candidates(stream, index):
            matched = _match(rule, elements, stream, index, charts)
            if matched is not None and (best is None or matched.end > best.end):
                best = matched
        return best

    def run(self, stream: Stream, charts: Charts) -> Iterator[Found[T]]:
        """Every match from left to right, none overlapping another."""
        index = 0
        while index < len(stream.tokens):
            hit = self.at(stream, index, charts)
            if hit is None:
                index += 1
                continue
            yield hit
            index = hit.end

    def _candidates(self, stream: Stream, index: int) -> tuple[tuple[Rule[T], tuple[Element, ...]], ...]:
        word_here = stream.tokens[index].word
        written = ANY_DIGITS if word_here.kind is Kind.DIGITS else word_here.folded
        rows = self._by_written.get(written)
        if rows is None:
            if len(self._by_written) >= _MOST_CACHED:
                self._by_written.clear()
            stems = (written, *(split.stem for split in word_here.splits[1:]))
            rows = self._by_written[written] = (*(r for s in stems for r in self._by_word.get(s, ())), *self._anywhere)
        return rows


def _match(rule: Rule[T], elements: tuple[Element, ...], stream: Stream, first: int, charts: Charts) -> Found[T] | None:
    captured: list[object] = []
    index, skip = first, 0
    for element in elements:
        step = element.match(stream, index, charts)
        if step is None:
            return None
        if index == first and step.end > first:
            skip = _written_length(step.proclitics)
        captured.extend(step.captured)
        index = step.end
    value = rule.build(*captured)
    return None if value is None or index == first else Found(first, index, value, rule.name, skip)


def _written_length(proclitics: str) -> int:
    """Letters that the proclitics take in writing ("لال" is written "لل")."""
    return len(proclitics) - 1 if proclitics.endswith("لال") else len(proclitics)
