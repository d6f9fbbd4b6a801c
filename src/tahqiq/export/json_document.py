"""One JSON object that holds a long list, written as its items come, so that memory stays flat."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

# What would end a script element or start an entity where a document is put into a page, line ends that only JSON takes
# for letters, and halves of letters that are no text.
_ESCAPED = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write(head: Mapping[str, Json], name: str, items: Iterable[Json], tail: Callable[[], Json], to: TextIO) -> None:
    """Write the members of `head`, the list `name` with an item a line, then `tail()` as the member "tahqiq".

    `tail` is asked once all items are written. It is left out where it is None.
    """
    members = "".join(f"{written(key)}: {written(value)},\n" for key, value in head.items())
    to.write(f"{{{members}{written(name)}: [")
    between = "\n"
    for item in items:
        to.write(between + written(item))
        between = ",\n"
    to.write("\n]")
    closing = tail()
    to.write("}\n" if closing is None else f',\n"tahqiq": {written(closing)}}}\n')


def written(value: Json) -> str:
    """A value as JSON on one line that stays data inside an HTML page too."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def without_unknown(members: Mapping[str, Json]) -> dict[str, Json]:
    """The members that are known: vocabularies leave out what nobody knows."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
