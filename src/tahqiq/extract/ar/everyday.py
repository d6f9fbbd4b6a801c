"""Whether a written word is an everyday word of Arabic: the word list of simplemma (MIT)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

_MARKS = dict.fromkeys((*range(0x064B, 0x0660), 0x0670, 0x0640))


@cache
def _words() -> Mapping[str, str]:
    words: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary("ar")
    return words


def is_everyday(raw: str) -> bool:
    """Whether the list holds `raw`, in any form that it spells out; vowel marks do not matter, hamzas do."""
    return _words().get(raw if raw.isalpha() and "ـ" not in raw else raw.translate(_MARKS)) is not None
