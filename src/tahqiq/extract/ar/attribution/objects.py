"""How the content of a verb begins after its subject: as a bare object, or by what introduces it."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue
from tahqiq.extract.ar.attribution.hits import Opening
from tahqiq.extract.ar.attribution.name_parts import is_that
from tahqiq.extract.ar.attribution.openings import THAT, Found, opening
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.relays import past_listener
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role, is_action, word_list

_SETTINGS = frozenset("في خلال عبر علي اثناء عقب ضمن لدي".split())
_DESCRIBING = frozenset({"believe", "say"})
_ADDRESSING = frozenset({"call_for", "warn"})
_TELLING_OF = frozenset({"say", "accuse", "believe"})
_AIMED = frozenset({"accuse", "condemn", "praise", "thank"})
_NEAR_LED = 3
_LONGEST_OBJECT = 10  # tokens of what is described, before what it is said to be
_LETTERS = ("ب", "ل")
_GOVERNING = frozenset("عقب اثر غداه عشيه اثناء قبيل بعيد وقت".split())  # times that want a noun behind them
_ASIDES = frozenset("وهو وهي وهم مدعوما مدعومه مدعومين ممثلا ممثله".split())
_LONGEST_ASIDE = 14
_OBJECT_LEADS = frozenset("هذه هذا ذلك تلك كل جميع اي ما".split())


def content_after(scan: Scan, start: int, stop: int, cue: Cue) -> Found | None:
    """How the content begins after the subject: at once as a bare object, else wherever something introduces it."""
    if cue.attached and "object" in cue.takes:
        cue = cue._replace(takes=cue.takes | {"ب"})
    if (
        "object" in cue.takes
        and (not cue.attached or cue.act in _DESCRIBING)
        and (cue.attached or not _is_passive_like(cue))
    ):
        bare = _object(scan, start, stop, cue)
        if bare is not None and cue.act in _ADDRESSING:
            return _past_addressed(scan, bare, stop, cue) or bare
        if bare is not None:
            return _told_of(scan, bare, stop) if "ان" not in cue.takes and cue.act in _TELLING_OF else bare
    return opening(scan, start, stop, cue)


def _past_addressed(scan: Scan, bare: Found, stop: int, cue: Cue) -> Found | None:
    """What is asked of those addressed by name ("ناشدت الإدارة المواطنين التبرع", "حث الطرفين على الحوار")."""
    s = scan.at(bare.content)
    listed = s.stem in word_list("people", "addressed") or s.stem in _OBJECT_LEADS
    if not (listed or s.role in HEADS or (s.definite and s.stem.endswith("ين"))):
        return None
    end = noun_phrase(scan, bare.content, stop)
    if end == bare.content:
        return None
    if looks_like_action(scan, end) and not scan.at(end).preposition:
        return Found(Opening.OBJECT, end, bare.introducer)
    led = opening(scan, end, min(stop, end + _NEAR_LED), cue)
    return None if led is None else led._replace(introducer=bare.introducer)


def _told_of(scan: Scan, bare: Found, stop: int) -> Found:
    """What is said of a bare object, where "بأنه" introduces it ("وصف المسلسل بأنه طويل"); else the object with it."""
    for index in range(bare.content + 1, min(stop, bare.content + _LONGEST_OBJECT)):
        if scan.is_comma(index) or scan.closing(index) is not None:
            break
        if scan.folded(index) in THAT and scan.folded(index).startswith("ب") and index + 1 < stop:
            return Found(Opening.THAT, index + 1, bare.introducer)
    return bare


def _is_passive_like(cue: Cue) -> bool:
    """ "تعتبر المدينة": the present of اعتبر before a noun is mostly its passive."""
    return cue.present and cue.act == "believe"


def _object(scan: Scan, start: int, stop: int, cue: Cue) -> Found | None:
    start = past_listener(scan, start, stop)
    index = _past_circumstances(scan, start, stop)
    s = scan.at(index)
    if index >= stop or not s.is_word or s.preposition or s.joined or s.role is Role.TIME or is_that(scan, index):
        return None
    if s.role in FUNCTION and scan.folded(index) not in _OBJECT_LEADS:
        return None
    if scan.folded(index) in _LETTERS:  # apart from what they lead: لـ«الميدان»
        return None
    if cue.attached and (s.definite or s.role in FUNCTION or index > start):
        return None
    if cue.act in _AIMED and s.role is Role.STATE and scan.is_comma(index - 1):
        return Found(Opening.OBJECT, index, index)
    if scan.folded(index - 1) in _GOVERNING:
        return None
    after_time = scan.at(index - 1).role is Role.TIME or scan.folded(index) in _OBJECT_LEADS
    if index > start and not (looks_like_action(scan, index) or (s.definite and after_time)):
        return None
    return Found(Opening.OBJECT, index, index)


def looks_like_action(scan: Scan, index: int) -> bool:
    """Whether a word, definite or not, looks like a verbal noun."""
    s = scan.at(index)
    return s.is_word and not s.is_name and is_action(scan.stream.tokens[index].word.raw, s.stem)


def _past_circumstances(scan: Scan, start: int, stop: int) -> int:
    """Past days, "من جهته" and "في بيان" between a subject and its object."""
    index = start
    while index < stop:
        after = _past_one(scan, index, stop)
        if after == index:
            return index
        index = after
    return index


def _past_one(scan: Scan, index: int, stop: int) -> int:
    s = scan.at(index)
    aside = _past_aside(scan, index, stop) if scan.is_comma(index) else index
    if aside > index:
        return aside
    if scan.is_comma(index) or s.role is Role.TIME:
        return index + 1
    if scan.folded(index) == "من" and scan.folded(index + 1)[:3] in ("جهت", "جان"):
        return index + 2
    if scan.folded(index) in _SETTINGS and scan.at(index + 1).stem in word_list("circumstances", "media"):
        after = index + 2
        while after < min(stop, index + 5) and scan.at(after).is_word and not _begins_object(scan, after):
            after += 1
        return after
    if s.role is Role.PREPOSITION and scan.at(index + 1).role is Role.TIME:
        return index + 2
    if s.role is Role.PREPOSITION and (scan.at(index + 1).definite or scan.at(index + 1).role is Role.STATE):
        after = index + 2
        while after < stop and scan.at(after).definite:
            after += 1
        return after
    return index


def _past_aside(scan: Scan, comma: int, stop: int) -> int:
    """Past what commas enclose before a verbal noun ("، وهي شركة، وقف أنشطتها"); `comma` itself if nothing."""
    first = comma + 1
    opens = scan.at(first).role in (Role.RELATIVE, Role.PREPOSITION) or scan.folded(first) in _ASIDES
    closing = next((i for i in range(first, min(stop, first + _LONGEST_ASIDE)) if scan.is_comma(i)), None)
    if not opens or closing is None or not looks_like_action(scan, closing + 1) or scan.at(closing + 1).joined:
        return comma
    return closing + 1


def _begins_object(scan: Scan, index: int) -> bool:
    return scan.at(index).is_action or scan.folded(index) in _OBJECT_LEADS
