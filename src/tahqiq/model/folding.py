"""Arabic orthographic folding: variants of one written word become one key."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LETTERS = {
    ord(written): folded
    for written, folded in (
        *((alef, "ا") for alef in "أإآٱ"),
        *((ya, "ي") for ya in "ىیېئ"),
        *((ha, "ه") for ha in "ةہ"),
        *((kaf, "ك") for kaf in "کگ"),
        ("ؤ", "و"),
        ("ڤ", "ف"),
        ("پ", "ب"),
        ("چ", "ج"),
        ("ـ", ""),
    )
}
_DROPPED = frozenset({"Mn", "Me", "Cf"})


def _fold_once(char: str) -> str:
    """One step of folding one code point; the fixed point of it is the folded form."""
    category = unicodedata.category(char)
    if category in _DROPPED:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "No":  # "10²" is not 102 and "1½" is not 11⁄2
        return char
    parts = unicodedata.normalize("NFKD", char)
    if parts[0] == " " and len(parts) > 1:  # a mark shown alone: compatibility puts a space under it
        return parts[1:]
    return parts.translate(_LETTERS).lower()


class _Table(dict[int, str]):
    """The folded form of each code point, worked out when it is first met (at most 1,114,112 entries)."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        while (again := "".join(map(_fold_once, folded))) != folded:
            folded = again
        self[code] = folded
        return folded


_TABLE = _Table()


def fold_char(char: str) -> str:
    """The folded form of one code point: "" for marks and format controls, several letters for a ligature."""
    return _TABLE[ord(char)]


def fold(words: str) -> str:
    """`words` with alef, hamza, ya and ta marbuta variants, marks, tatweel, digits and case folded.

    Idempotent, and one code point at a time: the fold of a whole is the folds of its parts, joined. Spaces and
    punctuation stay. Composed and decomposed letters fold alike, without their marks. Compatibility forms
    (presentation forms, full width) become plain letters, but superscripts and fractions stay, since they are no
    digits of the number before them.
    """
    return words.lower() if words.isascii() else words.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded string with its way back: `offsets[i]` is the raw code point that folded character `i` came from.

    `offsets` has one more entry than `words`: the length of the raw string.
    """

    words: str
    offsets: tuple[int, ...]

    def raw_bounds(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open bounds of folded start:end (start < end); trailing marks belong to their letter."""
        last = self.offsets[end - 1]
        following = self.offsets[end]
        return self.offsets[start], max(following, last + 1)


def fold_with_offsets(raw: str) -> Folded:
    """Fold `raw` and keep the map from every folded character to its raw code point."""
    words: list[str] = []
    offsets: list[int] = []
    for index, folded in enumerate(map(_TABLE.__getitem__, map(ord, raw))):
        words.append(folded)
        offsets.extend([index] * len(folded))
    return Folded("".join(words), (*offsets, len(raw)))
