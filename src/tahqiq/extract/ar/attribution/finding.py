"""Every cue of a sentence, in text order, each read by the rule of its family."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tahqiq.extract.ar.attribution.according import according_at
from tahqiq.extract.ar.attribution.adjuncts import noun_at, participle_at, quoting_at, stated_at
from tahqiq.extract.ar.attribution.headlines import colon_at, credited_at
from tahqiq.extract.ar.attribution.hits import Hit, Opening
from tahqiq.extract.ar.attribution.issuing import issued_at
from tahqiq.extract.ar.attribution.leading import led_at
from tahqiq.extract.ar.attribution.scan import Scan
from tahqiq.extract.ar.attribution.sentences import Sentence
from tahqiq.extract.ar.attribution.verbs import verb_at

_LED = ("according", "quoted from")
_MOST = 48  # cues of one sentence; a longer chain is no prose, and each costs its sentence's length


def hits(scan: Scan, sentence: Sentence) -> list[Hit]:
    """The attributions of a sentence; two cues of one content are one attribution, that of the first."""
    found: list[Hit] = []
    for hit in islice(_all(scan, sentence), _MOST):
        if not any(_repeats(earlier, hit) for earlier in found):
            found.append(hit)
    return found


def _repeats(earlier: Hit, hit: Hit) -> bool:
    return (
        earlier.content == hit.content and earlier.opening is not Opening.BEFORE and hit.opening is not Opening.BEFORE
    )


def _all(scan: Scan, sentence: Sentence) -> Iterator[Hit]:
    index = sentence.first
    while index < sentence.end:
        if not scan.senses[index].may_attribute:
            index += 1
            continue
        hit = _at(scan, index, sentence)
        if hit is not None:
            yield hit
        index = max(index + 1, _read_up_to(hit) if hit else 0)


def _read_up_to(hit: Hit) -> int:
    """The end of a cue, with its source where that follows the words of accordance ("وفق تقارير نقلا عن مسؤول")."""
    is_led = hit.subject is not None and hit.subject.first >= hit.phrase.end and hit.rule.startswith(_LED)
    return hit.subject.end if is_led and hit.subject is not None else hit.phrase.end


def _at(scan: Scan, index: int, sentence: Sentence) -> Hit | None:
    quoted = scan.marks.inside[index]
    if quoted >= 0 and scan.marks.partner[quoted] < sentence.end + 1:
        return _inside_quotation(scan, index, quoted)
    first, stop = sentence.first, sentence.end
    return (
        colon_at(scan, index, first, stop)
        or credited_at(scan, index, first, stop)
        or _as_well(scan, index, first, stop)
        or according_at(scan, index, first, stop)
        or quoting_at(scan, index, stop)
        or issued_at(scan, index, first, stop)
        or led_at(scan, index, first, stop)
        or stated_at(scan, index, stop)
        or verb_at(scan, index, first, stop)
        or participle_at(scan, index, stop)
        or noun_at(scan, index, first, stop)
    )


def _as_well(scan: Scan, index: int, start: int, stop: int) -> Hit | None:
    """ "، كما أوضح المدير أن": with content of its own the verb behind كما says more, and كما is not "according to"."""
    if scan.folded(index) != "كما":
        return None
    hit = quoting_at(scan, index + 1, stop) or verb_at(scan, index + 1, start, stop)
    if hit is None or hit.subject is None or hit.opening is Opening.BEFORE:
        return None
    closes = hit.opening is Opening.OBJECT and scan.is_comma(hit.content - 1)  # "كما توقع المدير، توقف المصنع"
    return None if closes else hit


def _inside_quotation(scan: Scan, index: int, quoted: int) -> Hit | None:
    """Inside a quotation only a verb with a speaker of its own and أن is another's statement."""
    hit = verb_at(scan, index, quoted + 1, scan.marks.partner[quoted])
    if hit is None or hit.subject is None or hit.opening not in (Opening.THAT, Opening.PREPOSITION):
        return None
    return hit
