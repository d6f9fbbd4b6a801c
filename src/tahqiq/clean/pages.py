"""HTML → the article's words and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from itertools import islice

import lxml.etree
import lxml.html
import trafilatura

from tahqiq.clean.dateline import DateReader, may_be_dateline, published
from tahqiq.clean.draft import Draft, filled, titled
from tahqiq.model.report import Metadata, publication_date

_MOST_DATELINES = 400
_HEADLINES = (".//article//h1", ".//main//h1", ".//h1")
_NEAR = 2  # elements around a headline whose dates belong to it
_FOREIGN = ("script", "style", "nav", "aside", "footer")
_UPDATE = re.compile("modif|updat", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
_TITLE = ("og:title", "twitter:title", "dc.title")
_AUTHOR = ("author", "article:author", "dc.creator")
_ADDRESS = ("og:url", "twitter:url")
_ROW = re.compile(r"\|.*\|[ ]?")
_RULE = re.compile(r"\|[|:\s-]*")
_CELL = re.compile(r"(?<!\\)\|")
_HTTP = re.compile(r"https?://\S{1,2000}")


def read_page(html: str, given: Metadata, read_dates: DateReader) -> Draft | None:
    """The article of a page whose markup is parsable, with its headline before it; None where no article is found.

    A day of publication comes from the page's own machine-readable fields, else from a <time> or a visible dateline
    of the article, else of the rest of the page without its menus, asides and footer. Datelines are read by
    `read_dates`: general readers of page dates misread Arabic months.
    """
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except lxml.etree.ParserError:  # nothing but blanks or comments
        return None
    body = _article(html)
    if not body:
        return None
    metadata = filled(given, _metadata(tree, read_dates))
    title = metadata.title.strip() if metadata.title else None
    return titled(title, _without_title(body, title), metadata)


def _without_title(body: str, title: str | None) -> str:
    """The article without the headline line that some pages repeat on top."""
    first, _, rest = body.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title and rest.strip() else body


def _article(html: str) -> str:
    """The article's words; each row of its tables is a line, with " | " between its cells. "" where there is none."""
    body = trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=True) or ""
    lines = body.strip().split("\n")
    if all(map(_ROW.fullmatch, lines)):  # a page laid out by tables: its menus and its article cannot be told apart
        return ""
    return "\n".join(_cells(line) if _ROW.fullmatch(line) else line for line in lines if not _RULE.fullmatch(line))


def _cells(row: str) -> str:
    cells = (cell.replace("\\|", "|").strip() for cell in _CELL.split(row))
    return " | ".join(cell for cell in cells if cell)


def _metadata(tree: lxml.html.HtmlElement, read_dates: DateReader) -> Metadata:
    named = dict(_meta(tree))
    linked = dict(_linked_data(tree))

    def first(names: tuple[str, ...], other: str = "") -> str | None:
        return next((named[n] for n in names if named.get(n)), linked.get(other) or None)

    return Metadata(
        outlet=first(_OUTLET, "publisher"),
        url=_address(first(_ADDRESS, "url")),
        title=first(_TITLE, "headline") or _words(tree.find(".//h1")) or _words(tree.find(".//title")),
        author=first(_AUTHOR, "author"),
        published=_published(first(_PUBLISHED, "datePublished"), tree, read_dates),
        language=tree.get("lang") or None,
    )


def _address(written: str | None) -> str | None:
    return written if written and _HTTP.fullmatch(written) else None


def _meta(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            yield name.lower(), content


def _linked_data(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The flat fields of a page's JSON-LD article; anything else in it is passed over."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict):
                yield from _fields(item)


def _fields(item: dict[object, object]) -> Iterator[tuple[str, str]]:
    for name in ("headline", "url", "datePublished", "author", "publisher"):
        value = item.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            yield name, value.strip()


def _published(written: str | None, tree: lxml.html.HtmlElement, read_dates: DateReader) -> dt.date | None:
    if written and (day := publication_date(written.strip())):
        return day
    for place in _places(tree):
        day = _stamped(place) or _dated(place, read_dates)
        if day is not None:
            return day
    return None


def _places(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Where the report's day may stand, the likeliest first: its article, what is around its headline, the page."""
    headline = next((h for path in _HEADLINES if (h := tree.find(path)) is not None), None)
    around = [] if headline is None else list(headline.iterancestors())
    articles = [element for element in around if element.tag == "article"] or islice(tree.iter("article"), 1)
    yield from (*islice(articles, 1), *around[:_NEAR], tree)


def _stamped(place: lxml.html.HtmlElement) -> dt.date | None:
    """The day of the first <time>, one of publication before one of an update."""
    stamps = [e for e in _own(place) if e.tag == "time" and publication_date((e.get("datetime") or "").strip())]
    stamps.sort(key=_is_of_update)
    return publication_date(stamps[0].get("datetime").strip()) if stamps else None


def _is_of_update(element: lxml.html.HtmlElement) -> bool:
    named = " ".join((element.get("itemprop") or "", element.get("class") or ""))
    return _UPDATE.search(named) is not None and "publish" not in named.lower()


def _dated(place: lxml.html.HtmlElement, read_dates: DateReader) -> dt.date | None:
    found = published(islice(filter(may_be_dateline, _lines(place)), _MOST_DATELINES), read_dates)
    return None if found is None else found.day


def _lines(place: lxml.html.HtmlElement) -> Iterator[str]:
    """The stretches of words between the tags of a place."""
    for element in _own(place):
        for words in (element.text, *(child.tail for child in element)):
            if line := " ".join((words or "").split()):
                yield line


def _own(place: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The elements of a place but for scripts, menus, asides, footers and headers without a headline."""
    waiting = [place]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(child for child in reversed(element) if not _is_foreign(child))


def _is_foreign(element: lxml.html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _FOREIGN:
        return True
    return element.tag == "header" and element.find(".//h1") is None and element.getparent().tag != "article"


def _words(element: lxml.html.HtmlElement | None) -> str | None:
    return " ".join(element.text_content().split()) or None if element is not None else None
