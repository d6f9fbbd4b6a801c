"""Where the noun phrase of a source ends: title, office, nationality, name, apposition, brackets.

Arabic needs no introducing word between a speaker and what is said ("أعلنت وزارة الصحة وفاة ..."), so the end is read
from the shape of the phrase: after a definite word a bare one can only be a name, a title or the next phrase.
"""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.extract.ar.attribution.cues import Form
from tahqiq.extract.ar.attribution.holders import SPOKEN_FOR, is_anothers
from tahqiq.extract.ar.attribution.name_parts import (
    CALLED,
    QUANTIFIERS,
    ends_foreign_name,
    is_ali,
    is_name_part,
    is_surname,
    is_that,
    is_titular_surname,
    is_whole,
    name_run,
    starts_name,
)
from tahqiq.extract.ar.attribution.outlets import led_outlet
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import FUNCTION, HEADS, Role, Sense, is_action, word_list
from tahqiq.extract.tokens import Kind

_SHORTEST_PLURAL = 4
_LONGEST = 28
_LONGEST_QUOTED_NAME = 6
_WITHIN = frozenset("في من لدي الي عن".split())
_ISSUED_BY = frozenset("صادر صادره صدر صدرت نايب نيابه".split())
_ENVOYS = frozenset("مبعوث موفد سفير مبعوثه سفيره موفده مندوب".split())
_PLAIN_BODIES = frozenset("حكومه شرطه جيش سلطات رياسه قوات برلمان وزاره محكمه نيابه حزب حركه".split())
_CHARGED = frozenset("مكلف مكلفه مختص مختصه معني معنيه خاص خاصه مسوول".split())
_SERVING = frozenset(
    "مستشار مستشاره ممثل ممثله مبعوث مبعوثه مساعد مساعده سكرتير سكرتيره ناطق ناطقه متحدث متحدثه مكتب".split()
)
_BEARERS = frozenset({Role.OFFICE, Role.ANONYMOUS, Role.WITNESS, Role.HONORIFIC})
_BODIES = frozenset({Role.GOVERNMENT, Role.STATE, Role.ORGANIZATION, Role.OUTLET, Role.AGENCY})
_CONSTRUCT = frozenset({Role.OFFICE, Role.AGENCY, Role.GOVERNMENT, Role.ORGANIZATION, Role.OUTLET})
_RELAYS = frozenset({Role.AGENCY, Role.OUTLET})


@dataclass(slots=True)
class _State:
    """The bounds of a phrase, and what has been read of it so far."""

    start: int
    stop: int
    person: bool = False
    closed: bool = False
    plural: bool = False
    counted: bool = False
    named: bool = False
    name_at: int = -1
    served: int = -1  # behind a name that is another's than the head's
    head: Role = Role.NONE


def noun_phrase(scan: Scan, start: int, stop: int) -> int:
    """The end of the source phrase that begins at `start`, `start` itself where none does; never beyond `stop`."""
    if start >= stop or not _may_begin(scan, start):
        return start
    state, index = _State(start, min(stop, start + _LONGEST)), start
    while index < state.stop:
        after = _after(scan, index, state)
        if after == index:
            break
        index = after
    return _trimmed(scan, start, index)


def _is_saying(s: Sense) -> bool:
    """Whether a word is rather a verb, participle or attached noun of saying than part of a name."""
    if s.role in HEADS or s.is_name or s.definite:
        return False
    return any(cue.form is not Form.NOUN or cue.attached for cue in s.cues)


def _may_begin(scan: Scan, index: int) -> bool:
    s = scan.at(index)
    if scan.closing(index) is not None:
        return scan.closing(index) - index <= _LONGEST_QUOTED_NAME  # type: ignore[operator]
    if scan.folded(index) in QUANTIFIERS or scan.actors.at(f"{scan.folded(index)} {scan.folded(index + 1)}"):
        return True
    if scan.stream.tokens[index].word.kind is Kind.DIGITS:
        return scan.at(index + 1).role is Role.ANONYMOUS or scan.folded(index + 1) in ("من", "في", "%")
    if not s.is_word or s.role in FUNCTION or s.role is Role.TIME:
        return False
    if s.preposition == "ب" and not _is_whole_name(scan, index):
        return False
    if s.role in HEADS or s.definite:
        return True
    return not s.is_action and not is_that(scan, index) and not _is_saying(s)


def _is_whole_name(scan: Scan, index: int) -> bool:
    """A word that ب only seems to stand on, for it is all that stands before the content ("قال باردو إن")."""
    s = scan.at(index)
    quoted = any(cue.form is Form.NOUN and cue.attached for cue in scan.at(index + 1).cues)
    if scan.stream.tokens[index].word.raw.endswith(("ة", "ه")):
        return False
    alone = quoted or is_that(scan, index + 1) or not scan.at(index + 1).is_word
    return s.role is Role.NONE and not s.definite and alone


def _after(scan: Scan, index: int, state: _State) -> int:
    """Where the phrase goes on after the token at `index`; `index` itself where it has ended."""
    token = scan.stream.tokens[index].word
    if token.kind is Kind.MARK:
        return _after_mark(scan, index, state)
    if token.kind is Kind.DIGITS and index == state.start:
        return index + 1
    if token.kind is Kind.DIGITS:
        return index + 1 if scan.at(index - 1).role is Role.OUTLET or scan.folded(index - 1) == "فرانس" else index
    if token.kind is Kind.NEWLINE:
        return index
    s = scan.at(index)
    run = name_run(scan, index, state.stop) if _awaits_name(scan, index, state) else index
    if run > index:
        _enter_name(scan, index, run, state)
        return run
    if _goes_on(scan, index, s, state):
        _note(scan, index, s, state)
        return index + 1
    return index


def _awaits_name(scan: Scan, index: int, state: _State) -> bool:
    """Whether a finished title stands before a token, and nobody has been named yet."""
    before = scan.at(index - 1)
    is_finished = index > state.start and (before.definite or before.role is Role.STATE) and not state.plural
    head = scan.at(state.start)
    is_person = head.role in _BEARERS or (head.role is Role.NONE and head.definite)
    return is_finished and is_person and not state.named and state.served != index


def _enter_name(scan: Scan, first: int, end: int, state: _State) -> None:
    state.person = state.closed = True
    if is_anothers(scan, state.start, first):
        state.served = end
    elif not state.named:
        state.named, state.name_at = True, first


def _after_mark(scan: Scan, index: int, state: _State) -> int:
    closing = scan.closing(index)
    if closing is not None:
        points = sum(scan.mark(i) == "." for i in range(index, min(closing, index + _LONGEST)))
        fits = closing - index - points <= _LONGEST_QUOTED_NAME and closing < state.stop
        takes = (
            index == state.start
            or (scan.at(index - 1).role in HEADS - {Role.STATE} and not scan.at(index - 1).definite)
            or scan.folded(index - 1) in _WITHIN
            or state.head
            in (
                Role.ORGANIZATION,
                Role.OUTLET,
                Role.AGENCY,
            )
        )
        if fits and takes and not state.named:
            state.closed = state.named = True
            return closing + 1
        return index
    mark = scan.mark(index)
    if mark == "(":
        return _after_bracket(scan, index, state.stop)
    if mark in "/-–" and scan.stream.glued(index) and scan.stream.glued(index + 1):
        return index + 1
    if scan.is_comma(index):
        return _apposition(scan, index, state)
    return index


def _after_bracket(scan: Scan, index: int, stop: int) -> int:
    for end in range(index + 1, min(index + 9, stop)):
        if scan.mark(end) == ")":
            return end + 1
    return index


def _apposition(scan: Scan, comma: int, state: _State) -> int:
    """After a comma, a title or the name that the title before belongs to, if the phrase then ends."""
    s = scan.at(comma + 1)
    wants_name = state.person and not state.named and is_name_part(scan, comma + 1)
    titled = s.role in (Role.OFFICE, Role.HONORIFIC) or scan.folded(comma + 1) in ("احد", "احدي")
    if not (titled and state.person and not s.joined) and not wants_name:
        return comma
    end = noun_phrase(scan, comma + 1, state.stop)
    ends = end >= state.stop or scan.is_comma(end) or not scan.at(end).is_word or scan.at(end).role in FUNCTION
    return end if end > comma + 1 and (ends or wants_name) else comma


def _goes_on(scan: Scan, index: int, s: Sense, state: _State) -> bool:
    if index == state.start:
        return True
    folded = scan.folded(index)
    if folded == "غير" and index + 1 < state.stop:
        return scan.at(index + 1).definite == scan.at(index - 1).definite and scan.at(index + 1).is_word
    if folded in ("ل", "ب") or led_outlet(scan, index) > index:
        return False
    if state.person and (folded in CALLED or (folded == "ما" and scan.folded(index + 1) in CALLED)):
        return True
    if is_ali(scan, index):
        return state.person or state.named
    if s.role in FUNCTION:
        return folded in _WITHIN and _is_inner_preposition(scan, index, state)
    if s.role is Role.TIME:
        return False
    if s.joined:
        return _joins(scan, index, s, state)
    if _is_saying(s) or is_that(scan, index):
        return False
    if folded in SPOKEN_FOR:
        return state.person
    if s.preposition == "ب" and _is_whole_name(scan, index) and not scan.at(index - 1).definite:
        return True
    if s.preposition == "ب" and scan.at(index - 1).stem in _CHARGED:
        return True
    if s.preposition == "ب" and not s.definite and scan.at(index - 1).role is Role.OFFICE and is_whole(scan, index):
        return not scan.at(index - 1).definite
    if s.preposition == "ب":
        return s.role in HEADS and s.role not in _BEARERS | {Role.DOCUMENT} and not state.named
    if s.preposition == "ل":
        if scan.stream.tokens[index].word.raw.endswith(("ه", "ها", "هم")):
            return False
        if scan.at(state.start).stem in _PLAIN_BODIES or scan.at(state.start).role is Role.STATE:
            return False
        if s.role in _BEARERS:
            serves = scan.at(state.start).stem in _SERVING and index > state.start + 1 and scan.at(index - 1).definite
            return serves and s.definite and not state.named
        return s.role not in _RELAYS and (not state.named or not state.person)
    if s.definite:
        if s.role is Role.HONORIFIC and state.head in _BODIES and not state.person:
            return False
        if scan.at(index - 1).role is Role.STATE:
            return s.stem.endswith(("يه", "ي"))
        if state.named and _is_deed(scan, index):
            return is_titular_surname(scan, index)
        return state.person or not state.closed or not scan.at(index - 1).definite or not _begins_anew(scan, index)
    return _bare_goes_on(scan, index, s, state)


def _begins_anew(scan: Scan, index: int) -> bool:
    """Whether a definite word after a finished body begins the next phrase: another body, a title, a verbal noun."""
    s = scan.at(index)
    if s.role in _BODIES or (
        s.role in (Role.OFFICE, Role.ANONYMOUS) and scan.at(index + 1).definite and not scan.at(index + 1).preposition
    ):
        return True
    return s.role is Role.NONE and not s.is_name and is_action(scan.stream.tokens[index].word.raw, s.stem)


def _is_deed(scan: Scan, index: int) -> bool:
    """Whether a word is a verbal noun, and no name of people that only has its shape ("الحداد" is both)."""
    s = scan.at(index)
    is_listed = s.stem in word_list("circumstances", "actions")
    return (
        s.role is Role.NONE and (is_listed or not s.is_name) and is_action(scan.stream.tokens[index].word.raw, s.stem)
    )


def _bare_goes_on(scan: Scan, index: int, s: Sense, state: _State) -> bool:
    """A bare word: always inside an open phrase unless it begins an object; after a closed one a name or a title.

    A verb that refers back describes the noun before it ("معلومات حصلت عليها") and is no part of its name.
    """
    if scan.takes_up(index + 1) or _describes(scan, index, state):
        return False
    if not state.closed:
        if scan.folded(index - 1) in QUANTIFIERS:
            return True
        is_named = state.head in _RELAYS and index > state.start + 1 and scan.at(index - 1).role not in _RELAYS
        governed = state.head in _CONSTRUCT and not state.counted and not is_named
        return not s.is_action or governed or (state.person and s.is_name)
    if state.plural:
        return False
    if s.role in (Role.OFFICE, Role.HONORIFIC):
        return state.person and not (s.role is Role.OFFICE and _has_full_title(scan, state))
    if state.person:
        if not state.named:
            return starts_name(scan, index)
        return is_name_part(scan, index) or is_surname(scan, index) or is_titular_surname(scan, index)
    before = scan.at(index - 1)
    finished = before.role is Role.STATE or _is_agency_name(before)
    return before.role in HEADS and not finished and not before.definite and not s.is_action


def _has_full_title(scan: Scan, state: _State) -> bool:
    """Whether the person was named behind a title of several words: a second title is then another's."""
    return state.named and scan.at(state.start).role is Role.OFFICE and state.name_at - state.start > 1


def _describes(scan: Scan, index: int, state: _State) -> bool:
    """Whether a verb tells of the unnamed speaker before it ("دبلوماسي سابق عمل في طهران")."""
    told = state.head in (Role.ANONYMOUS, Role.WITNESS, Role.DOCUMENT, Role.OFFICE)
    is_verb = scan.folded(index) in word_list("circumstances", "described_by") and scan.folded(index + 1) != "عن"
    return told and is_verb and not scan.at(state.start).definite


def _is_agency_name(s: Sense) -> bool:
    """A name such as رويترز, which nothing completes; وكالة wants its name."""
    return s.role is Role.AGENCY and not s.stem.startswith("وكال")


def _is_inner_preposition(scan: Scan, index: int, state: _State) -> bool:
    """Whether a preposition belongs to the title before it ("القيادي في تحالف", "أحد من"), not to the verb."""
    counted = scan.folded(state.start) in QUANTIFIERS and scan.folded(index) == "من"
    if counted or scan.folded(index - 1) in QUANTIFIERS:
        return True
    if scan.folded(index) == "عن":
        return scan.at(index - 1).stem in _ISSUED_BY
    if scan.stream.tokens[state.start].word.kind is Kind.DIGITS:
        return scan.folded(index) == "من" or scan.folded(index + 1) in ("الميه", "المايه")
    following = scan.at(index + 1)
    if scan.folded(index) == "من" and scan.folded(index + 1) in ("جديد", "جهته", "جهتها", "جانبه", "جانبها", "قبل"):
        return False
    if following.stem in word_list("circumstances", "media") or following.role is Role.TIME or state.named:
        return False
    if scan.folded(index) == "الي" and not any(scan.at(i).stem in _ENVOYS for i in range(state.start, index)):
        return False
    if scan.closing(index + 1) is not None:
        return state.person and scan.at(index + 2).role in _BODIES  # 'رئيس القسم في "مركز كذا"'
    return state.person and following.is_word and following.role not in FUNCTION


def _joins(scan: Scan, index: int, s: Sense, state: _State) -> bool:
    """Whether و adds a second name, body or definite noun to the phrase."""
    if any(cue.form is Form.VERB for cue in s.cues) and not s.definite:
        return False
    if _is_adjective(s) and _is_adjective(scan.at(index - 1)):
        return True
    if s.definite or (state.head is Role.DOCUMENT and scan.at(index + 1).role in _BODIES):
        return True
    return s.role in HEADS or (state.named and s.is_name)


def _is_adjective(s: Sense) -> bool:
    """Whether a bare word has the shape of a feminine adjective of relation ("محلية")."""
    return s.role is Role.NONE and not s.definite and s.stem.endswith("يه")


def _note(scan: Scan, index: int, s: Sense, state: _State) -> None:
    if state.head is Role.NONE:
        state.head = s.role
    if scan.folded(index) in QUANTIFIERS:
        state.counted = True
    if s.role in FUNCTION or scan.folded(index) in SPOKEN_FOR:
        state.closed = False
        return
    if s.role in _BEARERS:
        state.person, state.closed = True, s.definite
        state.plural = (
            index == state.start and s.definite and len(s.stem) > _SHORTEST_PLURAL and s.stem.endswith(("ون", "ين"))
        )
        return
    if s.definite:
        state.closed = True
    elif s.preposition:
        state.closed = False
    elif s.role in HEADS and not state.named:
        state.closed = s.role is Role.STATE or _is_agency_name(s)
    elif (
        (is_name_part(scan, index) or (state.closed and starts_name(scan, index)))
        and s.role is Role.NONE
        and (state.person or state.head is Role.NONE)
    ):
        state.person = state.closed = True
        if index == state.served or is_anothers(scan, state.start, index):
            state.served = index + 1
        elif not state.named:
            state.named, state.name_at = True, index


def _trimmed(scan: Scan, start: int, end: int) -> int:
    """Without a preposition or comma left hanging at the end."""
    while end > start and (scan.is_comma(end - 1) or (scan.at(end - 1).role in FUNCTION and end - 1 > start)):
        if is_ali(scan, end - 1) or ends_foreign_name(scan, end - 1):
            break
        end -= 1
    return end
