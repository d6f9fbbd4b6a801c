"""Versions: what an edit added to a report's claims, took away, raised and lowered, and whether it says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tahqiq.model.report import Report
from tahqiq.model.version import Edit, Link, ReadVersion
from tahqiq.reconcile.versions.changes import changes
from tahqiq.reconcile.versions.notices import announces
from tahqiq.reconcile.versions.republished import chains
from tahqiq.reconcile.words import words

__all__ = ["edits", "edits_across"]


def edits(versions: Sequence[ReadVersion], link: Link = Link.SAME_REPORT) -> Iterator[Edit]:
    """The edits between the versions of one report, which come in the order in which they were received."""
    for number, (before, after) in enumerate(pairwise(versions), 1):
        yield Edit(number, link, before, after, changes(before, after), announces(before.read, after.read))


def edits_across(latest: Sequence[ReadVersion]) -> Iterator[Edit]:
    """The edits of articles that came again under another id, told from the newest version of each report.

    One address with like words or the same headline, or one outlet with a near-copy under the same headline, is one
    article; its reports are taken in the order of publication, those without a date as received. The same words under
    two ids are no edit.
    """
    for link, chain in chains(latest):
        yield from (edit for edit in edits(chain, link) if _differ(edit.before.read.report, edit.after.read.report))


def _differ(before: Report, after: Report) -> bool:
    return words(before.text.raw) != words(after.text.raw)
