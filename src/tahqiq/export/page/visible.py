"""Report text made safe to show: escaped, with the characters that could deceive a reader made harmless and visible."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_DECEIVING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Bidirectional embeddings, overrides and isolates (UAX #9), C0 and C1 controls, lone surrogates, noncharacters."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Those that HTML cannot carry (WHATWG, "preprocessing the input stream")."""

_ISOLATE = re.compile("\u2068([^\u2066-\u2069]*)\u2069")


def visible(words: str) -> Markup:
    """`words` as inert HTML text, every code point kept but those HTML cannot carry.

    A bidirectional control stands alone inside its own isolate, so that it reorders nothing, beside its code point.
    """
    parts = []
    end = 0
    for match in _DECEIVING.finditer(words):
        parts += [_text(words[end : match.start()]), _marker(match.group())]
        end = match.end()
    return Markup("").join([*parts, _text(words[end:])])


def isolated(words: str) -> Markup:
    """`words` as inert HTML text whose direction neither takes from its surroundings nor gives to them."""
    return Markup(f"<bdi>{visible(words)}</bdi>")


def sentence(words: str) -> Markup:
    """A sentence of our own making with report words in it: those between U+2068 and U+2069 become isolates."""
    parts = []
    end = 0
    for match in _ISOLATE.finditer(words):
        parts += [visible(words[end : match.start()]), isolated(match.group(1))]
        end = match.end()
    return Markup("").join([*parts, visible(words[end:])])


def plain(words: str) -> str:
    """`words` without any deceiving character, on one line: for labels and attributes, never for evidence."""
    return " ".join(_DECEIVING.sub("", words).split())


def _text(words: str) -> Markup:
    return Markup(escape(words).replace("\r", Markup("&#13;")))


def _marker(char: str) -> Markup:
    carried = "" if _UNWRITABLE.match(char) else char
    return Markup('<bdi class="control" data-code="U+{}">{}</bdi>').format(f"{ord(char):04X}", carried)
