"""Arabic orthographic folding: variants of one written word become one key."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """The folded form of one code point: "" for marks and format controls, several letters for a ligature."""
    out = []
    for c in unicodedata.normalize("NFKC", char):
        category = unicodedata.category(c)
        if category in ("Mn", "Cf"):
            continue
        if category == "Nd":
            out.append(str(unicodedata.digit(c)))
            continue
        out.append(c.translate(_LETTERS).lower())
    return "".join(out)


def fold(words: str) -> str:
    """`words` with alef, hamza, ya and ta marbuta variants, marks, tatweel, digits and case folded.

    Idempotent. Spaces and punctuation stay. Decomposed hamzas lose their mark, as composed ones do.
    """
    return "".join(map(fold_char, words))


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
    for index, char in enumerate(raw):
        folded = fold_char(char)
        words.append(folded)
        offsets.extend([index] * len(folded))
    return Folded("".join(words), (*offsets, len(raw)))
