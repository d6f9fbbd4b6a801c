"""How far attributed words reach, and whether they stand in quotation marks."""

from __future__ import annotations

from typing import NamedTuple

from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.openings import THAT
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import Role, is_action
from tahqiq.model.claim import Mode

_TRAILING = frozenset("،,.؛;:-–—؟!…")


_SUBORDINATORS = frozenset("لكن لكنه لكنها لكنهم بعدما وذلك حيث".split())
_SUBORDINATING_PAIRS = frozenset(
    {("بعد", "ان"), ("رغم", "ان"), ("علي", "الرغم"), ("في", "حين"), ("غير", "ان"), ("الا", "ان")}
)
_JOINING = frozenset({"ثم", "و", "\n", "فيما", "بينما", "لكن", "ولكن", "كما", "حيث", "حين"})
_TURNS = frozenset("لكن لكنه لكنها لكنهم علما بعدما".split())
_TURNING_PAIRS = frozenset(
    {
        ("غير", "ان"),
        ("في", "اشاره"),
        ("الامر", "الذي"),
        ("وهو", "ما"),
        ("وهو", "الامر"),
        ("الا", "ان"),
        ("ومع", "ذلك"),
        ("بيد", "ان"),
    }
)
_NARRATED = frozenset("ولم ولن وكان وكانت وكانوا وقد والتي والذي والذين وليس وليست".split())
_NOUNS_IN_ALIF = frozenset(
    "ذكري دعوي قري اخري كبري فتوي قتلي جرحي اسري مرضي شكوي بلوي قوي حتي علي لدي الي عدوي جدوي صغري عظمي وسطي قصوي"
    " اولي".split()
)
_SHORTEST = 3


class Content(NamedTuple):
    """Content tokens first:end and how they are given."""

    first: int
    end: int
    mode: Mode


def content(scan: Scan, hit: Hit, start: int, limit: int) -> Content | None:
    """The content of a hit in a sentence that begins at `start`; `limit` is where the next cue or the sentence ends."""
    if hit.opening is Opening.BEFORE:
        return _plain(scan, start, min(hit.phrase.first, _tail(scan, start, hit.phrase.first)))
    if hit.opening is Opening.AROUND:
        return _plain(scan, start, limit)
    closing = scan.closing(hit.content)
    if closing is None:
        return _plain(scan, hit.content, _own_words(scan, hit, limit))
    last = _last_quotation(scan, closing, limit)
    if last > closing:
        return Content(hit.content, last + 1, Mode.MIXED)
    if _quote_ends(scan, closing, limit):
        return Content(hit.content + 1, closing, Mode.DIRECT) if closing > hit.content + 1 else None
    if hit.cue.attached and hit.opening is Opening.QUOTE:
        return Content(hit.content + 1, closing, Mode.DIRECT)
    return _plain(scan, hit.content, _tail(scan, hit.content, limit))


def _last_quotation(scan: Scan, closing: int, limit: int) -> int:
    """The end of the last quotation of a sentence that goes on in the speaker's words: "«...»، والباقون «...»"."""
    after = closing + 1
    goes_on = after + 1 < limit and scan.is_comma(after) and scan.at(after + 1).joined == "و"
    if not goes_on or (scan.folded(after + 1), scan.folded(after + 2)) in _TURNING_PAIRS:
        return closing
    ends = (scan.closing(i) for i in range(limit - 1, after, -1))
    return next((end for end in ends if end is not None and end < limit), closing)


def _quote_ends(scan: Scan, closing: int, limit: int) -> bool:
    """Whether nothing of the speaker follows the closing mark: a stop, a comma or the next cue stands there."""
    after = closing + 1
    if after >= limit:
        return True
    return scan.mark(after) in _TRAILING or not scan.at(after).is_word


def _own_words(scan: Scan, hit: Hit, limit: int) -> int:
    """The tail of the content; where it is a bare phrase, a new clause after a comma is no part of it."""
    end = _tail(scan, hit.content, limit)
    if scan.folded(hit.phrase.first - 1) == "ما" or (hit.cue.attached and hit.opening is not Opening.THAT):
        return next((i for i in range(hit.content, end) if scan.is_comma(i)), end)
    if hit.opening not in (Opening.OBJECT, Opening.PREPOSITION) or scan.folded(hit.content - 1) in THAT:
        return end
    return next((i for i in range(hit.content + 1, end) if _ends_phrase(scan, i)), end)


def _ends_phrase(scan: Scan, index: int) -> bool:
    """Whether a phrase that was announced, praised or asked for has ended before this token."""
    if scan.marks.inside[index] >= 0:
        return False
    if scan.is_comma(index - 1) and _starts_clause(scan, index):
        return True
    if _starts_with_subject(scan, index):
        return True
    word, after = scan.folded(index), scan.folded(index + 1)
    return word in _SUBORDINATORS or (word, after) in _SUBORDINATING_PAIRS


def _starts_with_subject(scan: Scan, index: int) -> bool:
    """Whether و joins a body and its present verb ("والجيش التركي يسيطر على")."""
    s = scan.at(index)
    if s.joined != "و" or not s.definite or s.role not in (Role.GOVERNMENT, Role.ORGANIZATION, Role.STATE):
        return False
    verb = index + 2 if scan.at(index + 1).definite else index + 1
    word = scan.folded(verb)
    is_present = word[:1] in ("ي", "ت") and len(word) > _SHORTEST and not is_action(word, word)
    return is_present and scan.at(verb).role is Role.NONE


def _starts_clause(scan: Scan, index: int) -> bool:
    """و before what looks like a verb: ت or ي at its head, or the ت of a feminine past."""
    s, word = scan.at(index), scan.folded(index)
    if word in _NARRATED:
        return True
    if (
        scan.marks.inside[index] >= 0
        or not word.startswith("و")
        or s.definite
        or s.role is not Role.NONE
        or len(word) < 5
    ):
        return False
    ends = (word.endswith("ت") and not word.endswith("ات")) or (word.endswith("ي") and _ends_in_alif(scan, index))
    return (word[1] in "يت" and not is_action(word[1:], word[1:])) or ends


def _ends_in_alif(scan: Scan, index: int) -> bool:
    """Whether a word is a past in ى ("ألغى"), which nouns in ى, most of them listed, are not."""
    word = scan.stream.tokens[index].word
    return word.raw.endswith("ى") and word.folded[1:2] != "م" and word.folded[1:] not in _NOUNS_IN_ALIF


def _tail(scan: Scan, first: int, end: int) -> int:
    """Where the narrator takes over after a comma: "، في إشارة إلى", "، الأمر الذي", "، لكن"."""
    for index in range(first + _SHORTEST, end):
        pair = (scan.folded(index), scan.folded(index + 1))
        turns = pair[0] in _TURNS or pair in _TURNING_PAIRS
        if turns and scan.is_comma(index - 1) and scan.marks.inside[index] < 0:
            return index
    return end


def _is_loose(scan: Scan, index: int) -> bool:
    """Whether a token at the end belongs to no one's words: a mark, or the conjunction of the next clause."""
    return scan.mark(index) in _TRAILING or scan.folded(index) in _JOINING


def _plain(scan: Scan, first: int, end: int) -> Content | None:
    while end > first and _is_loose(scan, end - 1):
        end -= 1
    while first < end and (scan.mark(first) in _TRAILING or scan.folded(first) == "\n"):
        first += 1
    closing = scan.closing(first)
    if closing is not None and closing == end - 1:
        return Content(first + 1, closing, Mode.DIRECT) if closing > first + 1 else None
    if end <= first:
        return None
    quoted = any(scan.closing(i) is not None for i in range(first, end))
    return Content(first, end, Mode.MIXED if quoted else Mode.INDIRECT)
