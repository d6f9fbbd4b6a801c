"""Charts to keep: one language, nothing loaded, nothing run, and the same numbers as the page's table."""

from __future__ import annotations

import csv
import io
import re

import pytest
from lxml import etree
from starlette.testclient import TestClient

from tahqiq.ledger import Ledger
from tahqiq.model.measure import Measure
from tahqiq.web.addresses import PAGES
from tests.web.conftest import client_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def disputed(ledger: Ledger) -> Measure:
    """The measure that most is said of, hostile sources among them."""
    return max(ledger.measures(), key=lambda m: len(m.positions))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_chart_is_a_document_of_its_own(ledger: Ledger, disputed: Measure, language: str) -> None:
    answer = client_of(ledger, language).get(PAGES.chart(disputed, "svg", "interval"))
    assert (200, "image/svg+xml") == (answer.status_code, answer.headers["content-type"])
    root = etree.fromstring(answer.content)
    assert {f"{SVG}{name}" for name in ("title", "style", "rect", "g", "line", "path", "circle", "text")} >= {
        element.tag for element in root.iter()
    } - {f"{SVG}svg"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    (style,) = root.iter(f"{SVG}style")
    assert "var(" not in style.text and "url" not in style.text
    assert f".{'en' if language == 'ar' else 'ar'} {{ display: none; }}" in style.text
    assert len(disputed.positions) <= len(list(root.iter(f"{SVG}title")))


def test_a_chart_carries_a_policy_that_allows_its_style_alone(client: TestClient, disputed: Measure) -> None:
    allowed = client.get(PAGES.chart(disputed, "svg", "interval")).headers["content-security-policy"]
    assert re.fullmatch("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'", allowed)


def test_the_data_has_the_words_of_every_figure(client: TestClient, disputed: Measure) -> None:
    answer = client.get(PAGES.chart(disputed, "csv", "lowest"))
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert sum(len(p.figures) for p in disputed.positions) == len(rows)


def test_a_single_number_has_no_chart(ledger: Ledger, client: TestClient) -> None:
    alone = next(m for m in ledger.measures() if len(m.positions) == 1)
    assert 404 == client.get(PAGES.chart(alone, "svg", "interval")).status_code
    assert 200 == client.get(PAGES.chart(alone, "csv", "interval")).status_code
    assert 400 == client.get("/chart.svg").status_code
