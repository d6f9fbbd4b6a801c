"""What others wrote and is kept here is what was looked at, and its licence lies beside it."""

from __future__ import annotations

import hashlib
from importlib import resources

STATIC = resources.files("tahqiq.web").joinpath("static")


def test_htmx_is_the_release_that_was_looked_at() -> None:
    kept = STATIC.joinpath("htmx.min.js").read_bytes()
    assert "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717" == hashlib.sha256(kept).hexdigest()
    assert "Zero-Clause BSD" in STATIC.joinpath("htmx.LICENSE").read_text("utf-8")
