"""Which of the sources in a ledger a person's words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from tahqiq.model.folding import fold

_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\b(عبد|ابو|بن) (?=\w)")
_NEAREST = 5


def names_meant(asked: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The names that one of the `asked` is, in any spelling, or a short form of ("الأعرجي" of "قاسم الأعرجي").

    Words count whole and in their order, their article does not.
    """
    wanted = [words for words in map(_words, asked) if words]
    return tuple(name for name in names if any(_holds(_words(name), words) for words in wanted))


def name_key(name: str) -> str:
    """The words of a name as they are compared, each between blanks; a name is meant that holds the key asked for."""
    return f" {' '.join(_words(name))} "


def nearest_names(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """The few names that look most like `asked`, the most alike first; those that share a word come after."""
    by_key = {" ".join(_words(name)): name for name in names}
    wanted = _words(asked)
    alike = get_close_matches(" ".join(wanted), by_key, _NEAREST, cutoff=0.6)
    sharing = (key for key in by_key if key not in alike and not set(wanted).isdisjoint(key.split()))
    return tuple(by_key[key] for key in (*alike, *sharing))[:_NEAREST]


def _words(name: str) -> tuple[str, ...]:
    joined = _JOINED.sub(r"\1", fold(name))
    return tuple(word.removeprefix("ال") or word for word in _WORD.findall(joined))


def _holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    last = len(name) - len(words)
    return any(name[start : start + len(words)] == words for start in range(last + 1))
