"""What no claim may come from: links to other stories, repeats, tags, codes, requests, bare numbers of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tahqiq.clean.ending import ending, is_code
from tahqiq.clean.lines import Line, key, lines_of
from tahqiq.clean.phrases import CREDIT, REQUEST, TAGS, heads_list, is_byline, is_request, opened_by
from tahqiq.clean.rows import bare_numbers
from tahqiq.model.folding import fold
from tahqiq.model.text import Exclusion

_LONGEST = 200
_LONGEST_CLOSED = 60  # a longer line that ends in a full stop is a sentence of the report
_HEAD_LINES = 8
_BYLINE_LINES = 3
_MOST_LISTED = 8
_LONGEST_LISTED = 120
_STOPS = ".،؛:"
_SPOKEN = re.compile(r"و?(?:قال|اضاف|اوضح|اكد|اشار|ذكر|تابع|كان|افاد|اعلن)ت?(?!\w)")  # folded; no headline opens so
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:com|net|org|ly|iq|sy)(?:/\S*)?")
_TAGGED = re.compile(r"(?:#\w+\s*){2,30}")


def exclusions(raw: str, title_end: int) -> tuple[Exclusion, ...]:
    """What no claim may come from, in order and apart; the headline itself stays."""
    lines = list(lines_of(raw, title_end))
    found = list(_of_lines(lines, key(raw[:title_end]) if title_end else ""))
    last = ending(raw, max(title_end, found[-1].end if found else 0))
    return tuple(found) if last is None else (*found, last)


def _of_lines(lines: Sequence[Line], title: str) -> Iterator[Exclusion]:
    listed, left = "", 0  # why lines below a heading are the site's, and how many of them may be
    for place, line in enumerate(lines):
        reason = _reason(line, place, title) or (listed if left and _may_be_listed(line.words) else "")
        if reason:
            yield Exclusion(line.start, line.end, reason)
        else:
            yield from bare_numbers(line)
        heading = heads_list(line.words) if reason else None
        listed, left = (heading, _MOST_LISTED) if heading else (listed, left - 1 if reason and left else 0)


def _reason(line: Line, place: int, title: str) -> str | None:
    words = line.words
    if title and place < _HEAD_LINES and key(words) == title:
        return "repeated headline"
    if len(words) > _LONGEST:
        return None
    if is_request(words):
        return REQUEST
    if len(words) > _LONGEST_CLOSED and words.endswith("."):
        return None
    return opened_by(words) or _shape(words) or (CREDIT if place < _BYLINE_LINES and is_byline(words) else None)


def _may_be_listed(words: str) -> bool:
    """Whether a line below a heading of links looks like another report's headline, not like a sentence of this one."""
    if len(words) > _LONGEST_LISTED or words[-1] in _STOPS or not key(words):
        return False
    return _SPOKEN.match(fold(words)) is None


def _shape(words: str) -> str | None:
    if _ADDRESS.fullmatch(words):
        return "bare address"
    if _TAGGED.fullmatch(words):
        return TAGS
    return "code" if is_code(words) else None
