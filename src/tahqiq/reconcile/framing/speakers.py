"""Whom each outlet lets speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from tahqiq.model.claim import Mode, Statement
from tahqiq.model.framing import SourceUse
from tahqiq.model.report import ReadReport
from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.framing.publishers import ranked
from tahqiq.reconcile.voices import name_stems

_VOICELESS = (SourceKind.NARRATOR, SourceKind.UNKNOWN)

_Said = tuple[str, int, Statement]


def source_uses(reads: Sequence[ReadReport], published: Mapping[str, str]) -> tuple[SourceUse, ...]:
    """Each source with each outlet that carries statements of it, the most quoted source first.

    `published` holds the outlet of each report by the report's id; that with the most reports comes first. Names that
    differ in titles alone are one source, shown under the longest of them.
    """
    said: dict[tuple[Hashable, str], list[_Said]] = defaultdict(list)
    names: dict[Hashable, Source] = {}
    total: Counter[Hashable] = Counter()
    outlets = ranked(published)
    for read in reads:
        for number, statement in enumerate(read.claims.statements, 1):
            source = statement.attribution.source
            if source.kind in _VOICELESS:
                continue
            key = (source.kind, name_stems(source.name))
            names[key] = max(names.get(key, source), source, key=lambda s: (len(s.name), s.name))
            total[key] += 1
            said[key, published[read.report.id]].append((read.report.id, number, statement))

    def order(pair: tuple[Hashable, str]) -> tuple[int, str, str, int]:
        source = names[pair[0]]
        return -total[pair[0]], source.name, source.kind.value, outlets.index(pair[1])

    return tuple(_use(names[key], outlet, said[key, outlet]) for key, outlet in sorted(said, key=order))


def _use(source: Source, outlet: str, said: Sequence[_Said]) -> SourceUse:
    direct = sum(statement.mode is Mode.DIRECT for _, _, statement in said)
    report_id, number, first = said[0]
    return SourceUse(source, outlet, len(said), direct, report_id, number, first.content)
