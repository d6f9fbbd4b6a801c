"""What a reading keeps of its report besides words and claims, as one canonical JSON object."""

from __future__ import annotations

import json
from typing import TypedDict, cast

from tahqiq.export.rebuild import day_from
from tahqiq.ledger.canonical import canonical
from tahqiq.model.report import Metadata, Report
from tahqiq.model.text import Exclusion, Text


class Frame(TypedDict):
    """The parts of a Text but its words, and of a report's Metadata; `excluded` holds [start, end, reason]."""

    title_end: int
    excluded: list[tuple[int, int, str]]
    text_language: str
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    language: str | None


def frame_of(report: Report) -> str:
    """The frame of a report, written."""
    text, known = report.text, report.metadata
    frame: Frame = {
        "title_end": text.title_end,
        "excluded": [(e.start, e.end, e.reason) for e in text.excluded],
        "text_language": text.language,
        "outlet": known.outlet,
        "url": known.url,
        "title": known.title,
        "author": known.author,
        "published": None if known.published is None else known.published.isoformat(),
        "language": known.language,
    }
    return canonical(frame)


def parse_frame(written: str) -> Frame:
    """The frame that `frame_of` wrote."""
    return cast(Frame, json.loads(written))


def text_from(frame: Frame, words: str) -> Text:
    """The Text of a frame and its words; InvalidValue where they do not fit together."""
    excluded = tuple(Exclusion(start, end, reason) for start, end, reason in frame["excluded"])
    return Text(words, frame["title_end"], excluded, frame["text_language"])


def metadata_from(frame: Frame) -> Metadata:
    """The metadata of a frame."""
    return Metadata(
        outlet=frame["outlet"],
        url=frame["url"],
        title=frame["title"],
        author=frame["author"],
        published=day_from(frame["published"]),
        language=frame["language"],
    )
