"""Numbers written in digits: decimal and thousands marks told apart by shape and by what follows."""

from __future__ import annotations

from typing import NamedTuple

from tahqiq.extract.tokens import Kind, Stream

_LONGEST = 40  # longer runs are identifiers, and int() of a hostile run is quadratic
_POINTS = frozenset(".٫,،'٬’")
_ONLY_DECIMAL = "٫"
_ONLY_THOUSANDS = frozenset("٬'’")
_GROUP = 3


class Run(NamedTuple):
    """Digits that make one number: tokens first:end, its value, and how many digits stand in a plain run (else 0)."""

    end: int
    value: int | float
    plain: int


def is_digits(stream: Stream, index: int) -> bool:
    """Whether token `index` is a run of digits."""
    return 0 <= index < len(stream.tokens) and stream.tokens[index].word.kind is Kind.DIGITS


def touches(stream: Stream, index: int) -> bool:
    """Whether only invisible marks, if anything, stand between token `index` and its predecessor."""
    if not 0 < index < len(stream.tokens):
        return False
    start, end = stream.tokens[index - 1].end, stream.tokens[index].start
    return start == end or not any(c.isspace() for c in stream.text.raw[start:end])


def read_run(stream: Stream, first: int, *, is_scaled: bool) -> Run | None:
    """The number whose first run of digits is token `first`; None where marks make it a version, a date or noise.

    `is_scaled` says that a scale word or a percent sign stands after a single mark with three digits ("2.646 مليار"),
    which then is a decimal mark. `first` may also be a decimal mark before digits (".77").
    """
    runs, marks, end = _collect(stream, first)
    if sum(map(len, runs)) > _LONGEST:
        return None
    if not marks:
        return Run(end, int(runs[0]), len(runs[0]))
    value = _value(runs, marks, is_scaled)
    return None if value is None else Run(end, value, 0)


def _collect(stream: Stream, first: int) -> tuple[list[str], list[str], int]:
    """The digit runs and the marks between them from token `first`, and where they end."""
    if not is_digits(stream, first):
        return ["0", stream.folded(first + 1)], [stream.tokens[first].word.raw], first + 2
    runs, marks, end = [stream.folded(first)], [], first + 1
    while is_digits(stream, end + 1) and _joins(stream, end):
        marks.append(stream.tokens[end].word.raw)
        runs.append(stream.folded(end + 1))
        end += 2
    if not marks:
        return _spaced_groups(stream, runs, end)
    return runs, marks, end


def _joins(stream: Stream, mark: int) -> bool:
    return stream.tokens[mark].word.raw in _POINTS and touches(stream, mark) and touches(stream, mark + 1)


def _spaced_groups(stream: Stream, runs: list[str], end: int) -> tuple[list[str], list[str], int]:
    """Groups of thousands set apart by a space, as in "150 000": only round ones, since years and lists look alike."""
    marks: list[str] = []
    while len(runs[0]) <= _GROUP and runs[0][0] != "0" and stream.folded(end) == "000" and not touches(stream, end):
        runs.append("000")
        marks.append("٬")
        end += 1
    return runs, marks, end


def _value(runs: list[str], marks: list[str], is_scaled: bool) -> int | float | None:
    """The number that digit runs with marks between them mean."""
    if len(marks) == 1:
        return _one_mark(runs[0], runs[1], marks[0], is_scaled)
    *groups, last = runs
    is_grouped = len(groups[0]) <= _GROUP and all(len(g) == _GROUP for g in groups[1:])
    if not is_grouped or len(set(marks[:-1])) > 1:
        return None
    if marks[-1] != marks[0]:
        return _decimal("".join(groups), last)
    return int("".join(runs)) if len(last) == _GROUP else None


def _one_mark(whole: str, rest: str, mark: str, is_scaled: bool) -> int | float | None:
    looks_grouped = len(rest) == _GROUP and len(whole) <= _GROUP and whole[0] != "0"
    if mark in _ONLY_THOUSANDS:
        return int(whole + rest) if looks_grouped else None
    if mark == _ONLY_DECIMAL or not looks_grouped:
        if mark == "،" and not is_scaled:
            return None
        return _decimal(whole, rest)
    if is_scaled and not (mark != "." and rest.endswith("00")):
        return _decimal(whole, rest)
    return int(whole + rest)


def _decimal(whole: str, rest: str) -> int | float:
    digits = int(whole + rest)
    power: int = 10 ** len(rest)
    return digits // power if digits % power == 0 else digits / power
