"""The sentence around a stretch of a report, for what its neighbours say of a number."""

from __future__ import annotations

from tahqiq.model.text import Span

_ENDS = ".!?؟\n"
_LONGEST = 600


def sentence_around(span: Span) -> Span:
    """The sentence that holds `span`, at most 600 code points to either side."""
    raw = span.text.raw
    before = raw[max(0, span.start - _LONGEST) : span.start]
    after = raw[span.end : span.end + _LONGEST]
    back = len(before) - 1 - max(before.rfind(end) for end in _ENDS)
    ahead = min((at for at in map(after.find, _ENDS) if at >= 0), default=len(after))
    return Span(span.text, span.start - back, span.end + ahead)
