"""Whose name ends a phrase of titles: its head's, or of somebody whom the head serves, opposes or belongs to."""

from __future__ import annotations

from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.words import Role, word_list

IN_WHOSE_NAME = frozenset("باسمه باسمها باسمهم باسمهما بلسانه بلسانها بلسانهم".split())
SPOKEN_FOR = IN_WHOSE_NAME | {"باسم", "بلسان"}
_TITLES = frozenset({Role.OFFICE, Role.HONORIFIC})
_LONGEST_TITLE = 8
_LONGEST_NAME = 5


def is_anothers(scan: Scan, head: int, name: int) -> bool:
    """Whether the name at token `name` is of another than the head of its phrase ("خصوم الرئيس فلان").

    Arabic writes "the deputy of the minister NAME" for either of them. After a plural, after "من" and after a noun such
    as حملة the name is never the head's; else it is taken for the head's, unless it is borne by one of those who hold
    the highest offices and so are named with theirs.
    """
    before = scan.at(name - 1)
    governs = before.stem in word_list("people", "governing") and not before.definite
    if name > head and (scan.folded(name - 1) in ("باسم", "بلسان") or governs):
        return name - 1 > head
    title = _title_before(scan, head, name)
    if title is None or title == head:
        return False
    governor = scan.at(title - 1)
    governs = governor.stem in word_list("people", "followers") or governor.stem in word_list("people", "governing")
    if scan.folded(title - 1) == "من" or (governs and not governor.definite):
        return True
    is_construct = governor.is_word and not (governor.definite or governor.preposition)
    return is_construct and _is_leader(scan, name)


def _title_before(scan: Scan, head: int, name: int) -> int | None:
    """Where the title begins that the name follows, over what qualifies it ("رئيس الوزراء الياباني")."""
    index = name - 1
    while index > max(head, name - _LONGEST_TITLE) and scan.at(index).role not in _TITLES:
        s = scan.at(index)
        if not (s.definite or s.role is Role.STATE or scan.is_comma(index)):
            return None
        index -= 1
    return index if scan.at(index).role in _TITLES else None


def _is_leader(scan: Scan, name: int) -> bool:
    leaders = word_list("people", "leaders")
    for index in range(name, name + _LONGEST_NAME):
        if scan.at(index).stem in leaders or scan.folded(index) in leaders:
            return True
        if not scan.at(index).is_word or scan.at(index).role is not Role.NONE:
            return False
    return False
