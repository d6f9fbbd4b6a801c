"""What each outlet calls the same actor or act."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tahqiq.model.framing import Family, NamedIn, Naming, Term, TermUse, Voice

_Key = tuple[str, str, str]


def term_uses(
    published: Mapping[str, str], namings: Mapping[str, Sequence[Naming]], outlets: Sequence[str]
) -> tuple[TermUse, ...]:
    """Each term with each outlet that uses it; families and terms by how often they are named, outlets as given.

    `published` holds the outlet of each report by the report's id, in the order of the reports.
    """
    places: dict[_Key, list[NamedIn]] = defaultdict(list)
    families: Counter[str] = Counter()
    terms: Counter[tuple[str, str]] = Counter()
    for report_id, outlet in published.items():
        for naming in namings.get(report_id, ()):
            family, term = naming.family.key, naming.term.arabic
            families[family] += 1
            terms[family, term] += 1
            places[family, term, outlet].append(NamedIn(report_id, naming))

    def order(key: _Key) -> tuple[int, str, int, str, int]:
        family, term, outlet = key
        return -families[family], family, -terms[family, term], term, outlets.index(outlet)

    return tuple(_use(places[key], key[2]) for key in sorted(places, key=order))


def rival_families(uses: Sequence[TermUse]) -> tuple[tuple[Family, tuple[Term, ...]], ...]:
    """Families of which the story uses two terms or more, with those terms, in the order of the uses."""
    found: dict[Family, dict[Term, None]] = defaultdict(dict)
    for use in uses:
        found[use.family][use.term] = None
    return tuple((family, tuple(terms)) for family, terms in found.items() if len(terms) > 1)


def _use(places: Sequence[NamedIn], outlet: str) -> TermUse:
    counted = Counter(place.naming.voice for place in places)
    first = {place.naming.voice: place for place in reversed(places)}
    naming = places[0].naming
    return TermUse(
        naming.family,
        naming.term,
        outlet,
        counted[Voice.OWN],
        counted[Voice.REPORTED],
        counted[Voice.QUOTED],
        tuple(first[voice] for voice in Voice if voice in first),
    )
