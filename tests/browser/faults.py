"""What is wrong with a page that stands open in the browser; one line for each fault, so that a test can list them."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
SIZES = ("target-size", "scrollable-region-focusable", "meta-viewport")

_WIDER_THAN_THE_WINDOW = """() => {
  const root = document.documentElement, wide = root.clientWidth;
  if (root.scrollWidth <= wide) return [];
  const isClipped = e => e !== document.body
    && (getComputedStyle(e).overflowX !== "visible" || isClipped(e.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > wide + 1) && !isClipped(e);
  });
  return [`something, by ${root.scrollWidth - wide} px`, ...out.map(e => e.outerHTML.slice(0, 80))];
}"""

_STRUCTURE = """() => ({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  title: document.title,
  levels: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(h => h.checkVisibility()).map(h => +h.tagName[1]),
  shared: Object.entries(Object.groupBy(document.querySelectorAll("[id]"), e => e.id))
    .filter(([, all]) => all.length > 1).map(([id]) => id),
})"""


_WRITTEN_THE_WRONG_WAY = """() => [...document.querySelectorAll("[dir=auto]")].filter(e => {
  const strong = (e.value ?? e.textContent).replace(/^[^\\p{L}]+/u, "")[0];
  if (!strong) return false;
  return (getComputedStyle(e).direction === "rtl") !== /[\\p{Script=Arabic}\\p{Script=Hebrew}]/u.test(strong);
}).map(e => e.textContent.trim().slice(0, 60))"""

_ALL_LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
}"""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def lay_out(page: Page) -> None:
    """Have also what is far below the window laid out, which the browser would put off, so that it is looked at."""
    page.evaluate(_ALL_LAID_OUT)


def inaccessible(page: Page, rules: Collection[str] = LEVELS) -> Iterator[str]:
    """Violations of WCAG 2.2, levels A and AA, and of axe's own good practice; `rules` are axe's rules or its tags."""
    page.evaluate(_axe())
    asked = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = page.evaluate("async asked => (await axe.run(document, asked)).violations", asked)
    for violation in found:
        for node in violation["nodes"]:
            yield f"axe {violation['id']}: {node['target']} {node['failureSummary']} {node['html'][:200]}"


def overflowing(page: Page) -> Iterator[str]:
    """What makes the page scroll sideways."""
    for element in page.evaluate(_WIDER_THAN_THE_WINDOW)[:5]:
        yield f"wider than the window: {element}"


def misbuilt(page: Page, language: str) -> Iterator[str]:
    """A wrong language or direction, no title, headings out of order, an id that two elements share."""
    built = page.evaluate(_STRUCTURE)
    if (built["lang"], built["dir"]) != (language, "rtl" if language == "ar" else "ltr"):
        yield f"lang and dir are {built['lang']} {built['dir']}"
    if not built["title"].strip(" ·"):
        yield "no title"
    levels = built["levels"]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"headings do not begin with the only first one: {levels}"
    if any(after - before > 1 for before, after in itertools.pairwise(levels)):
        yield f"a level of headings is left out: {levels}"
    for id_ in built["shared"]:
        yield f"two elements have the id {id_}"
    for words in page.evaluate(_WRITTEN_THE_WRONG_WAY):
        yield f"words stand in the wrong direction: {words}"
