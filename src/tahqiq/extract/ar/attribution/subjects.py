"""Whose verb it is: the phrase after a verb, the one before it, the one it describes, or the one that comes late."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form, Number
from tahqiq.extract.ar.attribution.name_parts import QUANTIFIERS, is_name_part, is_that, starts_name
from tahqiq.extract.ar.attribution.naming import person_name, words_of
from tahqiq.extract.ar.attribution.objects import looks_like_action
from tahqiq.extract.ar.attribution.outlets import led_outlet
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import HEADS, Role, Sense, given_names, word_list

_SHORTEST_BODY = 2
_LONGEST_BARE = 4
_PAIR = 2  # surnames, of the one who accuses and of the accused
_SHORTEST_PLURAL = 4
_SETTING = frozenset("بحسب حسب وفق في خلال عبر ضمن".split())
AUXILIARIES = frozenset("قد وقد فقد لقد كان كانت كانوا وكان وكانت".split())
_BODIES = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.OUTLET, Role.OFFICE, Role.ANONYMOUS})
_OWNING = frozenset({Role.GOVERNMENT, Role.ORGANIZATION, Role.OUTLET})
BEING = frozenset("بانه بانها بانهم بانهما بانهن".split())
_QUALITIES = frozenset("سابق اسبق راحل عام اول جديد مساعد اعلي قادم محلي كبير".split())
_GENDERED = frozenset({Role.GOVERNMENT, Role.ORGANIZATION, Role.OUTLET, Role.AGENCY})
_AIMED = frozenset("call_for accuse condemn praise thank ask warn threaten".split())
_MASCULINE_BODIES = frozenset("مجلس جيش حزب برلمان اتحاد تحالف كونغرس بنك صندوق مكتب جهاز نظام قضاء وفد".split())
_PLURALS = frozenset("عمال سكان اهالي جنود ضباط نواب اطباء عناصر".split())
_THESE = frozenset("هذا هذه هولاء تلك ذلك اوليك".split())
_MASCULINE_STATES = frozenset("العراق لبنان الاردن المغرب اليمن السودان الصومال الفاتيكان".split())
_ONLY_THAT = frozenset({"ان"})  # "يخشى السكان أن": nobody is addressed
_ADDRESSING = frozenset({"call_for", "warn", "threaten", "ask"})
_TOLD = frozenset({Role.AGENCY, Role.OUTLET})
_HEARERS = frozenset({Role.DOCUMENT, Role.ANONYMOUS, Role.WITNESS, Role.OUTLET})


def subject_before(scan: Scan, index: int, start: int) -> Phrase | None:
    """The noun phrase that fills the clause from its beginning to the verb, or None."""
    if scan.at(index).joined == "و" or scan.at(index - 1).role is Role.RELATIVE:
        return None
    last = index
    while last > start and (scan.folded(last - 1) in AUXILIARIES or scan.is_comma(last - 1)):
        last -= 1
    first = _clause_start(scan, last, start)
    if scan.folded(first) in _THESE and scan.at(first + 1).definite:
        first += 1
    if first < last and _can_lead(scan, first):
        end = noun_phrase(scan, first, last)
        if end > first and (_only_circumstances(scan, end, last) or _is_aside(scan, end, last)):
            return Phrase(first, end, _skip(scan, first))
    return _described(scan, last, start) if last == index else None


def _described(scan: Scan, last: int, start: int) -> Phrase | None:
    """An indefinite noun of saying that the verb describes ("وسط تقارير تؤكد أن")."""
    for first in range(last - 1, max(start, last - 5) - 1, -1):
        s = scan.at(first)
        adverb = scan.stream.tokens[first].word.raw.endswith(("\u064b", "\u064b\u0627", "\u0627"))
        if scan.at(first - 1).stem in _SETTING or scan.takes_up(last + 1):
            return None
        if s.role in _HEARERS and not s.definite and not adverb and noun_phrase(scan, first, last) == last:
            return Phrase(first, last, _skip(scan, first))
    return None


def _skip(scan: Scan, first: int) -> int:
    return len(scan.at(first).joined)


def _can_lead(scan: Scan, first: int) -> bool:
    s = scan.at(first)
    if (s.preposition and s.definite) or scan.folded(first).endswith(("هذا", "هذه", "ذلك", "تلك")):
        return False
    if s.joined and not (s.role in HEADS or s.is_name or s.definite):
        return False
    if scan.actors.at(scan.folded(first)) is not None:
        return True
    if s.role in HEADS or s.is_name or s.definite or not s.is_known or scan.closing(first) is not None:
        return True
    return scan.actors.at(f"{scan.folded(first)} {scan.folded(first + 1)}") is not None


def _only_circumstances(scan: Scan, first: int, end: int) -> bool:
    return all(scan.is_comma(i) or scan.at(i).role is Role.TIME for i in range(first, end))


def _is_aside(scan: Scan, first: int, stop: int) -> bool:
    """Whether first:stop is what is said by the way, between commas ("الخطة، التي نشرت أمس، أوضحت أن")."""
    return scan.is_comma(first) and _opens_aside(scan, first + 1) and scan.is_comma(stop) and stop > first + 2


def _opens_aside(scan: Scan, index: int) -> bool:
    """Whether a relative, a preposition, "وهو" or a title stands there."""
    s = scan.at(index)
    is_title = s.role is Role.OFFICE and not (s.joined or s.preposition)  # "أن فلانا، الرئيس لاحقا، كان يرى"
    return is_title or s.role in (Role.RELATIVE, Role.PREPOSITION) or scan.folded(index) in ("وهو", "وهي", "وهم")


def _clause_start(scan: Scan, index: int, start: int) -> int:
    """Where the clause that ends before `index` begins: after the last comma, أن, colon or conjunction."""
    first = index
    openers = word_list("circumstances", "openers")
    while first > start and index - first < 24:
        before = first - 1
        if (
            scan.folded(before) in openers
            or scan.at(before).stem in openers
            or is_that(scan, before)
            or scan.mark(before) in (":", "؛", "-", "–", "—", "*", "•")
        ):
            break
        if scan.is_comma(before) and _opens_aside(scan, first) and scan.is_comma(index):
            first -= 1
            continue
        if scan.is_comma(before) and not scan.at(first).is_name and scan.at(first).role not in HEADS:
            break
        if scan.is_comma(before) and scan.at(start).role not in HEADS:
            break
        first -= 1
    return first


def subject_end(scan: Scan, first: int, stop: int, cue: Cue) -> int:
    """Where the subject after a verb ends: none after a verb that already shows it ("ودعوا الشعب إلى")."""
    is_shown = cue.number is not Number.SINGULAR or _is_of_another_gender(scan, first, cue)
    if is_shown or scan.at(first).preposition == "ل":
        return first
    end = _before_many(scan, first, max(noun_phrase(scan, first, stop), bare_end(scan, first, stop, cue)))
    if cue.act == "accuse" and "من" in cue.takes:  # "اشتكى السكان من"
        led = (i for i in range(first + 1, end) if scan.folded(i) == "من" and scan.folded(i - 1) not in QUANTIFIERS)
        end = next(led, end)
    if cue.act in _ADDRESSING and cue.takes != _ONLY_THAT:
        end = _before_addressed(scan, first, end)
    return _cut(scan, first, end, cue) if "object" in cue.takes else end


def _is_of_another_gender(scan: Scan, index: int, cue: Cue) -> bool:
    """Whether a state or a body of the other gender follows a verb, as its object ("وحث موسكو على", "ودعا الوزارة")."""
    s = scan.at(index)
    is_state = s.role is Role.STATE and scan.folded(index) not in _MASCULINE_STATES
    is_body = s.role in _GENDERED and cue.act in _AIMED
    if cue.form is not Form.VERB or s.preposition:
        return False
    if cue.feminine:
        return is_body and s.stem in _MASCULINE_BODIES and cue.number is Number.SINGULAR
    return is_state or (is_body and s.stem.endswith("ه"))


def _before_many(scan: Scan, first: int, end: int) -> int:
    """Before a definite plural in ين behind one finished speaker: it is the object ("شكر رئيس الفريق المتبرعين")."""
    for index in range(first + 1, end):
        s, before = scan.at(index), scan.at(index - 1)
        if scan.folded(index) in ("النقاب", "الستار"):
            return index
        is_noun = s.stem.endswith("ين") and not (s.stem.endswith("يين") or s.is_name)
        is_many = s.definite and is_noun and not (s.preposition or s.joined)
        if is_many and before.definite and not before.stem.endswith(("ين", "ون")) and len(s.stem) > _SHORTEST_PLURAL:
            return index
    return end


def _is_called_on(scan: Scan, index: int, end: int) -> bool:
    """Whether those named at a token are asked for something, not asking: listed, or many before a verbal noun."""
    s = scan.at(index)
    are_many = s.role is Role.ANONYMOUS and not s.definite and s.stem in _PLURALS
    asked = are_many and scan.at(end).definite and looks_like_action(scan, end)
    return asked or s.stem in word_list("people", "addressed")


def bare_end(scan: Scan, first: int, stop: int, cue: Cue) -> int:
    """The end of a name of no list after a verb that takes no object: bare words up to a comma, أن or a colon."""
    end = first
    if scan.at(first).preposition:
        return first
    while "object" not in cue.takes and end < min(stop, first + _LONGEST_BARE) and _is_bare(scan, end):
        end += 1
    closes = scan.is_comma(end) or is_that(scan, end) or scan.mark(end) == ":"
    is_aside = end == first + 1 and scan.is_comma(end) and _tells_of_him(scan, end + 1)
    return end if is_aside or (end > first + 1 and closes) else first


def _tells_of_him(scan: Scan, index: int) -> bool:
    return scan.at(index).role is Role.RELATIVE or scan.folded(index) in ("وهو", "وهي")


def _is_bare(scan: Scan, index: int) -> bool:
    s = scan.at(index)
    is_adverb = scan.stream.tokens[index].word.raw.endswith(("ا", "ً")) and s.is_known
    plain = s.is_word and s.role is Role.NONE and not (s.joined or s.definite or s.cues or is_that(scan, index))
    return plain and (s.preposition in ("", "ب") or s.is_name) and not is_adverb


def _before_addressed(scan: Scan, first: int, end: int) -> int:
    """Before those who are called on or warned ("ودعا المحافظ السكان إلى"; after "ودعا" at once, nobody is named)."""
    for i in range(first, end):
        s = scan.at(i)
        if not _is_called_on(scan, i, end) or s.preposition or s.joined:
            continue
        if i == first and scan.at(first - 1).joined == "و":
            return first
        if i > first and (scan.at(i - 1).definite or scan.at(i - 1).is_name or scan.at(i - 1).role is Role.STATE):
            return i
    return end


def _cut(scan: Scan, first: int, end: int, cue: Cue) -> int:
    """Before a second body that follows a finished one without و: it is the object ("اتهمت الصحف الاتحاد")."""
    is_pair = end - first == _PAIR and all(is_name_part(scan, i) for i in range(first, end))
    if cue.act == "accuse" and is_pair and scan.at(first).stem not in given_names():
        return first + 1
    if "ان" not in cue.takes and end - first > _SHORTEST_BODY and _is_left_over(scan, end - 1):
        return end - 1
    if cue.act == "say" and scan.folded(end) in BEING:
        end = _before_described(scan, first, end)
    told = is_that(scan, end) or scan.mark(end) == ":" or scan.closing(end) is not None
    is_closed = told or ("ان" in cue.takes and looks_like_action(scan, end))
    begun = next((i for i in range(first + 1, end) if _begins_object(scan, first, i)), end)
    return end if is_closed and begun < end and _is_apposed(scan, begun) else begun


def _is_apposed(scan: Scan, index: int) -> bool:
    """Whether a title behind a name says who he is, since the content follows it ("أكد فلان رئيس المجلس أن")."""
    s = scan.at(index)
    is_owned = s.stem.endswith(("ته", "تها", "تهم"))  # "سعادته"
    return s.role is Role.OFFICE and not (s.definite or is_owned) and _is_over(scan, index)


def _before_described(scan: Scan, first: int, end: int) -> int:
    """Before a second noun of a phrase that بأنه follows ("وصف سميث الحفل بأنه", "وصفت السلطات الموضوع بأنه")."""
    commas = [i for i in range(first, end) if scan.is_comma(i)]
    if len(commas) > 1 and commas[-1] < end - 1:
        return commas[-1]
    for index in range(first + 1, end):
        s, before = scan.at(index), scan.at(index - 1)
        is_over = before.definite or is_name_part(scan, index - 1) or scan.actors.at(scan.folded(index - 1)) is not None
        if is_over and (scan.closing(index) is not None or scan.folded(index) == "من"):
            return index
        is_noun = s.definite and s.is_known and not (s.is_name or s.preposition or s.joined)
        is_title = s.role in (Role.OFFICE, Role.HONORIFIC)
        if is_over and is_noun and not is_title and not _qualifies(s, before):
            return index
    return end


def _qualifies(s: Sense, before: Sense) -> bool:
    """Whether a definite word rather says which the definite noun before it is: an adjective."""
    agrees = s.role is Role.NONE and s.stem.endswith("ه") and before.stem.endswith(("ه", "ات"))
    return s.stem.endswith(("ي", "يه")) or agrees or s.stem in _QUALITIES


def _begins_object(scan: Scan, first: int, index: int) -> bool:
    """Whether the object of a verb begins at a token of the phrase behind it: a verbal noun, a second body, news."""
    s, before = scan.at(index), scan.at(index - 1)
    if s.definite and before.definite and s.role is Role.NONE and looks_like_action(scan, index):
        return True
    if s.definite and not s.preposition and s.stem in word_list("circumstances", "told_of") and _is_over(scan, index):
        return True
    is_foreign = not before.is_known and scan.at(first).is_name and is_name_part(scan, index - 1)
    named = (before.is_name or is_foreign) and not before.role and scan.folded(index - 1) not in QUANTIFIERS
    described = first < index - 1 and before.role is Role.NONE and before.stem.endswith("يه")
    finished = before.definite or before.role is Role.STATE or named or described
    is_second = s.role in _BODIES and finished and not s.joined and not s.preposition
    is_titled = scan.at(first).role in (Role.OFFICE, Role.ANONYMOUS) and not _is_head_over(scan, first, index)
    return is_second and (not is_titled or _is_named(scan, first, index))


def _is_head_over(scan: Scan, first: int, index: int) -> bool:
    """Whether a body follows a definite title at once, which no construct allows ("دعا الرئيس الحكومة إلى")."""
    s, head = scan.at(index), scan.at(first)
    is_noun = s.definite and not s.stem.endswith("يه") and s.stem not in ("معارضه", "منتخب")
    return index == first + 1 and head.definite and is_noun and s.role in _OWNING


def _is_over(scan: Scan, index: int) -> bool:
    """Whether a subject may have ended before a token: a definite word, a state or a name stands there."""
    before = scan.at(index - 1)
    return before.definite or before.role is Role.STATE or is_name_part(scan, index - 1)


def _is_named(scan: Scan, first: int, end: int) -> bool:
    """Whether the person of a phrase has been named up to its end."""
    name = person_name(scan, Phrase(first, end))
    return name is not None and name.end == end


def _is_left_over(scan: Scan, last: int) -> bool:
    """Whether a definite noun that ends a subject is rather the object ("وصفت وزارة النقل الحادث بأنه")."""
    s, before = scan.at(last), scan.at(last - 1)
    is_adjective = s.stem.endswith(("ي", "ه"))
    introduced = scan.folded(last + 1).startswith("ب")
    return s.definite and before.definite and introduced and s.role is Role.NONE and not is_adjective


def is_source(scan: Scan, first: int, end: int) -> bool:
    """Whether a phrase can speak: a title, a body, a name; other nouns after a verb are its object."""
    if end == first:
        return False
    head = first + 1 if scan.folded(first) in QUANTIFIERS else first
    while scan.folded(head) in QUANTIFIERS or scan.folded(head) == "من":
        head += 1
    s = scan.at(head)
    if s.definite and s.has_nationality and starts_name(scan, head + 1):
        return True
    named = s.is_name or (starts_name(scan, head) and (not s.is_known or end - head > 1))
    known = scan.actors.at(words_of(scan, Phrase(first, end, len(s.joined)))) is not None
    is_surname = scan.folded(head) in scan.surnames
    return s.role in HEADS or named or known or is_surname or scan.closing(first) is not None or not s.is_word


def antecedent(scan: Scan, index: int, start: int) -> Phrase | None:
    """The phrase before "الذي" whose verb this is ("القيادي محمد، الذي قال إن")."""
    if scan.at(index - 1).role is not Role.RELATIVE:
        return None
    last = index - 2 if scan.is_comma(index - 2) else index - 1
    for first in range(max(start, last - 9), last):
        s = scan.at(first)
        if (s.role in HEADS or s.is_name) and noun_phrase(scan, first, last) == last:
            return Phrase(first, last, _skip(scan, first))
    return None


def late(scan: Scan, first: int, introducer: int) -> Phrase | None:
    """A subject after a circumstance: "وقال في وقت سابق، مكتب المدعي العام إن"."""
    if scan.at(first).role not in (Role.PREPOSITION, Role.TIME):
        return None
    for j in range(first + 1, min(introducer, first + 12)):
        s, before = scan.at(j), scan.at(j - 1)
        if (s.role in HEADS or s.is_name) and (scan.is_comma(j - 1) or before.role is Role.TIME or not before.is_word):
            end = noun_phrase(scan, j, introducer)
            if end == introducer or scan.is_comma(end):
                return Phrase(j, end)
    return None


def named_end(scan: Scan, first: int, end: int, introducer: int) -> int:
    """The end of the name that a long title leads up to, where it stands right before the content."""
    if scan.at(first).role not in (Role.OFFICE, Role.ANONYMOUS) or person_name(scan, Phrase(first, end)) is not None:
        return end
    for j in range(end, introducer):
        if (scan.at(j).preposition == "ل" and scan.at(j).role in _TOLD) or led_outlet(scan, j) > j:
            break
        quoted = scan.marks.inside[j] != scan.marks.inside[first]
        is_named = scan.at(j).role is Role.HONORIFIC or (scan.at(j).is_name and scan.at(j - 1).role is not Role.TIME)
        if not quoted and is_named:
            after = noun_phrase(scan, j, introducer)
            if after > j and after >= introducer - 1 and person_name(scan, Phrase(j, after)) is not None:
                return after
    return end


def mouthpiece(scan: Scan, start: int, stop: int) -> Phrase | None:
    """The person after "على لسان", who speaks for the grammatical subject."""
    for i in range(start, min(stop, start + 6)):
        if scan.folded(i) == "علي" and scan.folded(i + 1) == "لسان":
            end = noun_phrase(scan, i + 2, stop)
            return Phrase(i + 2, end) if end > i + 2 else None
    return None
