"""What can be taken along of a story, file by file, with what each is good for."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.export.page.assembly import story_title
from tahqiq.export.page.strings import Both
from tahqiq.web.addresses import DOWNLOAD, PAGES, address
from tahqiq.web.asking import Asked
from tahqiq.web.desk import Desk
from tahqiq.web.downloads import offers
from tahqiq.web.page import Page
from tahqiq.web.words import tell

_ASIDE = {"geojson": "map", "pdf": "paper", "db": "database", "json": "database"}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One thing that can be taken along: what it is, and the files that hold it."""

    what: Both
    files: tuple[tuple[str, str], ...]


def show(desk: Desk, asked: Asked) -> Page:
    """`story` names the story."""
    story = desk.story(asked.required("story"))
    by_stem: dict[str, list[tuple[str, str]]] = {}
    for file in offers():
        stem = _ASIDE.get(file.rpartition(".")[2], file.partition(".")[0])
        by_stem.setdefault(stem, []).append((file, address(DOWNLOAD, story=story.id, file=file)))
    return Page(
        "export.html",
        tell("export.title"),
        {
            "lines": [FileLine(tell(f"export.{stem}"), tuple(files)) for stem, files in by_stem.items()],
            "story_title": story_title(story),
            "story_address": PAGES.story(story.id),
        },
    )
