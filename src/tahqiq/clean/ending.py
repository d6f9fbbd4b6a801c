"""What a site wrote behind the last sentence of a report, on its last line."""

from __future__ import annotations

import re

from tahqiq.clean.lines import lines_of
from tahqiq.clean.phrases import REQUEST, opened_behind_a_sentence
from tahqiq.model.text import Exclusion

_LONGEST = 250
_LONGEST_PHRASE = 60
_BOUNDARY = re.compile(r"[.!؟»”\")]\s{1,40}|(?=رابط الخبر ب|للتواصل مع الكاتب)")
_CODE = re.compile(r"[A-Za-z0-9+/=_-]{12,200}")


def ending(raw: str, after: int) -> Exclusion | None:
    """The site's own words at the end of the last line of `raw`, from `after` on; None where there are none.

    They open with a phrase of sites, behind the end of a sentence unless no sentence has that phrase, and are no
    sentence, unless of request; or the line opens with an encoded token.
    """
    lines = list(lines_of(raw, max(0, len(raw) - 2 * _LONGEST)))
    if not lines or lines[-1].end <= after:
        return None
    last = lines[-1]
    if len(lines) > 1 and last.start >= after and len(last.words) <= _LONGEST and is_code(last.words.split()[0]):
        return Exclusion(last.start, last.end, "code")
    start, is_closed = max(last.start, after), last.words.endswith(".")
    for found in _BOUNDARY.finditer(raw, max(start, last.end - _LONGEST), last.end):
        reason = opened_behind_a_sentence(raw[found.end() : found.end() + _LONGEST_PHRASE])
        if reason and (reason == REQUEST or not is_closed):
            return Exclusion(found.end(), last.end, reason)
    return None


def is_code(words: str) -> bool:
    """An encoded token: long, without blanks, of letters and digits in both cases."""
    return bool(_CODE.fullmatch(words)) and any(c.isdigit() for c in words) and words.lower() != words != words.upper()
