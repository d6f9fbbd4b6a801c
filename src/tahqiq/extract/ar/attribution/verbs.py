"""Finite verbs of saying: "قال فلان إن", "فلان قال إن", "وأضاف أن", "أعلنت الوزارة مقتل"."""

from __future__ import annotations

from typing import NamedTuple

from tahqiq.extract.ar.attribution.asserting import is_made_clear, is_main, is_no_assertion, is_passive
from tahqiq.extract.ar.attribution.cues import Cue, Form, Number
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.objects import content_after, looks_like_action
from tahqiq.extract.ar.attribution.openings import THAT, Found
from tahqiq.extract.ar.attribution.phrases import noun_phrase
from tahqiq.extract.ar.attribution.relays import quoted_source, relays
from tahqiq.extract.ar.attribution.scan import Phrase, Scan
from tahqiq.extract.ar.attribution.subjects import (
    BEING,
    antecedent,
    bare_end,
    is_source,
    late,
    mouthpiece,
    named_end,
    subject_before,
    subject_end,
)
from tahqiq.extract.ar.attribution.words import Role, word_list
from tahqiq.extract.tokens import Kind

WRITING = frozenset("كتب كتبت يكتب تكتب".split())  # "كتبت تغريدة": what is written writes not
_TELLING = frozenset("ابلغ ابلغت ابلغوا اخبر اخبرت اخبروا يخبر تخبر".split())
_LONGEST_LEAD = 14
_LONGEST_CREDIT = 4  # tokens of a name behind "كتب:"
_SAYINGS = frozenset("مثل امثال اغنيه قصيده نكته حكمه ايه لافته لافتات".split())
_TOLLS = frozenset("حصيله احصاييه احصاء بيان تقرير".split())
AFTER_CONTENT = "verb after its content"
_NEAR = 6  # tokens between a subject and its content, and of a quotation that may be no more than a name
_QUOTING = frozenset({"say", "continue", "answer", "ask", "confirm", "warn"})
_DESCRIBING = frozenset("وصف وصفت وصفوا يصف تصف نعت نعتت ينعت تنعت".split())
_SPEAKING = frozenset({Role.GOVERNMENT, Role.ORGANIZATION, Role.AGENCY, Role.OUTLET, Role.OFFICE, Role.ANONYMOUS})
_VEILS = frozenset("نقاب ستار لثام غطاء".split())  # "كشف النقاب عن"
_HEARSAY = frozenset("يذكر يشار يقال قيل يعتقد يزعم يتوقع يرجح يخشي يقدر".split())
_ATTACHABLE = frozenset({"believe", "say", "accuse", "ask", "call_for", "answer", "warn", "threaten"})


def verb_at(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """The attribution whose cue is the finite verb at `index` of the clause run start:stop, or None."""
    s = scan.at(index)
    if is_passive(scan, index):
        return None
    if (s.role is not Role.NONE and not is_made_clear(scan, index)) or s.definite or is_no_assertion(scan, index):
        return None
    for cue in s.cues:
        if cue.form is Form.VERB:
            hit = _read(scan, _Verb(index, start, stop, cue))
            if hit is not None:
                return hit
    return _after_quotation(scan, index, start, stop)


def _after_quotation(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """ "«سنبقى هنا»، قال المختار", "السوق هادئة، تقول الصحيفة": content, then only a verb with its subject."""
    closing = index - 2 if scan.is_comma(index - 1) else index - 1
    opened = scan.marks.inside[closing - 1] if closing - 1 > start else -1
    cue = next((c for c in scan.at(index).cues if c.form is Form.VERB and c.act in _QUOTING), None)
    is_quoted = opened >= start and scan.closing(opened) == closing
    if cue is None or scan.at(index).joined or not (is_quoted or (scan.is_comma(index - 1) and cue.act == "say")):
        return None
    end = subject_end(scan, index + 1, stop, cue)
    if not is_source(scan, index + 1, end) or not (end >= stop or (is_quoted and scan.is_comma(end))):
        return None
    phrase, subject = Phrase(index, index + 1), Phrase(index + 1, end)
    if not is_quoted:
        return Hit(phrase, cue, subject, Opening.BEFORE, start, "verb at the end")
    return Hit(phrase, cue, subject, Opening.QUOTE, opened, "verb after its quotation", (), True)


def _refers_back(scan: Scan, index: int) -> bool:
    """ "..., الأمر الذي نفاه", "..., وهو ما أكده": the content stands before the cue."""
    pair = (scan.folded(index - 2), scan.folded(index - 1))
    return pair in (("الامر", "الذي"), ("وهو", "ما"), ("هو", "ما"), ("وهذا", "ما"), ("هذا", "ما"))


def _toll_before(scan: Scan, index: int) -> int | None:
    """Where "، في حصيلة جديدة" begins that the verb is said of, if it is."""
    for noun in range(index - 1, max(0, index - 4), -1):
        if scan.at(noun).stem in _TOLLS:
            return noun - 1 if scan.folded(noun - 1) == "في" and scan.is_comma(noun - 2) else None
    return None


def _given_out(scan: Scan, verb: _Verb, toll: int) -> Hit | None:
    """ "..., في حصيلة جديدة أعلنت عنها السلطات": whoever gave out the toll says what stands before."""
    first = verb.place + 1 + int(scan.takes_up(verb.place + 1))
    end = noun_phrase(scan, first, verb.stop)
    if not is_source(scan, first, end):
        return None
    return Hit(Phrase(toll, first), verb.cue, Phrase(first, end), Opening.BEFORE, toll, AFTER_CONTENT)


def _of_that(scan: Scan, verb: _Verb) -> Hit | None:
    """ "صرح بذلك المدير": he says the sentence before."""
    first = verb.place + 2
    end = noun_phrase(scan, first, verb.stop)
    if verb.place != verb.start or not is_source(scan, first, end):
        return None
    return Hit(Phrase(verb.place, first), verb.cue, Phrase(first, end), Opening.BEFORE, verb.place, AFTER_CONTENT)


def _about_before(scan: Scan, verb: _Verb) -> Hit | None:
    first = verb.place + 1
    end = noun_phrase(scan, first, verb.stop)
    if not is_source(scan, first, end) or scan.folded(end) in THAT:
        return None
    phrase = Phrase(verb.place, first)
    return Hit(phrase, verb.cue, Phrase(first, end), Opening.BEFORE, verb.place - 2, AFTER_CONTENT)


class _Verb(NamedTuple):
    """A verb of saying at token `place`, inside the clause run start:stop, in one of its readings."""

    place: int
    start: int
    stop: int
    cue: Cue


def _read(scan: Scan, verb: _Verb) -> Hit | None:
    if verb.cue.attached and _refers_back(scan, verb.place):
        return _about_before(scan, verb)
    if scan.folded(verb.place + 1) == "بذلك":
        return _of_that(scan, verb)
    toll = _toll_before(scan, verb.place)
    if toll is not None and (verb.cue.attached or scan.folded(verb.place + 1) in ("عنها", "عنه")):
        return _given_out(scan, verb, toll)
    before = subject_before(scan, verb.place, verb.start)
    if before is None:
        return _with_subject_after(scan, verb)
    if scan.stream.tokens[before.first].word.kind is Kind.DIGITS and verb.cue.number is Number.SINGULAR:
        return None  # "87 منهم أعلنت وفاتهم" is passive
    found = content_after(scan, verb.place + 1, verb.stop, verb.cue)
    if found is None or _is_believed(scan, verb.place, found):
        return None
    return _hit(scan, verb, before, found)


def _with_subject_after(scan: Scan, verb: _Verb) -> Hit | None:
    first = verb.place + 1 + int(scan.takes_up(verb.place + 1) or scan.folded(verb.place + 1) in ("لنا", "لي"))
    if scan.at(first).stem in _VEILS and scan.at(first).definite:  # "كشف النقاب عن" says not who
        if not (verb.cue.feminine or scan.at(verb.place).joined):
            return None
        first += 1
    first += int(_is_this_body(scan, first, verb.cue))
    if _is_aimed_therein(scan, verb, first):
        return None
    end, found = _split(scan, verb, first)
    if found is None or _is_refused(scan, verb, (first, end), found):
        return None
    is_described = end > first and _is_described(scan, verb, (first, end), found)
    speaks = end > first and not is_described
    subject = Phrase(first, named_end(scan, first, end, found.introducer)) if speaks else None
    if subject is None:
        own = None if verb.cue.attached or _is_told_of(scan, verb, found) else antecedent(scan, verb.place, verb.start)
        subject = own or (None if is_described else late(scan, first, found.introducer))
    is_relative = scan.at(verb.place - 1).role is Role.RELATIVE
    if subject is None and not verb.cue.attached and is_relative and not _is_told_of(scan, verb, found):
        return None
    return _hit(scan, verb, subject, found)


def _is_this_body(scan: Scan, index: int, cue: Cue) -> bool:
    """ "ونددت هذه المحكمة بـ": a body that هذا or هذه points at speaks, where the verb agrees."""
    agrees = (scan.folded(index) == "هذه" and cue.feminine) or (scan.folded(index) == "هذا" and not cue.feminine)
    after = scan.at(index + 1)
    return agrees and after.definite and after.role in _SPEAKING


def _is_aimed_therein(scan: Scan, verb: _Verb, first: int) -> bool:
    """ "بيانا تدين فيه الاستطلاع": in a document somebody blames or praises what stands behind the verb."""
    is_therein = scan.takes_up(verb.place + 1) and scan.at(verb.place - 1).role is Role.DOCUMENT
    return is_therein and "ان" not in verb.cue.takes and scan.at(first).role is Role.DOCUMENT


def _is_described(scan: Scan, verb: _Verb, noun: tuple[int, int], found: Found) -> bool:
    """ "ووصف الاتفاق بأنه هش": the one noun between the verb and بأنه is described, by whoever spoke before."""
    end, being = noun[1], found.content - 1
    if scan.at(verb.place).stem not in _DESCRIBING or scan.folded(being) not in BEING:
        return False
    is_led = scan.at(end).role is Role.PREPOSITION and scan.folded(end) != "من" and scan.at(end + 1).definite
    return being == (end + 1 if scan.is_comma(end) else end + 2 if is_led else end)


def _is_told_of(scan: Scan, verb: _Verb, found: Found) -> bool:
    """ "الهجوم الذي قالت إنه": the noun before is what is said to be so; its relative and the verb need not agree."""
    relative = scan.folded(verb.place - 1).removeprefix("و")
    is_taken_up = scan.folded(found.introducer) in ("انه", "انها", "انهم", "انهما")
    disagrees = (relative == "الذي" and verb.cue.feminine) or (relative == "التي" and not verb.cue.feminine)
    at_once = found.introducer == verb.place + 1
    is_told = disagrees or (at_once and antecedent(scan, verb.place, verb.start) is None)
    return scan.at(verb.place - 1).role is Role.RELATIVE and is_taken_up and is_told


def _split(scan: Scan, verb: _Verb, first: int) -> tuple[int, Found | None]:
    """Where the subject after the verb ends (at `first` if there is none), and how the content begins."""
    end = subject_end(scan, first, verb.stop, verb.cue)
    found = content_after(scan, end, verb.stop, verb.cue)
    quoted = scan.closing(first) == end - 1
    if quoted and verb.cue.act == "believe":
        return first, None
    if quoted and (found is None or found.opening is Opening.QUOTE):
        return first, Found(Opening.QUOTE, first, first)
    if (
        found is not None
        and not is_source(scan, first, end)
        and end != bare_end(scan, first, verb.stop, verb.cue)
        and not _speaks_anyway(scan, (first, end), found, verb.cue)
    ):
        return first, content_after(scan, first, verb.stop, verb.cue)
    return end, found


def _is_refused(scan: Scan, verb: _Verb, subject: tuple[int, int], found: Found) -> bool:
    """Whether the verb, so read, says nothing: impersonal, about a thing, or too far from what could be its content."""
    first, end = subject
    cue, distance = verb.cue, found.introducer - end
    if end == first and (_is_nobody(scan, verb.place, cue, found) or _describes(scan, verb)):
        return True
    if end == first and _is_of_a_thing(scan, first, cue, found):
        return True
    if _reveals(scan, first, cue, found):
        return True
    if scan.at(verb.place).stem in WRITING and scan.at(first).role is Role.DOCUMENT and not scan.at(first).definite:
        return True
    if scan.folded(first) in ("تعالي", "الصلاه", "السلام") or scan.at(first).stem in _SAYINGS:
        return True
    is_credit = end == first and found.opening is Opening.COLON and found.introducer == first
    if is_credit and verb.stop - found.content <= _LONGEST_CREDIT:
        return True
    if "only" in cue.takes and found.opening is not Opening.THAT:
        return True
    if cue.attached and cue.act not in _ATTACHABLE:
        return True
    if cue.act == "accuse" and not cue.attached and _has_no_object(scan, verb, (first, end), found):
        return True
    quoted = (scan.closing(found.content) or 0) - found.content
    if found.opening is Opening.QUOTE and distance > _NEAR and quoted <= _NEAR and cue.act not in _QUOTING:
        return True
    return distance > _NEAR and (not cue.takes or (cue.act == "threaten" and found.opening is Opening.PREPOSITION))


def _is_of_a_thing(scan: Scan, first: int, cue: Cue, found: Found) -> bool:
    """Whether an everyday noun that cannot speak is the subject of a verb that takes no object ("يشير المصطلح إلى")."""
    s = scan.at(first)
    is_plain = s.is_word and s.role is Role.NONE and s.is_known and not (s.is_name or s.preposition)
    can_be = s.definite or (s.is_action and _is_of_deeds(cue, found) and not s.stem.endswith("ه"))
    return is_plain and can_be and "object" not in cue.takes and not cue.attached and found.introducer > first


def _reveals(scan: Scan, first: int, cue: Cue, found: Found) -> bool:
    """Whether a plural of things, not of people, is what lets see ("كشفت الحفريات عن")."""
    s = scan.at(first)
    are_things = s.definite and s.role is Role.NONE and s.stem.endswith("ات") and not s.is_name
    return are_things and cue.act == "announce" and found.opening is Opening.PREPOSITION and found.introducer > first


def _is_of_deeds(cue: Cue, found: Found) -> bool:
    """Whether a verbal noun can be the subject: "كشف انحسار المياه عن", "يشير انسحاب الشركات إلى"."""
    return found.opening is Opening.PREPOSITION and cue.act in ("announce", "threaten", "explain")


def _has_no_object(scan: Scan, verb: _Verb, subject: tuple[int, int], found: Found) -> bool:
    """ "اتهم المدون بالتحريض": with one noun between the verb and ب it is the accused, and the verb passive."""
    by_b = scan.folded(found.introducer).startswith("ب") and scan.folded(found.introducer) != "ب"
    is_accusing = scan.at(verb.place).stem in ("اتهم", "اتهمت", "يتهم", "تتهم", "متهم")
    return is_accusing and by_b and subject[1] > subject[0] and found.introducer == subject[1]


def _hit(scan: Scan, verb: _Verb, subject: Phrase | None, found: Found) -> Hit:
    index = verb.place
    zone = subject.end if subject is not None and subject.first > index else index + 1
    told = relays(scan, zone, found.introducer) or _addressed(scan, verb, zone) or _in_talk_with(scan, verb)
    quoted = quoted_source(scan, zone, found.introducer)
    if quoted is not None and subject is not None:
        hit = Hit(Phrase(index, index + 1), verb.cue, quoted, found.opening, found.content, "quoted from", (subject,))
        return hit._replace(breaks=is_main(scan, index))
    spoken = mouthpiece(scan, zone, found.introducer)
    if spoken is not None and subject is not None and scan.at(subject.first).role in (Role.AGENCY, Role.OUTLET):
        told = (subject,)
    subject = spoken or subject
    rule = "verb" if subject is None else "subject verb" if subject.first < index else "verb subject"
    phrase = Phrase(index, index + 1)
    breaks = is_main(scan, index) or (subject is not None and _turns_at(scan, subject.first))
    return Hit(phrase, verb.cue, subject, found.opening, found.content, rule, told, breaks)


def _is_nobody(scan: Scan, index: int, cue: Cue, found: Found) -> bool:
    """ "يذكر أن", "يعتقد أن", "وصف بأنه": nobody says it."""
    at_once = found.introducer <= index + 2
    by_b = (found.opening is Opening.PREPOSITION or "ان" not in cue.takes) and scan.folded(found.introducer).startswith(
        "ب"
    )
    if scan.folded(index + 1) in ("من", "واحدا", "واحده", "احد", "احدي") and cue.act == "believe" and cue.present:
        return True
    if by_b and "object" in cue.takes and found.introducer == index + 1 and not cue.attached:
        return True
    return scan.at(index).stem in _HEARSAY and at_once


def _describes(scan: Scan, verb: _Verb) -> bool:
    """A present right after an indefinite noun describes it ("مزاعم تشير إلى"): that noun is no speaker we know."""
    noun = scan.at(verb.place - 1)
    plain = noun.is_word and noun.role is Role.NONE and not (noun.definite or noun.is_name)
    return verb.cue.present and plain and noun.is_known and not scan.at(verb.place).joined


def _is_believed(scan: Scan, index: int, found: Found) -> bool:
    """ "رجل يعتقد أنه": the man is what is believed."""
    return scan.at(index).stem in ("يعتقد", "تعتقد", "يزعم", "تزعم") and scan.folded(found.introducer) in (
        "انه",
        "انها",
        "انهم",
    )


def _speaks_anyway(scan: Scan, subject: tuple[int, int], found: Found, cue: Cue) -> bool:
    """A noun of no list is the speaker if it is definite and أن or a verbal noun follows it."""
    first, end = subject
    if end == first or ("object" in cue.takes and "ان" not in cue.takes and not looks_like_action(scan, found.content)):
        return False
    if not scan.at(first).definite:
        return (
            found.opening in (Opening.THAT, Opening.QUOTE, Opening.COLON)
            and found.introducer == end
            and not scan.at(first).is_action
        )
    content = scan.at(found.content)
    is_told = content.is_action or (content.definite and content.stem in word_list("circumstances", "told_of"))
    return found.opening in (Opening.THAT, Opening.COLON, Opening.QUOTE) or is_told


def _addressed(scan: Scan, verb: _Verb, index: int) -> tuple[Phrase, ...]:
    """The agency that somebody told ("أبلغ دبلوماسي وكالة فرانس برس أن")."""
    if scan.at(verb.place).stem not in _TELLING or scan.at(index).role not in (Role.AGENCY, Role.OUTLET):
        return ()
    end = noun_phrase(scan, index, verb.stop)
    return (Phrase(index, end),) if end > index else ()


def _in_talk_with(scan: Scan, verb: _Verb) -> tuple[Phrase, ...]:
    """The outlet of a talk that the sentence opens with ("وفي حديث لصحيفة المنارة، قال المدير")."""
    opens = scan.folded(verb.start) in ("في", "وفي", "خلال", "وخلال") and verb.place - verb.start <= _LONGEST_LEAD
    is_talk = scan.at(verb.start + 1).stem in word_list("circumstances", "media")
    return relays(scan, verb.start + 1, verb.place) if opens and is_talk else ()


def _turns_at(scan: Scan, first: int) -> bool:
    """Whether "لكن" or "فيما" before a subject makes its clause another speaker's."""
    return scan.folded(first - 1) in ("لكن", "ولكن", "فيما", "بينما")
