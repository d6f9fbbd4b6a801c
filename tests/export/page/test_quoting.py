"""A quotation keeps to its paragraph and is cut between words, with a sign where it is cut."""

from __future__ import annotations

import pytest

from tahqiq.export.page.addresses import web_address
from tahqiq.export.page.quoting import around
from tahqiq.model.text import Text
from tests.export.page.made import at

QUOTED = [
    # text                                            before            after
    ("عاد 12 شخصا", "عاد ", " شخصا"),
    ("سطر أول\nعاد 12 شخصا\nسطر ثالث", "عاد ", " شخصا"),
    ("في صباح اليوم التالي عاد 12 شخصا إلى بيوتهم القديمة", "… التالي عاد ", " شخصا إلى …"),
    ("12", "", ""),
    ("س" * 50 + "12" + "ص" * 50, "س" * 14, "ص" * 14),
]


@pytest.mark.parametrize(("raw", "before", "after"), QUOTED)
def test_words_around_a_number(raw: str, before: str, after: str) -> None:
    assert (before, after) == around(at(Text(raw), "12"), most=14)


ADDRESSES = [
    ("https://river.example/a?b=c", ("https://river.example/a?b=c", "river.example")),
    ("http://xn--mgba3a.example/", ("http://xn--mgba3a.example/", "xn--mgba3a.example")),
    ("https://a.example/%D8%B9", ("https://a.example/%D8%B9", "a.example")),
    ("https://a.example/خبر", ("https://a.example/%D8%AE%D8%A8%D8%B1", "a.example")),
    ("https://خبر.example/", None),
    ("https://a.example/a b", None),
    ("https://a.example/\u202egpj", None),
    ("https://bank.example@evil.example/", None),
    ("JavaScript:alert(1)", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("address", "shown"), ADDRESSES)
def test_addresses(address: str | None, shown: tuple[str, str] | None) -> None:
    assert shown == web_address(address)
