"""PDF through WeasyPrint, which is an extra: it sets Arabic with the Pango of the system.

What a document asks for outside itself is refused, so that printing a report fetches nothing and reads no file.
"""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

from tahqiq.errors import MissingPart

MEDIA_TYPE = "application/pdf"
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
FONTS = "fonts-noto-core"
_ARABIC = range(0x620, 0x64B)


def write(html: str, path: Path) -> None:
    """Write a document as a PDF of tagged, selectable text.

    Raises MissingPart, naming what to install, where WeasyPrint, its libraries or letters for Arabic words are not
    there.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # it warns of fonts that are absent, which is told below
            from weasyprint import HTML
            from weasyprint.text.ffi import ffi, fontconfig
            from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise MissingPart("PDF", "WeasyPrint", "pip install 'tahqiq[pdf]'") from error
    except OSError as error:
        raise MissingPart("PDF", "the Pango library", f"on Debian: apt install {' '.join(PACKAGES)} {FONTS}") from error
    known = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    if fontconfig.FcConfigGetFonts(known, fontconfig.FcSetSystem).nfont == 0:  # Pango ends the process without any
        raise _without_letters()
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    document = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=())).render()
    content = document.write_pdf(pdf_tags=True)
    if any(point in _ARABIC for font in document.fonts.values() for point in font.missing):
        raise _without_letters()
    path.write_bytes(content)


def _without_letters() -> MissingPart:
    return MissingPart("PDF", "a font with Arabic letters", f"on Debian: apt install {FONTS}")
