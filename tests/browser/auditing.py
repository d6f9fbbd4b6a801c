"""A page looked at as its readers see it: wide and narrow, light and dark, to the width of a small phone."""

from __future__ import annotations

from tests.browser.faults import COLOURS, LEVELS, SIZES, inaccessible, lay_out, misbuilt, overflowing
from tests.browser.screenshots import Album
from tests.browser.watching import HEIGHT, Reader, Scheme

SHOWN: tuple[tuple[int, Scheme, tuple[str, ...]], ...] = (
    (1280, "light", LEVELS),
    (1280, "dark", COLOURS),
    (420, "light", SIZES),
    (420, "dark", ()),
)
"""How a page is shown, and what axe looks at then: what cannot have changed since is not looked at again."""

NARROWEST = 320
"""What WCAG 1.4.10 asks for: 1,280 px, enlarged four times."""


def audit(reader: Reader, language: str, album: Album, name: str) -> list[str]:
    """Every fault of the page that is open, and of what it did so far; its pictures go into the album."""
    page = reader.page
    lay_out(page)
    faults = list(misbuilt(page, language))
    for width, scheme, rules in SHOWN:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        found = [*overflowing(page), *(inaccessible(page, rules) if rules else ())]
        faults += [f"{width} px, {scheme}: {fault}" for fault in found]
        album.take(page, f"{name}-{language}-{scheme}-{width}")
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    return faults + [f"{NARROWEST} px: {fault}" for fault in overflowing(page)] + reader.events
