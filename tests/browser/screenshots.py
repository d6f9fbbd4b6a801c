"""Pictures of every page, kept as test output with one sheet to look at them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from playwright.sync_api import Page

_TALLEST = 4000


@dataclass(slots=True)
class Album:
    """A folder of pictures; `names` are those that were taken now, in order."""

    folder: Path
    names: list[str] = field(default_factory=list)

    def take(self, page: Page, name: str) -> None:
        """A picture of the whole page, or of its first 4,000 pixels."""
        size = page.viewport_size
        assert size is not None
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": min(tall, _TALLEST)})
        page.screenshot(path=self.folder / f"{name}.png")
        page.set_viewport_size(size)
        self.names.append(f"{name}.png")

    def write_sheet(self) -> None:
        """A page that shows every picture, small, each a link to itself."""
        shown = "".join(
            f'<figure><a href="{escape(name)}"><img loading="lazy" src="{escape(name)}"></a>'
            f"<figcaption>{escape(name)}</figcaption></figure>\n"
            for name in self.names
        )
        style = "figure{display:inline-block;margin:.5rem;vertical-align:top}img{width:16rem;border:1px solid #999}"
        sheet = f"<!doctype html><meta charset=utf-8><title>Screenshots</title><style>{style}</style>\n{shown}"
        (self.folder / "index.html").write_text(sheet, "utf-8")
