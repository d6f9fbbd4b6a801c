"""Names of people: which are taken, and which are the same."""

from __future__ import annotations

import unicodedata

from tahqiq.errors import PersonError

LONGEST = 64
_MARKS = frozenset(" ._-'")


def folded(name: str) -> str:
    """Two names of one fold are one name: case, width and compatibility forms do not tell people apart."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def accept(name: str) -> str:
    """The name, in one normal form: letters and digits of any script, inside them single spaces, . _ - and '.

    PersonError for another, so that no name can hold a control, a line, markup or a turn of direction.
    """
    normal = unicodedata.normalize("NFC", name)
    fits = 0 < len(normal) <= LONGEST and normal == " ".join(normal.split(" ")).strip() and "  " not in normal
    if not (fits and all(_is_of_a_name(letter) for letter in normal) and any(map(str.isalnum, normal))):
        raise PersonError("name_form", name)
    return normal


def _is_of_a_name(letter: str) -> bool:
    return letter in _MARKS or unicodedata.category(letter)[0] in "LMN"
