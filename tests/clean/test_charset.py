"""Characters are read as they were written, or refused."""

from __future__ import annotations

import pytest

from tahqiq.clean.charset import UndecodableError, decode

WORDS = "قالت البلدية إن الطرق مفتوحة، وإن العمل مستمر في الأحياء القديمة منذ الصباح."


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
)
def test_undeclared_arabic_is_sniffed(charset: str) -> None:
    assert WORDS == decode(WORDS.encode(charset))


def test_a_lying_declaration_does_not_garble_utf8() -> None:
    assert WORDS == decode(WORDS.encode(), "iso-8859-1")


def test_a_declaration_in_the_page_is_used() -> None:
    page = f'<meta charset="windows-1256"><p>{WORDS}</p>'
    assert page == decode(page.encode("windows-1256"), html=True)


@pytest.mark.parametrize("raw", [b"\x00\x01\x02\x03", WORDS.encode()[:-1] + b"\xff\xfe\xfd", "ضاع \ufffd حرف".encode()])
def test_what_cannot_be_trusted_is_refused(raw: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(raw)
