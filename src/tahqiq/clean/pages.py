"""HTML → the article's words and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
import trafilatura

from tahqiq.clean.dateline import DateReader, is_dateline
from tahqiq.clean.draft import Draft, filled, titled
from tahqiq.model.report import Metadata, publication_date

_DEEPEST = 200
_MOST_DATELINES = 400
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
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})\b[^<>]{0,2000}>")
_LONG_TAG = re.compile(
    r"<[a-zA-Z](?:[^<>\s]*\s){20000}"
)  # the parser compares every attribute of a tag with every other
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HTTP = re.compile(r"https?://\S{1,2000}")


def read_page(html: str, given: Metadata, read_date: DateReader) -> Draft | None:
    """The article of a page, with its headline before it; None where no article is found.

    A day of publication comes from the page's own machine-readable fields, else from a visible dateline read by
    `read_date`: general readers of page dates misread Arabic months.
    """
    if _depth(html) > _DEEPEST or _LONG_TAG.search(html) is not None:
        return None
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except lxml.etree.ParserError:  # nothing but blanks or comments
        return None
    body = trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False)
    if not body or not body.strip():
        return None
    metadata = filled(given, _metadata(tree, read_date))
    title = metadata.title.strip() if metadata.title else None
    return titled(title, _without_title(body.strip(), title), metadata)


def _without_title(body: str, title: str | None) -> str:
    """The article without the headline line that some pages repeat on top."""
    first, _, rest = body.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title and rest.strip() else body


def _depth(html: str) -> int:
    """The deepest nesting of open tags, counted roughly: a page built to exhaust a parser is not parsed."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _VOID:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _metadata(tree: lxml.html.HtmlElement, read_date: DateReader) -> Metadata:
    named = dict(_meta(tree))
    linked = dict(_linked_data(tree))

    def first(names: tuple[str, ...], other: str = "") -> str | None:
        return next((named[n] for n in names if named.get(n)), linked.get(other) or None)

    return Metadata(
        outlet=first(_OUTLET, "publisher"),
        url=_address(first(_ADDRESS, "url")),
        title=first(_TITLE, "headline") or _words(tree.find(".//h1")) or _words(tree.find(".//title")),
        author=first(_AUTHOR, "author"),
        published=_published(first(_PUBLISHED, "datePublished"), tree, read_date),
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


def _published(written: str | None, tree: lxml.html.HtmlElement, read_date: DateReader) -> dt.date | None:
    if written and (day := publication_date(written.strip())):
        return day
    times = [t.get("datetime") for t in tree.iter("time")]
    for stamp in times:
        if stamp and (day := publication_date(stamp.strip())):
            return day
    return next((day for words in _datelines(tree) if (day := read_date(words)) is not None), None)


def _datelines(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Short stretches of the page that look like datelines, in order."""
    seen = 0
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        for words in (element.text, element.tail):
            line = " ".join((words or "").split())
            if line and is_dateline(line):
                seen += 1
                yield line
        if seen > _MOST_DATELINES:
            return


def _words(element: lxml.html.HtmlElement | None) -> str | None:
    return " ".join(element.text_content().split()) or None if element is not None else None
