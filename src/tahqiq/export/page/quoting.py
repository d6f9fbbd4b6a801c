"""A figure's words with a little of what stands around them."""

from __future__ import annotations

from tahqiq.model.text import Span

_AROUND = 60
_ENDS = "\n\r"


def around(span: Span, most: int = _AROUND) -> tuple[str, str]:
    """The words before and after a span within its paragraph, at most `most` code points each, cut between words.

    A cut is shown by an ellipsis.
    """
    raw = span.text.raw
    before = raw[max(0, span.start - most) : span.start]
    after = raw[span.end : span.end + most]
    return _before(before, span.start > most), _after(after, span.end + most < len(raw))


def _before(words: str, is_cut: bool) -> str:
    line = max(words.rfind(end) for end in _ENDS)
    if line >= 0:
        return words[line + 1 :].lstrip()
    return f"… {words.partition(' ')[2]}" if is_cut and " " in words else words


def _after(words: str, is_cut: bool) -> str:
    line = min((at for end in _ENDS if (at := words.find(end)) >= 0), default=-1)
    if line >= 0:
        return words[:line].rstrip()
    return f"{words.rpartition(' ')[0]} …" if is_cut and " " in words else words
