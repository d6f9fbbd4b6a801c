"""Build src/tahqiq/extract/lexicon/person_names.txt from the index of arabic-name-romanizer (sources: docs/data.md).

Run by hand, seldom: `pip install arabic-name-romanizer simplemma && python scripts/build_names.py`. A name that is also
an everyday word stays only if many people bear it.
"""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from collections import Counter
from pathlib import Path

import simplemma

TARGET = Path(__file__).parents[1] / "src/tahqiq/extract/lexicon/person_names.txt"
HEADER = "# names of people, from the index of arabic-name-romanizer (sources and licences: docs/data.md)"
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]{3,}")
SEEN, COMMON = 2, 12  # people who must bear a name; and one that is a word as well
REFUSED = frozenset("وزير امير رئيس مدير شيخ دين ملك سلطان قائد حاكم الملك وزيري جيش حرب سلام نور رفيع".split())


def bearers(index: Path) -> Counter[str]:
    """How many people bear each one-word name."""
    with sqlite3.connect(index) as names:
        rows = names.execute("select arabic_key, sum(count) from units where role != 'unknown' group by arabic_key")
        return Counter({name: count for name, count in rows if ARABIC.fullmatch(name)})


def is_kept(name: str, count: int) -> bool:
    """Whether a name is worth a line: borne often enough for how ordinary the word is."""
    if name in REFUSED or name.startswith("ال") or count < SEEN:
        return False
    return count >= COMMON or not simplemma.is_known(name, lang="ar")


def main() -> None:
    """Write the file, one name a line, sorted."""
    found = importlib.util.find_spec("arabic_name_romanizer")
    if found is None or found.origin is None:
        raise SystemExit("pip install arabic-name-romanizer")
    names = bearers(Path(found.origin).parent / "resources" / "names.sqlite3")
    kept = sorted(name for name, count in names.items() if is_kept(name, count))
    TARGET.write_text("\n".join([HEADER, *kept, ""]), "utf-8")
    print(f"{len(kept)} names")


if __name__ == "__main__":
    main()
