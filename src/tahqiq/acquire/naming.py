"""Names of files as they may be shown, and report ids made from them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_JOINERS = "\u200c\u200d"  # part of how Persian and Arabic names are spelt


def shown(name: str) -> str:
    """`name` fit for a terminal and a page: undecodable bytes, controls and bidi overrides as backslash escapes."""
    decoded = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        c if c.isprintable() or c in _JOINERS else c.encode("unicode_escape").decode("ascii") for c in decoded
    )


def stem(path: Path) -> str:
    """The file name before its first dot."""
    return shown(path.name.partition(".")[0] or path.name)


def file_ids(paths: Iterable[Path]) -> dict[Path, str]:
    """A report id for each path, unique among them.

    The file name before the first dot; where several files share one, with the folder's name before it; where they
    share that too, the whole path.
    """
    ids = {path: stem(path) for path in paths}
    for longer in (_with_folder, lambda path: shown(str(path))):
        taken = Counter(ids.values())
        ids = {path: longer(path) if taken[name] > 1 else name for path, name in ids.items()}
    return ids


def _with_folder(path: Path) -> str:
    folder = path.absolute().parent.name
    return f"{shown(folder)}/{stem(path)}"
