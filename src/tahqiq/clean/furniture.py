"""Lines that are not the report's own words: links to other stories, repeats, tags, codes, requests to share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tahqiq.clean.lines import Line, key, lines_of
from tahqiq.model.folding import fold
from tahqiq.model.text import Exclusion

_LONGEST = 200
_LONGEST_CLOSED = 60  # a longer line that ends in a full stop is a sentence of the report
_HEAD_LINES = 8

# Openings of lines by which sites speak of themselves; folded, with or without a colon behind.
_OPENINGS = {
    "link to another report": (
        "اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|اقرأ كذلك|اقرأ ايضاً|قراءة المزيد|للمزيد|المزيد من الأخبار|شاهد أيضا|شاهد ايضا"
        "|تابع أيضا|طالع أيضا|طالع ايضا|مواضيع ذات صلة|أخبار ذات صلة|موضوعات ذات صلة|مواضيع متعلقة|أخبار متعلقة|قد يهمك"
        "|قد يعجبك|الأكثر قراءة|الأكثر مشاهدة|اخترنا لك|المقال السابق|المقال التالي|الخبر السابق|الخبر التالي"
    ),
    "request to share or follow": (
        "تابعونا|تابعنا على|تابعونا على|شارك هذا|شارك الخبر|شارك المقال|شاركها|مشاركة الخبر|مشاركة المقال|مشاركة عبر"
        "|انشر على|طباعة الخبر|طباعة المقال|اطبع|أرسل إلى صديق|اشترك في قناتنا|اشترك في نشرتنا|اشترك في النشرة"
        "|اشترك الآن|انضم إلينا|انضم إلى قناتنا|حمل تطبيق|حمّل التطبيق|لمتابعة آخر|أضف تعليق|حجم الخط"
    ),
    "address or tags": (
        "رابط الخبر|رابط مختصر|الرابط المختصر|رابط المقال|الوسوم|كلمات دلالية|كلمات مفتاحية|الكلمات المفتاحية|وسوم"
        "|هاشتاغ|تصنيفات"
    ),
    "rights": "جميع الحقوق محفوظة|حقوق النشر محفوظة|كافة الحقوق محفوظة|حقوق الصورة",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:com|net|org|ly|iq|sy)(?:/\S*)?")
_CODE = re.compile(r"[A-Za-z0-9+/=_-]{12,200}")
_TAGS = re.compile(r"(?:#\w+\s*){2,30}")


def exclusions(raw: str, title_end: int) -> tuple[Exclusion, ...]:
    """What no claim may come from, in order; the headline itself stays."""
    title = key(raw[:title_end]) if title_end else ""
    found = [
        Exclusion(line.start, line.end, reason)
        for place, line in enumerate(lines_of(raw, title_end))
        if (reason := _reason(line, title if place < _HEAD_LINES else ""))
    ]
    return tuple(found) + tuple(_trailing_code(raw, found[-1].end if found else title_end))


def _reason(line: Line, title: str) -> str | None:
    if len(line.words) > _LONGEST:
        return None
    if title and key(line.words) == title:
        return "repeated headline"
    if len(line.words) > _LONGEST_CLOSED and line.words.endswith("."):
        return None
    folded = fold(line.words).lstrip("#*-–—•>»« ")
    for reason, openings in _openings().items():
        if openings.match(folded):
            return reason
    return _shape(line.words)


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    return {
        reason: re.compile(rf"(?:{'|'.join(map(re.escape, sorted(map(fold, names.split('|')))))})(?!\w)")
        for reason, names in _OPENINGS.items()
    }


def _shape(words: str) -> str | None:
    if _ADDRESS.fullmatch(words):
        return "bare address"
    if _TAGS.fullmatch(words):
        return "address or tags"
    return "code" if _is_code(words) else None


def _is_code(words: str) -> bool:
    """An encoded token: long, without blanks, of letters and digits in both cases."""
    return bool(_CODE.fullmatch(words)) and any(c.isdigit() for c in words) and words.lower() != words != words.upper()


def _trailing_code(raw: str, after: int) -> Iterator[Exclusion]:
    """A last line that opens with an encoded token; what a site wrote behind it goes too."""
    lines = list(lines_of(raw[-2 * _LONGEST :]))
    if len(lines) < 2:
        return
    shift = max(0, len(raw) - 2 * _LONGEST)
    start, end = lines[-1].start + shift, lines[-1].end + shift
    first = lines[-1].words.split()[0]
    if start >= after and first != lines[-1].words and len(lines[-1].words) <= _LONGEST and _is_code(first):
        yield Exclusion(start, end, "code")
