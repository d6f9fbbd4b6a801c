"""Finite verbs of saying: "قال فلان إن", "فلان قال إن", "وأضاف أن", "أعلنت الوزارة مقتل"."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.cues import Cue, Form, Number
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.naming import known_bodies, person_name
from tahqiq.extract.ar.attribution.openings import THAT, Found, opening
from tahqiq.extract.ar.attribution.phrases import QUANTIFIERS, is_name_part, is_that, noun_phrase, starts_name
from tahqiq.extract.ar.attribution.relays import relays
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role, is_action, word_list

_NEAR = 4
_NEGATIONS = frozenset("لم لن لا ولم ولن ولا فلم ما وما".split())
_AUXILIARIES = frozenset("قد وقد فقد لقد كان كانت كانوا وكان وكانت".split())
_HEARSAY = frozenset("يذكر يشار يقال قيل يعتقد يزعم يتوقع يرجح يخشي يقدر".split())
_ABOUT = frozenset("عليه عليها فيه فيها له لها عنه عنها اليه اليها لهم به بها".split())
_BODIES = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.OUTLET, Role.OFFICE, Role.ANONYMOUS})
_HEARERS = frozenset({Role.DOCUMENT, Role.ANONYMOUS, Role.WITNESS, Role.OUTLET})
_SETTINGS = frozenset("في خلال عبر علي اثناء عقب ضمن لدي".split())
_ATTACHABLE = frozenset({"believe", "say", "accuse", "ask", "call_for", "answer", "warn", "threaten"})
_DESCRIBING = frozenset({"believe", "say"})
_OBJECT_LEADS = frozenset("هذه هذا ذلك تلك كل جميع اي ما".split())


def verb_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is the finite verb at `index` of the clause run start:stop, or None."""
    s = scan.at(index)
    if (s.role is not Role.NONE and not _is_made_clear(scan, index)) or s.definite or _is_no_assertion(scan, index):
        return None
    for cue in s.cues:
        if cue.form is Form.VERB:
            hit = _read(scan, index, start, stop, cue)
            if hit is not None:
                return hit
    return None


def _refers_back(scan: Scan, index: int) -> bool:
    """ "..., الأمر الذي نفاه", "..., وهو ما أكده": the content stands before the cue."""
    pair = (scan.folded(index - 2), scan.folded(index - 1))
    return pair in (("الامر", "الذي"), ("وهو", "ما"), ("هو", "ما"), ("وهذا", "ما"), ("هذا", "ما"))


def _about_before(scan: Scan, index: int, stop: int, cue: Cue) -> Hit | None:
    end = noun_phrase(scan, index + 1, stop)
    if not _is_source(scan, index + 1, end) or scan.folded(end) in THAT:
        return None
    return Hit(
        Phrase(index, index + 1), cue, Phrase(index + 1, end), Opening.BEFORE, index - 2, "verb after its content"
    )


def _is_made_clear(scan: Scan, index: int) -> bool:
    """بيّن, which without its shadda is "between": أن or the written shadda tells."""
    return scan.at(index).stem == "بين" and (is_that(scan, index + 1) or "\u0651" in scan.stream.tokens[index].word.raw)


def _says_of(scan: Scan, index: int) -> bool:
    """ "ما وصفه فلان", "ما علق عليه فلان": ما is what is spoken of, not "not"."""
    spoken = any(c.attached for c in scan.at(index).cues) or scan.folded(index + 1) in (*_ABOUT, "انه", "انها", "انهم")
    return scan.folded(index - 1) == "ما" and spoken


def _is_no_assertion(scan: Scan, index: int) -> bool:
    """Negated, subjunctive after أن, or rather a noun after a preposition."""
    before = scan.at(index - 1)
    if (
        (scan.folded(index - 1) in _NEGATIONS and not _says_of(scan, index))
        or scan.folded(index - 1) == "مما"
        or (before.role is Role.PREPOSITION
        and not scan.at(index).joined)
    ):
        return True
    return scan.folded(index - 1) in ("ان", "بان", "لن", "كي", "لكي") and any(c.present for c in scan.at(index).cues)


def _read(scan: Scan, index: int, start: int, stop: int, cue: Cue) -> Hit | None:
    if cue.attached and _refers_back(scan, index):
        return _about_before(scan, index, stop, cue)
    before = _subject_before(scan, index, start)
    if before is not None:
        found = _content(scan, index + 1, stop, cue)
        return (
            _hit(scan, index, cue, before, found, "subject verb")
            if found and not _is_believed(scan, index, found)
            else None
        )
    first = index + 2 if scan.folded(index + 1) in _ABOUT else index + 1
    end = _subject_end(scan, first, stop, cue)
    found = _content(scan, end, stop, cue)
    if scan.closing(first) == end - 1 and (found is None or found.opening is Opening.QUOTE):
        end, found = first, Found(Opening.QUOTE, first, first)
    if found is not None and not _is_source(scan, first, end) and not _speaks_anyway(scan, first, end, found):
        end = first
        found = _content(scan, end, stop, cue)
    if found is None or (end == first and _is_nobody(scan, index, cue, found)):
        return None
    if "only" in cue.takes and found.opening is not Opening.THAT:
        return None
    if cue.attached and cue.act not in _ATTACHABLE:
        return None
    if cue.act == "threaten" and found.opening is Opening.PREPOSITION and found.introducer - end > _NEAR:
        return None
    if end > first and scan.closing(first) == end - 1 and cue.act == "believe":
        return None
    if not cue.takes and found.introducer - end > 3:
        return None
    subject = Phrase(first, _named_end(scan, first, end, found.introducer)) if end > first else None
    if subject is None and not cue.attached:
        subject = _antecedent(scan, index, start) or _late(scan, first, found.introducer)
    if subject is None and not cue.attached and scan.at(index - 1).role is Role.RELATIVE:
        return None
    return _hit(scan, index, cue, subject, found, "verb subject" if subject else "verb")


def _hit(scan: Scan, index: int, cue: Cue, subject: Phrase | None, found: Found, rule: str) -> Hit:
    zone = subject.end if subject is not None and subject.first > index else index + 1
    told = relays(scan, zone, found.introducer)
    subject = _mouthpiece(scan, zone, found.introducer) or subject
    return Hit(Phrase(index, index + 1), cue, subject, found.opening, found.content, rule, told, _is_main(scan, index))


def _mouthpiece(scan: Scan, start: int, stop: int) -> Phrase | None:
    """The person after "على لسان", who speaks for the grammatical subject."""
    for i in range(start, min(stop, start + 6)):
        if scan.folded(i) == "علي" and scan.folded(i + 1) == "لسان":
            end = noun_phrase(scan, i + 2, stop)
            return Phrase(i + 2, end) if end > i + 2 else None
    return None


def _is_nobody(scan: Scan, index: int, cue: Cue, found: Found) -> bool:
    """ "يذكر أن", "يعتقد أن", "وصف بأنه": nobody says it."""
    at_once = found.introducer <= index + 2
    by_b = found.opening is Opening.PREPOSITION and scan.folded(found.introducer).startswith("ب")
    if by_b and "object" in cue.takes and found.introducer == index + 1 and not cue.attached:
        return True
    return scan.at(index).stem in _HEARSAY and at_once


def _is_believed(scan: Scan, index: int, found: Found) -> bool:
    """ "رجل يعتقد أنه": the man is what is believed."""
    return scan.at(index).stem in ("يعتقد", "تعتقد", "يزعم", "تزعم") and scan.folded(found.introducer) in (
        "انه",
        "انها",
        "انهم",
    )


def _speaks_anyway(scan: Scan, first: int, end: int, found: Found) -> bool:
    """A noun of no list is the speaker if it is definite and أن or a verbal noun follows it."""
    if end == first:
        return False
    if not scan.at(first).definite:
        return (
            found.opening in (Opening.THAT, Opening.QUOTE, Opening.COLON)
            and found.introducer == end
            and not scan.at(first).is_action
        )
    return found.opening in (Opening.THAT, Opening.COLON, Opening.QUOTE) or scan.at(found.content).is_action


def _named_end(scan: Scan, first: int, end: int, introducer: int) -> int:
    """The end of the name that a long title leads up to, where it stands right before the content."""
    if scan.at(first).role not in (Role.OFFICE, Role.ANONYMOUS) or person_name(scan, Phrase(first, end)) is not None:
        return end
    for j in range(end, introducer):
        if scan.at(j).role is Role.HONORIFIC or scan.at(j).is_name:
            after = noun_phrase(scan, j, introducer)
            if after >= introducer - 1 and person_name(scan, Phrase(j, after)) is not None:
                return after
    return end


def _late(scan: Scan, first: int, introducer: int) -> Phrase | None:
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


def _antecedent(scan: Scan, index: int, start: int) -> Phrase | None:
    """The phrase before "الذي" whose verb this is ("القيادي محمد، الذي قال إن")."""
    if scan.at(index - 1).role is not Role.RELATIVE:
        return None
    last = index - 2 if scan.is_comma(index - 2) else index - 1
    for first in range(max(start, last - 9), last):
        s = scan.at(first)
        if (s.role in HEADS or s.is_name) and noun_phrase(scan, first, last) == last:
            return Phrase(first, last, _skip(scan, first))
    return None


def _is_main(scan: Scan, index: int) -> bool:
    """Whether the verb begins a clause of its own, so that the content before it has ended."""
    s = scan.at(index)
    return bool(s.joined) or scan.at(index - 1).role is Role.CONJUNCTION or scan.is_comma(index - 1)


def _content(scan: Scan, start: int, stop: int, cue: Cue) -> Found | None:
    """How the content begins after the subject: at once as a bare object, else wherever something introduces it."""
    if cue.attached and "object" in cue.takes:
        cue = cue._replace(takes=cue.takes | {"ب"})
    if (
        "object" in cue.takes
        and (not cue.attached or cue.act in _DESCRIBING)
        and (cue.attached or not _is_passive_like(cue))
    ):
        bare = _object(scan, start, stop, cue)
        if bare is not None:
            return bare
    return opening(scan, start, stop, cue)


def _is_passive_like(cue: Cue) -> bool:
    """ "تعتبر المدينة": the present of اعتبر before a noun is mostly its passive."""
    return cue.present and cue.act == "believe"


def _object(scan: Scan, start: int, stop: int, cue: Cue) -> Found | None:
    index = _past_circumstances(scan, start, stop)
    s = scan.at(index)
    if index >= stop or not s.is_word or s.preposition or s.joined or s.role is Role.TIME or is_that(scan, index):
        return None
    if s.role in FUNCTION and scan.folded(index) not in _OBJECT_LEADS:
        return None
    if cue.attached and (s.definite or s.role in FUNCTION or index > start):
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
    if scan.is_comma(index) or s.role is Role.TIME:
        return index + 1
    if scan.folded(index) == "من" and scan.folded(index + 1)[:3] in ("جهت", "جان"):
        return index + 2
    if scan.folded(index) in _SETTINGS and scan.at(index + 1).stem in word_list("circumstances", "media"):
        after = index + 2
        while after < min(stop, index + 5) and scan.at(after).is_word and not _begins_object(scan, after):
            after += 1
        return after
    if s.role is Role.PREPOSITION and (scan.at(index + 1).definite or scan.at(index + 1).role is Role.STATE):
        after = index + 2
        while after < stop and scan.at(after).definite:
            after += 1
        return after
    return index


def _begins_object(scan: Scan, index: int) -> bool:
    return scan.at(index).is_action or scan.folded(index) in _OBJECT_LEADS


def _subject_end(scan: Scan, first: int, stop: int, cue: Cue) -> int:
    """Where the subject after a verb ends: none after a verb that already shows it ("ودعوا الشعب إلى")."""
    if cue.number is not Number.SINGULAR:
        return first
    end = noun_phrase(scan, first, stop)
    return _cut(scan, first, end, cue) if "object" in cue.takes else end


def _cut(scan: Scan, first: int, end: int, cue: Cue) -> int:
    """Before a second body that follows a finished one without و: it is the object ("اتهمت الصحف الاتحاد")."""
    if cue.act == "accuse" and end - first == 2 and all(is_name_part(scan, i) for i in range(first, end)):
        return first + 1
    for i in range(first + 1, end):
        s, before = scan.at(i), scan.at(i - 1)
        if s.definite and before.definite and s.role is Role.NONE and looks_like_action(scan, i):
            return i
        named = before.is_name and not before.role and scan.folded(i - 1) not in QUANTIFIERS
        finished = before.definite or before.role is Role.STATE or named
        if (
            s.role in _BODIES
            and finished
            and not s.joined
            and not s.preposition
            and scan.at(first).role
            not in (
                Role.OFFICE,
                Role.ANONYMOUS,
            )
        ):
            return i
    return end


def _is_source(scan: Scan, first: int, end: int) -> bool:
    """Whether a phrase can speak: a title, a body, a name; other nouns after a verb are its object."""
    if end == first:
        return False
    head = first + 1 if scan.mark(first) == "#" or scan.folded(first) in QUANTIFIERS else first
    head += int(scan.folded(head) == "من")
    s = scan.at(head)
    named = s.is_name or (starts_name(scan, head) and (not s.is_known or end - head > 1))
    return s.role in HEADS or named or scan.closing(first) is not None or not s.is_word


def _subject_before(scan: Scan, index: int, start: int) -> Phrase | None:
    """The noun phrase that fills the clause from its beginning to the verb, or None."""
    if scan.at(index).joined == "و" or scan.at(index - 1).role is Role.RELATIVE:
        return None
    last = index
    while last > start and (scan.folded(last - 1) in _AUXILIARIES or scan.is_comma(last - 1)):
        last -= 1
    first = _clause_start(scan, last, start)
    if first < last and _can_lead(scan, first):
        end = noun_phrase(scan, first, last)
        if end > first and _only_circumstances(scan, end, last):
            return Phrase(first, end, _skip(scan, first))
    return _described(scan, last, start) if last == index else None


def _described(scan: Scan, last: int, start: int) -> Phrase | None:
    """An indefinite noun of saying that the verb describes ("وسط تقارير تؤكد أن")."""
    for first in range(last - 1, max(start, last - 5) - 1, -1):
        s = scan.at(first)
        adverb = scan.stream.tokens[first].word.raw.endswith(("\u064b", "\u064b\u0627"))
        if scan.at(first - 1).stem in ("بحسب", "حسب", "وفق"):
            return None
        if s.role in _HEARERS and not s.definite and not adverb and noun_phrase(scan, first, last) == last:
            return Phrase(first, last, _skip(scan, first))
    return None


def _skip(scan: Scan, first: int) -> int:
    return len(scan.at(first).joined)


def _can_lead(scan: Scan, first: int) -> bool:
    s = scan.at(first)
    if s.role in HEADS or s.is_name or s.definite or not s.is_known or scan.closing(first) is not None:
        return True
    return f"{scan.folded(first)} {scan.folded(first + 1)}" in known_bodies()


def _only_circumstances(scan: Scan, first: int, end: int) -> bool:
    return all(scan.is_comma(i) or scan.at(i).role is Role.TIME for i in range(first, end))


def _clause_start(scan: Scan, index: int, start: int) -> int:
    """Where the clause that ends before `index` begins: after the last comma, أن, colon or conjunction."""
    first = index
    openers = word_list("circumstances", "openers")
    while first > start and index - first < 24:
        before = first - 1
        if (
            scan.folded(before) in openers
            or scan.folded(before) in THAT
            or scan.mark(before) in (":", "؛", "-", "–", "—")
        ):
            break
        if scan.is_comma(before) and not scan.at(first).is_name and scan.at(first).role not in HEADS:
            break
        if scan.is_comma(before) and scan.at(start).role not in HEADS:
            break
        first -= 1
    return first
