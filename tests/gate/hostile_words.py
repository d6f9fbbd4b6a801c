"""Every string of the hostile collections, and reports that hold them in every field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

_COLLECTIONS = ("blns", "payloads", "feedparser-tests", "charsets")
_NOT_STRINGS = {"LICENSE", "SOURCE.txt", "blns.base64.json"}
_LONGEST = 4000
_FIELDS = ("title", "outlet", "author", "url")


def hostile_words(shared: Path) -> list[str]:
    """The lines of every text file of the collections, and each naughty string, once each, in a fixed order.

    What is longer than an address may be is cut.
    """
    found: dict[str, None] = {}
    for name in _COLLECTIONS:
        for path in sorted((shared / "hostile" / name).rglob("*")):
            if path.is_file() and path.name not in _NOT_STRINGS:
                found.update(dict.fromkeys(_strings(path)))
    return [words for words in found if words.strip()]


def rows(strings: Sequence[str]) -> Iterator[dict[str, str]]:
    """Reports that hold the strings, four in each: one in every field, and all of them as speakers and as words."""
    for n in range(0, len(strings), len(_FIELDS)):
        held = strings[n : n + len(_FIELDS)]
        said = "\n\n".join(f"قال {words} إن {n + 7} شخصا قتلوا في سيول وادي الزيتون. {words}" for words in held)
        fields = dict(zip(_FIELDS, held, strict=False))
        yield {"id": f"hostile-{n}", "published": "2026-03-13", "text": said, **fields}


def _strings(path: Path) -> Iterator[str]:
    text = path.read_bytes().decode("utf-8", "replace")
    listed = json.loads(text) if path.suffix == ".json" else text.splitlines()
    for words in listed:
        yield words[:_LONGEST]
