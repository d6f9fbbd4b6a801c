"""Noun forms as news writes them: from a dictionary form to its cases, plurals, duals and pronoun endings, folded."""

from __future__ import annotations

from functools import cache

from tahqiq.model.folding import fold

_DEFECTIVE = 4  # letters of a participle such as قاضي
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "ك", "كم", "ي")


@cache
def inflections(form: str) -> frozenset[str]:
    """Every written form of a noun or adjective without proclitics; an irregular plural is a form of its own."""
    weak = fold(form)
    if form.endswith("ة"):
        return _feminine(weak)
    return _masculine(weak, is_defective=form.endswith("ي"))


def _feminine(weak: str) -> frozenset[str]:
    stem = weak[:-1]
    bare = {weak, stem + "ات", stem + "تان", stem + "تين"}
    bound = {stem + "ت", stem + "ات", stem + "تا", stem + "تي"}
    return frozenset(bare | {b + p for b in bound for p in _PRONOUNS} | {stem + "تا", stem + "تي"})


def _masculine(weak: str, is_defective: bool) -> frozenset[str]:
    """قاضي loses its last letter in قاضون, لاجئ keeps its hamza in لاجئون."""
    stem = weak[:-1] if is_defective and len(weak) == _DEFECTIVE and weak[1] == "ا" else weak
    ended = {stem + e for e in ("ا", "ين", "ون", "ان", "و", "ي", "ه", "ات", "تين", "تان")}
    bound = {weak, stem + "ي", stem + "و", stem + "ا", stem + "ت", stem + "ات"}
    return frozenset({weak} | ended | {b + p for b in bound for p in _PRONOUNS})
