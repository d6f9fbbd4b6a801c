"""A chart as a file of its own: an SVG document with title, key and origin that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tahqiq.export.page.chart.drawing import drawn
from tahqiq.export.page.chart.spec import WIDE, Chart
from tahqiq.export.page.styling import chart_rules, colours
from tahqiq.export.page.views import LegendEntry

_MARGIN = 20
_LINE = 24
_LETTER = 7.4
_SANS = "'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Geeza Pro', Tahoma, sans-serif"
_OWN = ".chart .title { font-size: 18px; font-weight: 700; } .paper { fill: var(--sheet); }"


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around the chart in one language: `title` above, `notes` below, one line each, plain words."""

    language: str
    title: str
    notes: tuple[str, ...]


def standalone(chart: Chart, legend: Sequence[LegendEntry], caption: Caption) -> str:
    """The chart as an SVG document of light colours; its one style element is the one that `style_hash` tells of."""
    rows = list(_rows(legend, caption.language))
    height = 52 + WIDE.height + _LINE * (len(rows) + len(caption.notes)) + _MARGIN
    width = WIDE.width + 2 * _MARGIN
    below = 52 + WIDE.height + _LINE
    parts = [
        Markup('<rect class="paper" width="{}" height="{}"/>').format(width, height),
        _words(caption.title, "title", 34, caption.language),
        Markup('<g transform="translate({} 48)">{}</g>').format(_MARGIN, drawn(chart, WIDE)),
        *(_entry(entry, x, below + _LINE * n, caption.language) for n, row in enumerate(rows) for x, entry in row),
        *(
            _words(note, "name", below + _LINE * (len(rows) + n), caption.language)
            for n, note in enumerate(caption.notes)
        ),
    ]
    return Markup(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        'xml:lang="{language}" role="img"><title>{title}</title><style>{style}</style>{drawn}</svg>\n'
    ).format(
        w=width,
        h=height,
        language=caption.language,
        title=caption.title,
        style=Markup(_style(caption.language)),
        drawn=Markup("").join(parts),
    )


def style_hash(language: str) -> str:
    """The hash by which a Content-Security-Policy allows the document's style (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_style(language).encode()).digest()).decode()


def _style(language: str) -> str:
    """The rules with the light palette filled in: few programs but browsers know custom properties."""
    palette = dict(re.findall(r"--([\w-]+): (#\w+);", colours("light"))) | {"sans": _SANS}
    other = "en" if language == "ar" else "ar"
    rules = f"{chart_rules()}{_OWN} svg {{ font-family: {_SANS}; }} .{other} {{ display: none; }}"
    return re.sub(r"var\(--([\w-]+)\)", lambda used: palette[used[1]], rules)


def _rows(legend: Sequence[LegendEntry], language: str) -> Iterator[list[tuple[float, LegendEntry]]]:
    """The key in lines that fit, each entry with its distance from the edge where the lines begin."""
    row: list[tuple[float, LegendEntry]] = []
    at = 0.0
    for entry in legend:
        wide = 34 + _LETTER * len(_plain(entry, language))
        if row and at + wide > WIDE.width:
            yield row
            row, at = [], 0.0
        row.append((at, entry))
        at += wide
    if row:
        yield row


def _entry(entry: LegendEntry, at: float, y: float, language: str) -> Markup:
    edge, step = (_MARGIN + WIDE.width, -1) if language == "ar" else (_MARGIN, 1)
    mark = re.sub(r"^<svg[^>]*>|</svg>$", "", str(entry.mark))
    return Markup('<g transform="translate({} {})">{}</g>{}').format(
        edge + step * (at + 9),
        y - 5,
        Markup(mark),
        _text(_plain(entry, language), "name", (edge + step * (at + 24), y), language),
    )


def _words(words: str, classes: str, y: float, language: str) -> Markup:
    return _text(words, classes, (_MARGIN + WIDE.width if language == "ar" else _MARGIN, y), language)


def _text(words: str, classes: str, at: tuple[float, float], language: str) -> Markup:
    """Words that begin at a place: on the right of it in English, on the left in Arabic."""
    direction = "rtl" if language == "ar" else "ltr"
    return Markup('<text class="{}" x="{}" y="{}" direction="{}">{}</text>').format(classes, *at, direction, words)


def _plain(entry: LegendEntry, language: str) -> str:
    return entry.words.of(language).striptags()
