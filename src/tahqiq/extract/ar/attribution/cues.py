"""Cue words: every written form of a verb of saying, its participle and its verbal noun, with what the form tells."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tahqiq.extract.lexicon import read_table
from tahqiq.model.folding import fold


class Form(StrEnum):
    """What kind of word a cue is."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"


class Number(StrEnum):
    """Grammatical number, as far as the spelling tells."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


class Cue(NamedTuple):
    """One reading of a cue word.

    `takes` holds how content may begin besides a quotation: "أن", folded prepositions, "object". `attached` says that
    an object pronoun stands on the word ("نفاه"). `feminine` is that of the speaker, as the form shows it.
    """

    act: str
    form: Form
    takes: frozenset[str]
    feminine: bool = False
    number: Number = Number.SINGULAR
    present: bool = False
    attached: bool = False


# "اقرأ أيضا" addresses the reader, طالبا is a student, ثمنا a price: rare duals give way
_READERS = frozenset({"اقرا", "طالبا", "ثمنا"})
_OBJECTS = ("ه", "ها", "هم", "هما", "هن")
_POSSESSORS = {"ه": False, "ها": True, "هم": False}

_PAST = (
    ("", False, Number.SINGULAR),
    ("ت", True, Number.SINGULAR),
    ("وا", False, Number.PLURAL),
    ("ا", False, Number.DUAL),
    ("تا", True, Number.DUAL),
    ("ن", True, Number.PLURAL),
)
_PRESENT = (
    ("ي", "", False, Number.SINGULAR),
    ("ت", "", True, Number.SINGULAR),
    ("ي", "ون", False, Number.PLURAL),
    ("ي", "ان", False, Number.DUAL),
    ("ت", "ان", True, Number.DUAL),
    ("ي", "ن", True, Number.PLURAL),
)
_PARTICIPLE = (
    ("ا", False, Number.SINGULAR),
    ("ه", True, Number.SINGULAR),
    ("ين", False, Number.PLURAL),
    ("تين", True, Number.DUAL),
    ("ات", True, Number.PLURAL),
)


@cache
def cue_words() -> dict[str, tuple[Cue, ...]]:
    """Every folded cue word (without و or ف) and its readings."""
    words: dict[str, list[Cue]] = {}
    for act, table in read_table("cues").items():
        if isinstance(table, dict) and "verbs" in table:
            for row in table["verbs"]:  # type: ignore[union-attr]
                _add_verb(words, act, row)  # type: ignore[arg-type]
    return {word: tuple(dict.fromkeys(readings)) for word, readings in words.items()}


def _add_verb(words: dict[str, list[Cue]], act: str, row: dict[str, str | list[str]]) -> None:
    takes = frozenset(fold(t) for t in row.get("takes", ()))
    for word, feminine, number in _past(str(row["past"])):
        _add_finite(words, word, Cue(act, Form.VERB, takes, feminine, number))
    for word, feminine, number in _present(str(row["present"])) if "present" in row else ():
        _add_finite(words, word, Cue(act, Form.VERB, takes, feminine, number, present=True))
    if "participle" in row:
        _add_participle(words, fold(str(row["participle"])), Cue(act, Form.PARTICIPLE, takes))
    if "noun" in row:
        _add_noun(words, fold(str(row["noun"])), Cue(act, Form.NOUN, takes))


def _add_finite(words: dict[str, list[Cue]], word: str, cue: Cue) -> None:
    if word in _READERS:
        return
    words.setdefault(word, []).append(cue)
    stem = word[:-1] if word.endswith("وا") else word[:-1] + "ا" if word.endswith("ي") and not cue.present else word
    for pronoun in _OBJECTS:
        words.setdefault(stem + pronoun, []).append(cue._replace(attached=True))


def _past(form: str) -> list[tuple[str, bool, Number]]:
    base = fold(form)
    weak = form.endswith(("ى", "ا"))
    stem = base[:-1] if weak or form.endswith("ي") else base
    forms = [(stem + end, feminine, number) for end, feminine, number in _PAST if end not in ("", "ا")]
    return (
        [(base, False, Number.SINGULAR), *forms]
        if weak
        else [*forms, (base, False, Number.SINGULAR), (base + "ا", False, Number.DUAL)]
    )


def _present(form: str) -> list[tuple[str, bool, Number]]:
    body = fold(form)[1:]
    stem = body[:-1] if form.endswith(("ى", "و", "ي")) else body
    return [
        (prefix + (body if ending in ("", "ن", "ان") else stem) + ending, feminine, number)
        for prefix, ending, feminine, number in _PRESENT
    ]


def _add_participle(words: dict[str, list[Cue]], base: str, cue: Cue) -> None:
    for ending, feminine, number in _PARTICIPLE:
        stem = base[:-1] if base.endswith("ي") and ending == "ين" else base
        words.setdefault(stem + ending, []).append(cue._replace(feminine=feminine, number=number))


def _add_noun(words: dict[str, list[Cue]], base: str, cue: Cue) -> None:
    for word in (base, base.removesuffix("ه") + "ات"):
        words.setdefault(word, []).append(cue)
    joined = base[:-1] + "ت" if base.endswith("ه") else base
    for pronoun, feminine in _POSSESSORS.items():
        words.setdefault(joined + pronoun, []).append(cue._replace(feminine=feminine, attached=True))
