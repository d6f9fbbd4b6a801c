"""English names of places: the columns of the gazetteer's own files that extraction has no use for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_GAZETTEER = "tahqiq.extract.lexicon"


def english_name(key: str) -> str | None:
    """The English name of the place with that key of the gazetteer; None where it is not there."""
    return _names().get(key)


@cache
def _names() -> dict[str, str]:
    packaged = files(_GAZETTEER).joinpath("places.tsv").read_text("utf-8").splitlines()[1:]
    added = tomllib.loads(files(_GAZETTEER).joinpath("places_added.toml").read_text("utf-8"))["places"]
    names = {key: english for key, _, english, *_ in (row.split("\t") for row in packaged)}
    return names | {key: row[1] for key, row in added.items()}
