"""Quotation marks: which one opens, which one closes it, in the seven styles of news and where one was forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.extract.tokens import Kind, Stream

_GUILLEMETS = {"«": True, "»": False, "‹": True, "›": False}
_DOUBLE = frozenset('"“”„‟″')
_SINGLE = frozenset("'‘’‚")
_PROCLITIC = frozenset({"ب", "ل", "ك", "و", "ف", "بال", "لل", "ال", "بـ", "لـ"})


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a stream.

    `partner` maps the token of every opening mark to that of its closing mark; an unclosed quotation ends at the end of
    its paragraph (that token is then no mark). `inside[i]` is the opening mark of the innermost quotation around
    token i, -1 outside; the marks themselves lie outside their own quotation.
    """

    partner: dict[int, int]
    inside: tuple[int, ...]


def quotes(stream: Stream) -> Quotes:
    """Pair the quotation marks of a stream in one pass."""
    partner: dict[int, int] = {}
    inside: list[int] = []
    stack: list[int] = []
    for index, token in enumerate(stream.tokens):
        kind = token.word.kind
        if kind is Kind.NEWLINE and stack:
            _close_all(stack, index, partner)
        elif kind is Kind.MARK and _is_quote(token.word.raw):
            _turn(stream, index, stack, partner)
            inside.append(stack[-1] if stack and stack[-1] != index else _below(stack))
            continue
        inside.append(stack[-1] if stack else -1)
    _close_all(stack, len(stream.tokens), partner)
    return Quotes(partner, tuple(inside))


def _below(stack: list[int]) -> int:
    return stack[-2] if len(stack) > 1 else -1


def _is_quote(mark: str) -> bool:
    return mark in _GUILLEMETS or mark in _DOUBLE or mark in _SINGLE


def _close_all(stack: list[int], index: int, partner: dict[int, int]) -> None:
    while stack:
        partner[stack.pop()] = index


def _turn(stream: Stream, index: int, stack: list[int], partner: dict[int, int]) -> None:
    """Open or close a quotation at a mark."""
    mark = stream.tokens[index].word.raw
    before, after = stream.glued(index), stream.glued(index + 1)
    if mark in _GUILLEMETS:
        opens = _GUILLEMETS[mark]
    elif mark in _SINGLE and before and after and _next_is_word(stream, index) and not _after_proclitic(stream, index):
        return
    else:
        opens = _opens(stream, index, bool(stack and _kin(stream, stack[-1], mark)))
    if opens and (after or mark not in _SINGLE):
        stack.append(index)
    elif not opens:
        _close(stream, index, stack, partner)


def _opens(stream: Stream, index: int, is_open: bool) -> bool:
    before, after = stream.glued(index), stream.glued(index + 1)
    if before and _after_proclitic(stream, index):
        return after
    if is_open:
        return after and not before and _next_is_word(stream, index)
    return not before or after or _closes_later(stream, index)


def _closes_later(stream: Stream, index: int) -> bool:
    """Whether a mark written onto the word before it still opens: the next mark of its family in the line closes."""
    mark = stream.tokens[index].word.raw
    for later in range(index + 1, len(stream.tokens)):
        word = stream.tokens[later].word
        if word.kind is Kind.NEWLINE:
            return False
        if word.raw in _DOUBLE and mark in _DOUBLE:
            return stream.glued(later)
    return False


def _after_proclitic(stream: Stream, index: int) -> bool:
    previous = stream.tokens[index - 1].word
    return previous.folded in _PROCLITIC or previous.folded in ("(", ":", "/") or previous.raw.endswith("ـ")


def _next_is_word(stream: Stream, index: int) -> bool:
    return index + 1 < len(stream.tokens) and stream.tokens[index + 1].word.kind in (Kind.WORD, Kind.DIGITS)


def _kin(stream: Stream, opener: int, mark: str) -> bool:
    opening = stream.tokens[opener].word.raw
    return any(opening in family and mark in family for family in (_DOUBLE, _SINGLE, _GUILLEMETS))


def _close(stream: Stream, index: int, stack: list[int], partner: dict[int, int]) -> None:
    """Close the innermost open quotation of the mark's family; those left open inside it end there too."""
    mark = stream.tokens[index].word.raw
    if not any(_kin(stream, opener, mark) for opener in stack):
        return
    while stack:
        opener = stack.pop()
        partner[opener] = index
        if _kin(stream, opener, mark):
            return
