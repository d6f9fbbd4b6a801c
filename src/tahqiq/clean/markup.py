"""Whether a page's markup can be given to the parser: not nested or crowded beyond what any page needs."""

from __future__ import annotations

import re

_DEEPEST = 200
_MOST_ATTRIBUTES = 1000  # of one tag; each costs the parser and the reader of articles more than the one before
_SHORTEST_ATTRIBUTE = 2

# The tokens of WHATWG HTML 13.2.5; quotes count only behind "=", and what is left open runs to the end.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?"""
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE)
_MARKUP = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)",
    re.DOTALL,
)
_NEVER_NEST = frozenset(  # empty elements, and those that the next of their kind closes
    "area base br col embed hr img input link meta param source track wbr "
    "a li option p tbody td tfoot th thead tr".split()
)
_WORDS_ONLY = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}


def is_parsable(html: str) -> bool:
    """Whether no tag holds more than 1,000 attributes, and open tags nest no deeper than 200 (counted roughly)."""
    depth = position = 0
    while (found := _MARKUP.search(html, position)) is not None:
        position = found.end()
        closing, name, attributes = found["closing"], (found["name"] or "").lower(), found["attributes"] or ""
        if name and name not in _NEVER_NEST and not attributes.endswith("/"):
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST or _is_crowded(attributes):
            return False
        if not closing and (end := _WORDS_ONLY.get(name)) is not None:
            closed = end.search(html, position)
            position = closed.start() if closed else len(html)
    return True


def _is_crowded(attributes: str) -> bool:
    if len(attributes) < _MOST_ATTRIBUTES * _SHORTEST_ATTRIBUTE:
        return False
    return sum(1 for _ in _EACH_ATTRIBUTE.finditer(attributes)) > _MOST_ATTRIBUTES
