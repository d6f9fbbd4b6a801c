"""Colours that can be read: WCAG 2.2 contrast of text (4.5) and of marks (3), in the light and in the dark."""

from __future__ import annotations

import re

import pytest

from tahqiq.export.page.styling import SCHEMES, colours
from tahqiq.model.source import SourceKind

LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#\w{6})", colours(scheme))) for scheme in SCHEMES)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_stand_out(palette: dict[str, str]) -> None:
    for words in ("ink", "quiet", "link", "alarm", "cue"):
        for ground in ("paper", "sheet", "faint", "alarm-wash", "said", "target"):
            assert contrast(palette[words], palette[ground]) >= 4.5, (words, ground)
    assert contrast(palette["ink"], palette["mark"]) >= 4.5
    for mark in (*(kind.value for kind in SourceKind), "alarm", "mark-line", "said-line"):
        assert contrast(palette[mark], palette["sheet"]) >= 3, mark
