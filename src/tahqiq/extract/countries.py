"""Names of countries in English, by ISO 3166-1 code, from the packaged gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

_KIND = "country"


def english_name(code: str) -> str | None:
    """The English name of the country of an alpha-2 code; None for a code that is not in the gazetteer."""
    return _by_code().get(code)


@cache
def _by_code() -> Mapping[str, str]:
    rows = resources.files("tahqiq.extract.lexicon").joinpath("places.tsv").read_text("utf-8").splitlines()[1:]
    cells = (row.split("\t") for row in rows)
    return {country: english for key, _, english, country, _, _, kind in cells if kind == _KIND and key == country}
