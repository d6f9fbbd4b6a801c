"""Which of the two languages a reader wants."""

from __future__ import annotations

from tahqiq.export.page.strings import LANGUAGES

DEFAULT = LANGUAGES[0]


def accepted(header: str) -> str:
    """The language of an Accept-Language header (RFC 9110, 12.5.4) that is ours and wanted most; else `DEFAULT`."""
    best, best_weight = DEFAULT, 0.0
    for part in header[:1000].split(","):
        tag, _, parameter = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        weight = _weight(parameter)
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
