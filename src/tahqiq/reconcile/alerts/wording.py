"""Alerts in words: one English and one Arabic sentence, names isolated and free of controls."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from tahqiq.model.claim import Figure, Statement
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.alerts.lexicon import SENTENCES
from tahqiq.reconcile.descriptions import label_in_arabic
from tahqiq.reconcile.lexicon import PREDICATES
from tahqiq.reconcile.reasons import amount, amount_ar, named
from tahqiq.reconcile.subjects import subject


class Said(NamedTuple):
    """The same words in both languages."""

    english: str
    arabic: str


def sentence(name: str, **parts: Said | str | int) -> Said:
    """The sentence of that name with its places filled."""
    row = SENTENCES[name]
    return Said(row["english"].format(**_in(0, parts)), row["arabic"].format(**_in(1, parts)))


def what(figure: Figure) -> Said:
    """What a figure counts, and where: "killed (children), in the city"; people at large go without saying."""
    row = PREDICATES.get(figure.predicate)
    bare = figure.predicate.removeprefix("other:")
    english, arabic = (row.english, row.arabic) if row else (bare, bare)
    if not subject(figure.counted, figure.predicate).is_everyone:
        english += f" ({figure.counted})" if figure.counted.isascii() and figure.counted else ""
        label = label_in_arabic(figure.counted)
        arabic += f" ({label})" if label else ""
    if figure.place is None:
        return Said(english, arabic)
    return sentence("at", what=Said(english, arabic), place=_isolated(figure.place.name))


def how_many(figure: Figure) -> Said:
    """A figure's quantity."""
    return Said(amount(figure.quantity), amount_ar(figure.quantity))


def speaker(claim: Figure | Statement) -> Said:
    """Who stands behind a claim; the narrator is the outlet itself."""
    nobody = SENTENCES["narrator"]
    source = claim.attribution.source
    return Said(named(source, nobody["english"]), named(source, nobody["arabic"]))


def outlet_name(outlet: str | None) -> Said:
    """An outlet by name."""
    nobody = SENTENCES["nameless"]
    return Said(nobody["english"], nobody["arabic"]) if outlet is None else _isolated(outlet)


def alert_id(*fields: object) -> str:
    """A hash over fields, each with its length before it, so that no two lists hash alike."""
    joined = "".join(f"{len(str(field))}:{field}" for field in fields)
    return hashlib.sha256(joined.encode("utf-8", "backslashreplace")).hexdigest()


def _isolated(name: str) -> Said:
    shown = named(Source(name, SourceKind.UNKNOWN), "")
    return Said(shown, shown)


def _in(language: int, parts: Mapping[str, Said | str | int]) -> dict[str, str]:
    return {name: part[language] if isinstance(part, Said) else str(part) for name, part in parts.items()}
