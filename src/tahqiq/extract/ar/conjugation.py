"""Verb forms as news writes them: from two dictionary forms to every person, number and tense, folded.

Unvowelled spelling makes active and passive of sound verbs one; a passive that is spelled otherwise (قيل، يقال) is a
pair of its own. Pronoun endings are added by `with_objects`.
"""

from __future__ import annotations

from functools import cache

from tahqiq.model.folding import fold

_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم")


@cache
def past(form: str) -> frozenset[str]:
    """Every past form of a verb given by its third person masculine singular ("أعلن", "دعا", "قضى", "لقي"), folded."""
    weak = fold(form)
    if form.endswith(("ى", "ا")):
        stem = weak[:-1]
        middle = "و" if form.endswith("ا") else "ي"
        return frozenset({weak, stem + "ت", stem + "تا", stem + "وا", stem + middle + "ا", stem + middle + "ن"})
    if form.endswith("ي"):
        stem = weak[:-1]
        return frozenset({weak, weak + "ت", weak + "تا", stem + "وا", weak + "ا", weak + "ن"})
    return frozenset({weak} | {weak + ending for ending in ("ت", "تا", "وا", "ا", "ن", "نا")} | _short_past(weak))


def _short_past(weak: str) -> set[str]:
    """Forms of a hollow verb that lose their alef (قال → قلن، قلت)."""
    if len(weak) == 3 and weak[1] == "ا":
        return {weak[0] + weak[2] + ending for ending in ("ن", "ت", "نا")}
    return set()


@cache
def present(form: str) -> frozenset[str]:
    """Every present form of a verb given by its third person masculine singular ("يعلن", "يدعو", "يلقى"), folded."""
    weak = fold(form)
    body = weak[1:]
    stem = body[:-1] if form.endswith(("ى", "و", "ي")) else body
    forms = {prefix + body for prefix in "يتنا"}
    forms |= {prefix + stem + ending for prefix in "يت" for ending in ("ون", "وا")}
    forms |= {prefix + body + ending for prefix in "يت" for ending in ("ان", "ا", "ن")}
    return frozenset(forms | {"س" + f for f in forms})


def verb(past_form: str, present_form: str) -> frozenset[str]:
    """All forms of a verb."""
    return past(past_form) | present(present_form)


def with_objects(forms: frozenset[str]) -> frozenset[str]:
    """The forms, and the same with an object pronoun attached (وصفه، قتلهم; a final ا of وا falls: قتلوه)."""
    attached = {(f[:-1] if f.endswith("وا") else f) + pronoun for f in forms for pronoun in _OBJECTS}
    return forms | attached
