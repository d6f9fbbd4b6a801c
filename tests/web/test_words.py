"""No string of the pages lacks a language, and none is left unused."""

from __future__ import annotations

import re
import string
import tomllib
from importlib import resources

FOLDER = resources.files("tahqiq.web")
TABLES = tomllib.loads(FOLDER.joinpath("strings.toml").read_text("utf-8"))
ARABIC = re.compile("[\u0620-\u064a]")


def test_every_string_has_both_languages_and_the_same_places() -> None:
    for table, entries in TABLES.items():
        for name, entry in entries.items():
            assert ["ar", "en"] == sorted(entry), (table, name)
            places = [{p for _, p, _, _ in string.Formatter().parse(words) if p} for words in entry.values()]
            assert places[0] == places[1], (table, name)
            assert ARABIC.search(entry["ar"]) and not ARABIC.search(entry["en"]), (table, name)


def test_every_string_is_used() -> None:
    folders = (FOLDER, *(FOLDER.joinpath(name) for name in ("pages", "api", "review", "templates", "templates/pages")))
    files = [f for d in folders if d.is_dir() for f in d.iterdir() if f.name.endswith((".py", ".html"))]
    written = "".join(f.read_text("utf-8") for f in files)
    for table, entries in TABLES.items():
        for name in entries:
            if table in ("term", "example", "theme") or re.match("title_|unknown_", name):
                continue
            assert re.search(rf'["\'.]{name}["\']', written) or f'tell(f"{table}.' in written, (table, name)
