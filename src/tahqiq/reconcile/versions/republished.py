"""The same article under several ids: at one address, or published again by its outlet with changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from tahqiq.model.report import Report
from tahqiq.model.version import Link, ReadVersion
from tahqiq.reconcile.copies import find_copies
from tahqiq.reconcile.moments import hours
from tahqiq.reconcile.words import words

_TRACKING = frozenset("fbclid gclid msclkid igshid mc_cid mc_eid".split())
_LONGEST = 2000

Key = tuple[str, ...]


def chains(latest: Sequence[ReadVersion]) -> Iterator[tuple[Link, tuple[ReadVersion, ...]]]:
    """Reports of one article, each article once, two or more in order; `latest` has each report once."""
    ordered = sorted(latest, key=_order)
    copied = find_copies([version.read for version in ordered])
    at_address = _articles(ordered, lambda report: _address_keys(report, copied))
    yield from ((Link.SAME_ADDRESS, tuple(chain)) for chain in at_address)
    taken = {version.read.report.id for chain in at_address for version in chain}
    left = [version for version in ordered if version.read.report.id not in taken]
    by_outlet = _articles(left, lambda report: _outlet_keys(report, copied))
    yield from ((Link.PUBLISHED_AGAIN, tuple(chain)) for chain in by_outlet)


def _articles(ordered: Sequence[ReadVersion], keys: Callable[[Report], list[Key]]) -> list[list[ReadVersion]]:
    """Reports that share a key with one before them, in chains of two or more."""
    by_key: dict[Key, list[ReadVersion]] = {}
    found: list[list[ReadVersion]] = []
    for version in ordered:
        own = keys(version.read.report)
        chain = next((by_key[key] for key in own if key in by_key), None)
        if chain is None:
            chain = []
            found.append(chain)
        chain.append(version)
        for key in own:
            by_key.setdefault(key, chain)
    return [chain for chain in found if len(chain) > 1]


def address(url: str | None) -> str | None:
    """An address without scheme, "www.", fragment, closing slash and tracking parameters, by which pages are compared.

    None for what is no web address, and for a site's front page, which is no article.
    """
    if url is None or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    asked = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not k.startswith("utm_") and k not in _TRACKING])
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not parts.netloc or not (path or asked):
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{asked}"


def _address_keys(report: Report, copied: Mapping[str, Report]) -> list[Key]:
    """One address with like words or one headline; a live page changes both, and then is another article."""
    where = address(report.metadata.url)
    if where is None:
        return []
    headline = _headline(report)
    return [(where, "words", _root(report, copied)), *([(where, "headline", headline)] if headline else [])]


def _outlet_keys(report: Report, copied: Mapping[str, Report]) -> list[Key]:
    outlet, headline = report.metadata.outlet, _headline(report)
    return [(outlet, headline, _root(report, copied))] if outlet and headline else []


def _root(report: Report, copied: Mapping[str, Report]) -> str:
    return copied[report.id].id if report.id in copied else report.id


def _headline(report: Report) -> str:
    """The headline's words without numbers, so that a toll raised in it is still the same headline."""
    title = report.metadata.title or report.text.raw[: report.text.title_end]
    return " ".join(word for word in words(title) if not word.isdigit())


def _order(version: ReadVersion) -> tuple[float, str, str]:
    published = version.read.report.metadata.published
    return float("inf") if published is None else hours(published), version.received, version.read.report.id
