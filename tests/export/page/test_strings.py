"""No interface string lacks a language, no value of the model lacks words, and no string is left unused."""

from __future__ import annotations

import re
import string
import tomllib
from importlib import resources

from tahqiq.export.page.chart.shapes import _PATHS
from tahqiq.export.page.strings import knows
from tahqiq.model.claim import PREDICATES, Mode, Stance
from tahqiq.model.measure import RelationKind, Status
from tahqiq.model.quantity import Approximator
from tahqiq.model.source import SourceKind

FOLDER = resources.files("tahqiq.export.page")
TABLES = tomllib.loads(FOLDER.joinpath("strings.toml").read_text("utf-8"))
ARABIC = re.compile("[\u0620-\u064a]")


def entries() -> list[tuple[str, dict[str, str]]]:
    return [(f"{t}.{k}", e) for t, table in TABLES.items() if t != "counted" for k, e in table.items()]


def test_every_string_has_both_languages_and_the_same_places() -> None:
    for key, entry in entries():
        assert ["ar", "en"], key == sorted(entry)
        places = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in entry.values()]
        assert places[0] == places[1], key


def test_arabic_is_arabic_and_english_is_not() -> None:
    for key, entry in entries():
        letters = re.sub(r"\{\w+\}|[\W\d_]", "", entry["ar"])
        assert not letters or ARABIC.search(letters), key
        assert not ARABIC.search(entry["en"]), key


def test_every_counted_noun_has_all_its_forms() -> None:
    for noun, forms in TABLES["counted"].items():
        assert {"few", "many", "one", "other", "two", "zero"} == set(forms["ar"]), noun
        assert {"one", "other"} <= set(forms["en"]), noun


def test_every_value_of_the_model_has_words() -> None:
    values = {
        "source_kind": set(SourceKind),
        "relation": set(RelationKind),
        "status": set(Status),
        "stance": set(Stance),
        "mode": set(Mode),
        "approximator": set(Approximator),
    }
    for table, named in values.items():
        assert set() == {str(v) for v in named} - set(TABLES[table]), table
    assert all(knows("predicate", name) for name in PREDICATES)


def test_every_kind_of_source_has_a_shape_of_its_own() -> None:
    assert set(SourceKind) == set(_PATHS)
    assert len(SourceKind) == len(set(_PATHS.values()))


def test_every_string_is_used() -> None:
    folders = (FOLDER, FOLDER.joinpath("templates"), FOLDER.joinpath("chart"))
    files = [f for folder in folders for f in folder.iterdir() if f.name.endswith((".py", ".html"))]
    written = "".join(f.read_text("utf-8") for f in files)
    for name in (*TABLES["interface"], *TABLES["opening"]):
        short = re.sub("^(legend|key)_", "", name)
        assert re.search(rf'[".]({name}|{short})"', written), name
