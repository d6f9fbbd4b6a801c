"""A page built to exhaust the parser is told from one that is only large."""

from __future__ import annotations

import pytest

from tahqiq.clean import clean
from tahqiq.clean.markup import is_parsable
from tahqiq.errors import UnreadableInput
from tahqiq.extract.reading import parse_dates
from tahqiq.model.report import MediaType, Received

MANY = 100_000
ATTRIBUTES = "".join(f"a{number}='1'" for number in range(MANY))

UNPARSABLE = [
    "<p " + ATTRIBUTES.replace("'a", "' a") + ">",
    f"<p {ATTRIBUTES}>",
    "<p/" + "/".join(f"a{number}" for number in range(MANY)) + ">",
    f"<p x='>' {ATTRIBUTES}>",
    f'<!-- <a x=" --><p {ATTRIBUTES}>',
    f"<script>'<a x=\"'</script><img {ATTRIBUTES}>",
    f"<p {ATTRIBUTES}",
    "<div>" * MANY,
    f"<div x='{'y' * 5000}'>" * 300,
]


@pytest.mark.parametrize("page", UNPARSABLE, ids=range(len(UNPARSABLE)))
def test_crowded_or_nested_markup_is_refused(page: str) -> None:
    assert not is_parsable(page)


PARSABLE = [
    "<ul>" + "<li>سطر" * 1000 + "</ul>",
    "<p>سطر<br>" * 1000,
    "<svg>" + "<path d='M 0 0'/>" * 1000 + "</svg>",
    f"<svg><path d='{'M 0 0 ' * MANY}'/></svg>",
    f'<img src="data:image/png;base64,{"ab/c+d==" * MANY}">',
    f"<script>{'if (a<b) ' * MANY}</script>",
    f"<!-- {'<div>' * MANY} -->",
    "<" * MANY,
]


@pytest.mark.parametrize("page", PARSABLE, ids=range(len(PARSABLE)))
def test_long_or_careless_markup_is_parsable(page: str) -> None:
    assert is_parsable(page)


def test_a_page_that_is_not_parsed_is_refused_by_name() -> None:
    page = f"<html><body {ATTRIBUTES}><p>قتل 12 شخصا في المدينة.</p></body></html>"
    with pytest.raises(UnreadableInput, match="markup"):
        clean(Received("r", "r.html", MediaType.HTML, page.encode()), parse_dates)
