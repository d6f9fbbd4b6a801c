"""The chart of a measure as a drawing of its own (SVG)."""

from __future__ import annotations

from starlette.responses import Response

from tahqiq.errors import UnknownName
from tahqiq.export.page.chart.standalone import Caption, standalone, style_hash
from tahqiq.export.page.charting import chart, has_chart, legend
from tahqiq.export.page.measure_view import file_name, title
from tahqiq.export.page.options import PageOptions
from tahqiq.export.page.order import estimate
from tahqiq.export.page.strings import Both, say, word
from tahqiq.export.page.visible import plain
from tahqiq.export.page.wording import estimated
from tahqiq.model.measure import Measure
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.words import tell

_MOST = 400


def drawn(desk: Desk, asked: Asked, language: str) -> Response:
    """`story` and `measure` name it, `policy` the rule of the estimate; UnknownName where there is nothing to draw."""
    policy = asked.policy()
    measure = desk.measure(asked.required("story"), asked.required("measure")).measure
    if not has_chart(measure):
        raise UnknownName("measure", measure.id)
    options = PageOptions(policy=policy, most_positions=_MOST)
    caption = Caption(language, _said(title(measure), language), tuple(_notes(measure, policy, language)))
    made = standalone(chart(measure, "chart", lambda n: None, options), legend(measure, options), caption)
    headers = {
        "Content-Disposition": f'inline; filename="{file_name(measure)}.svg"',
        "Content-Security-Policy": f"default-src 'none'; style-src '{style_hash(language)}'",
    }
    return Response(made.encode(), media_type="image/svg+xml", headers=headers)


def _notes(measure: Measure, policy: str, language: str) -> list[str]:
    chosen = estimate(measure, policy)
    told = [tell("chart.from", brand=say("interface.brand"))]
    if chosen is not None:
        stated = estimated(chosen, measure.positions[0].quantity.unit)
        told.insert(0, tell("chart.estimate", value=stated, policy=word("policy", chosen.policy)))
    return [_said(words, language) for words in told]


def _said(words: Both, language: str) -> str:
    return plain(words.of(language).striptags())
