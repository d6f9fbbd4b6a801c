"""Bytes → characters: declared, then sniffed, and never garbled in silence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 4096
_ARABIC_LEGACY = ("windows-1256", "iso-8859-6")
_SAMPLE = 1 << 16

_ARABIC = re.compile(r"[\u0621-\u063a\u0640-\u0652\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2]")
_PUNCTUATION = frozenset("،؛؟«»“”‘’‚„…–—•·°©®\u00a0\u00ad\u200c\u200d\u200e\u200f‹›×÷€£¢%‰½¼¾²³")
_FREQUENT = frozenset("اليمنورتبه")
_MAX_ODD = 0.05
_MIN_FREQUENT = 0.4
_NUL_LIKE = (0x00, 0x06)  # the high bytes of Latin and of Arabic letters in UTF-16
_MIN_WIDE = 0.2
_FEWEST_PAIRS = 4


class UndecodableError(ValueError):
    """Bytes that are no readable text; its words say why."""


def decode(raw: bytes, declared: str | None = None, *, html: bool = False) -> str:
    """The characters of `raw`, without a byte-order mark; raises UndecodableError instead of guessing wrong.

    In order: a byte-order mark; UTF-16 by its zero bytes; UTF-8, which text in another encoding is never by chance,
    whatever is declared; the charset declared outside (`declared`) or, with `html`, in the page (WHATWG HTML 13.2.3.2);
    windows-1256 and ISO-8859-6, where the letters they give are as frequent as in Arabic.
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return readable(_strictly(raw, name))
    if wide := _wide(raw):
        return readable(_strictly(raw, wide))
    try:
        return readable(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        broken_at = error.start
    named = [name for name in (declared, _in_page(raw) if html else None) if name]
    return readable(_legacy(raw, named, broken_at))


def readable(words: str) -> str:
    """`words` as they are; raises UndecodableError where they are damaged beyond trust."""
    if "\ufffd" in words:
        raise UndecodableError(f"characters were lost before it came here (U+FFFD at {words.index(chr(0xFFFD))})")
    if "\0" in words:
        raise UndecodableError("binary data, or text with NUL characters")
    if _is_garbled(words):
        raise UndecodableError("garbled: UTF-8 that was once read in another encoding")
    return words


def _is_garbled(words: str) -> bool:
    """Whether the lead bytes of UTF-8 Arabic (D8, D9) stand as letters of Latin-1 or windows-1256 throughout."""
    if len(words) < 8 or words.isascii():
        return False
    latin = words.count("Ø") + words.count("Ù")
    arabic = words.count("ط") + words.count("ظ")
    return latin * 4 > len(words) or arabic * 10 > len(words) * 3


def _strictly(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"not valid {name.removesuffix('-sig').upper()} at byte {error.start}") from error


def _wide(raw: bytes) -> str | None:
    """The UTF-16 flavour whose high bytes stand at every second place, if any."""
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < _FEWEST_PAIRS:
        return None
    first, second = (sum(half.count(byte) for byte in _NUL_LIKE) / pairs for half in (sample[::2], sample[1::2]))
    if max(first, second) < _MIN_WIDE or min(first, second) * 2 > max(first, second):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _in_page(raw: bytes) -> str | None:
    found = _META.search(raw[:_META_WITHIN])
    return found.group(1).decode("ascii") if found else None


def _legacy(raw: bytes, named: Iterable[str], broken_at: int) -> str:
    """The first reading whose letters are plausible: as declared, then the Arabic encodings, the likelier first."""
    for name in named:
        if (words := _decoded(raw, name)) is not None and _oddness(words) <= _MAX_ODD:
            return words
    readings = [words for name in _ARABIC_LEGACY if (words := _decoded(raw, name)) is not None]
    best = min(readings, key=_oddness, default=None)
    if best is None or _oddness(best) > _MAX_ODD:
        raise UndecodableError(f"no known encoding (not UTF-8 at byte {broken_at}, nor a plausible Arabic one)")
    return best


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        return None if codec.startswith("utf") else raw.decode("cp1252" if codec == "iso8859-1" else codec)
    except (LookupError, UnicodeError):
        return None


def _oddness(words: str) -> float:
    """The share of non-ASCII characters that Arabic news has no use for; 1 where the letters are not Arabic's usual.

    In Arabic text more than half of the letters are among ten (ا ل ي م ن و ر ت ب ه); a wrong reading spreads them.
    """
    foreign = [c for c in words[:_SAMPLE] if not c.isascii()]
    letters = [c for c in foreign if _ARABIC.match(c)]
    odd = len(foreign) - len(letters) - sum(c in _PUNCTUATION for c in foreign)
    if letters and sum(c in _FREQUENT for c in letters) < _MIN_FREQUENT * len(letters):
        return 1.0
    return odd / len(foreign) if foreign else 0.0
