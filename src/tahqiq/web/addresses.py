"""Addresses of pages; ids and names travel in the query, percent-encoded, never in the path."""

from __future__ import annotations

from urllib.parse import urlencode

from tahqiq.model.measure import Measure
from tahqiq.model.outline import MeasureOutline
from tahqiq.model.source import Source, SourceKind
from tahqiq.web.asking import LONGEST

DOWNLOAD, ALERTS_FEED, STORY_FEED = "/download", "/feeds/alerts.atom", "/feeds/story.atom"
CHART = "/chart.svg"
_NOBODY = (SourceKind.NARRATOR, SourceKind.UNKNOWN)


def address(path: str, **asked: str | int | None) -> str:
    """A path of this program with its query; what is None is left out."""
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"{path}?{query}" if query else path


def measure_address(story: str, id: str) -> str:
    """Where the measure of that id is shown."""
    return address("/measure", story=story, id=id)


def place_address(name: str) -> str:
    """Where the place of that name is shown."""
    return address("/place", name=name)


class WebPages:
    """Where stories, measures, reports and sources have pages of their own."""

    def story(self, id: str) -> str:
        return address("/story", id=id)

    def measure(self, measure: Measure | MeasureOutline) -> str:
        return measure_address(measure.story, measure.id)

    def report(self, id: str) -> str:
        return address("/report", id=id)

    def source(self, source: Source) -> str | None:
        """None for an outlet in its own voice, for who is not known, and for a name too long to ask for."""
        if source.kind in _NOBODY or len(source.name) > LONGEST:
            return None
        return address("/source", name=source.name)

    def chart(self, measure: Measure, form: str, policy: str) -> str:
        """The data is what `DOWNLOAD` gives of a measure; it is the same under every policy."""
        if form == "csv":
            return address(DOWNLOAD, story=measure.story, measure=measure.id, file="positions.csv")
        return address(CHART, story=measure.story, measure=measure.id, policy=policy)


PAGES = WebPages()
