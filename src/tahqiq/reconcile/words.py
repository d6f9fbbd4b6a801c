"""Words as keys: folded, freed of Arabic clitics and endings, for comparing names, places and reports."""

from __future__ import annotations

import re
from functools import lru_cache

from tahqiq.model.folding import fold
from tahqiq.reconcile.lexicon import STOPWORDS

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "لل", "ال")
_SUFFIXES = ("هما", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "ه", "ي")
_SHORTEST = 3


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(fold(text))


def stems(text: str) -> list[str]:
    """The stems of the content words of `text`, in order (stop words and lone letters are left out)."""
    return [stem(word) for word in words(text) if len(word) > 1 and word not in STOPWORDS]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem of a folded word: Arabic articles, clitics and endings off, English plurals off; never too short."""
    if not _ARABIC.search(word):
        return word[:-1] if word.endswith("s") and len(word) > _SHORTEST + 1 and not word.endswith("ss") else word
    return _without_ending(_without_clitics(word))


def _without_clitics(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return word[len(prefix) :]
    if word[0] == "و" and len(word) > _SHORTEST + 1:
        return word[1:]
    return word


def _without_ending(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word
