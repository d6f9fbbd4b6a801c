"""Received → Report."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tahqiq.clean.charset import UndecodableError, decode, readable
from tahqiq.clean.dateline import DateReader, dateline
from tahqiq.clean.draft import Draft, filled, titled
from tahqiq.clean.furniture import exclusions
from tahqiq.clean.headline import headline_end
from tahqiq.clean.language import language_of
from tahqiq.clean.markup import is_parsable
from tahqiq.clean.pages import read_page
from tahqiq.errors import UnreadableInput
from tahqiq.model.report import MediaType, Received, Report
from tahqiq.model.text import Text


def clean(received: Received, read_dates: DateReader) -> Report:
    """The report in what was received: its words unchanged, what is not its own marked, language and day.

    A day that came with the report is kept; else a dateline near the head gives it, read by `read_dates`. Raises
    UnreadableInput where there are no characters or no words in it.
    """
    draft = _draft(received, read_dates)
    if not draft.raw.strip():
        raise UnreadableInput(received.locator, "there are no words in it")
    metadata = draft.metadata
    if metadata.published is None or metadata.outlet is None:
        metadata = filled(metadata, dateline(draft.raw, draft.title_end, read_dates))
    title = metadata.title or draft.raw[: draft.title_end] or None
    text = Text(
        draft.raw, draft.title_end, exclusions(draft.raw, draft.title_end), language_of(draft.raw, metadata.language)
    )
    digest = hashlib.sha256(received.raw).hexdigest()
    return Report(received.id, digest, received.locator, text, replace(metadata, title=title))


def _draft(received: Received, read_dates: DateReader) -> Draft:
    given = received.metadata
    is_page = received.media_type is MediaType.HTML
    try:
        if received.body is not None:
            return titled(given.title, readable(received.body), given)
        words = decode(received.raw, received.charset, html=is_page)
    except UndecodableError as error:
        raise UnreadableInput(received.locator, str(error)) from error
    if not is_page:
        return Draft(words, headline_end(words, read_dates), given)
    if not is_parsable(words):
        raise UnreadableInput(received.locator, "its markup is nested or crowded beyond what a page needs")
    page = read_page(words, given, read_dates)
    if page is None:
        raise UnreadableInput(received.locator, "no article was found in the page")
    return page
