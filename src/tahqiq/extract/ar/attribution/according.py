"""Phrases that name a source of the words around them: "بحسب المرصد", "حسبما قال", "كما ذكرت"."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.name_parts import is_that
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.relays import PUBLISHING, relays
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.subjects import is_source
from tahqiq.extract.ar.attribution.words import FUNCTION, Role

_SIMPLE = frozenset("بحسب حسب وفق".split())
_WITH_L = frozenset("وفقا طبقا تبعا".split())
_WITH_MA = frozenset("حسبما وفقما".split())
_CUE = Cue("say", Form.VERB, frozenset())
_CARRYING = frozenset("نقل نقلت نقلته نقله ذكر ذكرت اورد اوردت".split())
_SHORT_LEAD = 4
_LONGEST_REST = 8
_NAME_MARKS = frozenset('"«»“”')
_TAKING_UP = frozenset("فان فانه فانها فقد".split())
_NOT_SOURCES = frozenset(
    "توقيت التوقيت"
    " قانون القانون اتفاق الاتفاق النظام نظام الدستور دستور قواعد معايير المعايير القواعد شروط الشروط خطه الخطه جدول"
    " الجدول الحاجه الحاله الظروف الموعد الاصول اللوائح احكام الاولويه المواصفات الترتيب النوع العمر تعريف مبدا"
    " البرنامج برنامج تعليمات الصلاه"
    " اليه الاليه صيغه ضوابط الضوابط رويه الرويه القاعده الطريقه طبيعه منظور".split()
)


def according_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is a phrase of accordance at `index` of the sentence start:stop, or None."""
    named = _source_start(scan, index)
    if named is None:
        return None
    first, cue = named
    in_document = scan.at(first).preposition == "ب" and scan.at(first).role is Role.DOCUMENT
    end = first + 1 if in_document else noun_phrase(scan, first, stop)
    if end == first or _is_rule(scan, first) or not (is_source(scan, first, end) or _are_told(scan, first)):
        return None
    told = relays(scan, end, min(stop, end + 8))
    subject = Phrase(first, end, _lam(scan, first))
    end = max(end, told[-1].end) if told else end
    if scan.at(subject.end).stem == "نقلا" and scan.folded(subject.end + 1) == "عن":
        end = noun_phrase(scan, subject.end + 2, stop)
        told, subject = (*told, subject), Phrase(subject.end + 2, end) if end > subject.end + 2 else subject
    if scan.at(first).role is Role.DOCUMENT and scan.folded(end) in PUBLISHING:
        inner = noun_phrase(scan, end + 1, stop)
        subject, end = (Phrase(end + 1, inner), inner) if inner > end + 1 else (subject, end)
    if scan.folded(subject.end) == "عن" and scan.at(first - 1).stem in _CARRYING:
        end = noun_phrase(scan, subject.end + 1, stop)
        told, subject = (*told, subject), Phrase(subject.end + 1, end) if end > subject.end + 1 else subject
    taken_up = _taken_up(scan, end, stop) if _leads(scan, index, start) and not told else None
    if taken_up is not None:
        end, subject = taken_up, subject._replace(end=taken_up)
    hit = Hit(Phrase(index, first), cue, subject, Opening.BEFORE, start, "according to, after", told)
    return _placed(scan, hit, end, stop)


def _taken_up(scan: Scan, end: int, stop: int) -> int | None:
    """Where a source ends whose last words no list holds, if فإن then takes up the sentence ("لموقع كذا، فإن")."""
    last = end
    while last < min(stop, end + _LONGEST_REST) and _is_in_name(scan, last):
        last += 1
    is_taken_up = scan.folded(last) in _TAKING_UP or (scan.is_comma(last) and scan.folded(last + 1) in _TAKING_UP)
    return last if last > end and is_taken_up else None


def _is_in_name(scan: Scan, index: int) -> bool:
    s = scan.at(index)
    if not s.is_word:
        return scan.mark(index) in _NAME_MARKS
    is_verb = scan.folded(index) in _TAKING_UP or any(cue.form is Form.VERB for cue in s.cues)
    return s.role not in FUNCTION and s.role is not Role.TIME and not is_verb


def _are_told(scan: Scan, first: int) -> bool:
    """Whether a definite noun of no list can tell: no everyday word ("حسب الطلب"), unless it is a plural of people."""
    s = scan.at(first)
    is_name = not s.is_known or scan.folded(first) in scan.surnames
    return s.definite and (is_name or s.stem.endswith(("ون", "ين")))


def _is_rule(scan: Scan, first: int) -> bool:
    return scan.folded(first) in _NOT_SOURCES or scan.at(first).stem in _NOT_SOURCES


def _lam(scan: Scan, first: int) -> int:
    s = scan.at(first)
    return 1 if s.preposition == "ب" or (s.preposition == "ل" and not s.definite) else 0


def _source_start(scan: Scan, index: int) -> tuple[int, Cue] | None:
    """Where the source begins after the words of accordance, with the speech act of a verb among them."""
    stem = scan.at(index).stem
    if stem in _SIMPLE or scan.folded(index) in _SIMPLE:
        return _after_ma(scan, index + 1) if scan.folded(index + 1) == "ما" else (index + 1, _CUE)
    if stem in _WITH_L:
        after = scan.folded(index + 1)
        if after == "لما":
            return _after_ma(scan, index + 1)
        return (index + 2, _CUE) if after == "ل" else (index + 1, _CUE) if after.startswith("ل") else None
    if stem in _WITH_MA:
        return _after_ma(scan, index)
    if scan.folded(index) in ("كما", "مثلما") and _verb(scan, index + 1) is not None and scan.is_comma(index - 1):
        return _after_ma(scan, index)
    if scan.folded(index) == "علي" and scan.folded(index + 1) == "ما":
        return _after_ma(scan, index + 1)
    if scan.folded(index) == "علي" and scan.folded(index + 1) == "لسان" and not scan.is_comma(index - 1):
        return None
    if scan.folded(index) == "علي" and scan.folded(index + 1) in ("حد", "لسان"):
        return (index + 3, _CUE) if scan.folded(index + 1) == "حد" else (index + 2, _CUE)
    if scan.at(index).stem == "نقلا" and scan.folded(index + 1) == "عن":
        return index + 2, _CUE
    return None


def _after_ma(scan: Scan, ma: int) -> tuple[int, Cue] | None:
    cue = _verb(scan, ma + 1)
    if cue is None:
        return None
    return (ma + 3 if scan.folded(ma + 2) == "في" or scan.takes_up(ma + 2) else ma + 2), cue


def _verb(scan: Scan, index: int) -> Cue | None:
    if scan.at(index).stem in (
        "نقل",
        "نقلت",
        "نقلته",
        "جاء",
        "ورد",
        "نشرت",
        "نشر",
        "نشرته",
        "نشره",
        "بثت",
        "اظهر",
        "اظهرت",
    ):
        return _CUE
    return next((c for c in scan.at(index).cues if c.form is Form.VERB), None)


def _placed(scan: Scan, hit: Hit, end: int, stop: int) -> Hit | None:
    """Where the content of a phrase of accordance lies in the sentence that begins at `hit.content`."""
    first, start = hit.phrase.first, hit.content
    if not _leads(scan, first, start):
        return hit._replace(opening=Opening.AROUND) if _is_inserted(scan, hit, end, stop) else hit
    content = _past_relative(scan, end + 1 if scan.is_comma(end) else end, stop)
    content += int(scan.folded(content) in ("فان", "ان", "فقد"))
    if content >= stop:
        return None
    return hit._replace(opening=Opening.THAT, content=content, rule="according to, before")


def _is_inserted(scan: Scan, hit: Hit, end: int, stop: int) -> bool:
    """Whether the sentence goes on around the phrase: it came early, or no comma or only a verb's particle follows."""
    early = hit.phrase.first - hit.content <= _SHORT_LEAD and scan.is_comma(end) and end + 1 < stop
    resumed = scan.is_comma(end) and scan.folded(end + 1) in ("قد", "لم", "لن")
    return early or resumed or _takes_object(scan, hit, end) or _runs_on(scan, hit.phrase.first, end, stop)


def _takes_object(scan: Scan, hit: Hit, end: int) -> bool:
    """Whether a definite noun behind the phrase is what the clause still lacks ("وتستهدف طائرات، وفق X، المواقع")."""
    after = scan.at(end + 1)
    parted = scan.is_comma(hit.phrase.first - 1) and scan.is_comma(end)
    is_noun = after.definite and after.role not in FUNCTION and not (after.joined or after.preposition)
    return parted and is_noun and scan.folded(end + 1) != "الامر"


def _past_relative(scan: Scan, index: int, stop: int) -> int:
    """Past "التي أجريت في ..." to the فإن that takes up the sentence, past "حصلت عليها الصحيفة" to the comma."""
    if scan.takes_up(index + 1):
        return next((i + 1 for i in range(index, min(stop, index + 16)) if scan.is_comma(i)), index)
    if scan.at(index).role is not Role.RELATIVE:
        return index
    return next((i for i in range(index, min(stop, index + 40)) if scan.folded(i) in _TAKING_UP), index)


def _runs_on(scan: Scan, first: int, end: int, stop: int) -> bool:
    """Whether the clause goes on around the phrase without any comma ("يسلك المدنيون وفق المرصد طرقا وعرة")."""
    s = scan.at(end)
    goes_on = s.is_word and s.role in (Role.NONE, Role.PREPOSITION) and not s.joined
    return end < stop and not scan.is_comma(first - 1) and goes_on


def _leads(scan: Scan, index: int, start: int) -> bool:
    """Whether the phrase opens its clause: at the sentence's start, perhaps after a short joining word."""
    return (
        index == start
        or is_that(scan, index - 1)
        or (index - start <= 2 and not scan.is_comma(index - 1) and scan.at(start).role is not Role.NONE)
    )
