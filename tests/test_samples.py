"""The samples in docs/exports.md are what the formats write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tahqiq.documents import FORMATS

ROOT = Path(__file__).parents[1]


def test_the_samples_are_what_is_written() -> None:
    program = [sys.executable, str(ROOT / "scripts" / "write_samples.py"), "--check"]
    done = subprocess.run(program, capture_output=True, text=True, encoding="utf-8")
    assert 0 == done.returncode, done.stdout + done.stderr


def test_every_format_and_file_is_described() -> None:
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")
    for name, documents in FORMATS.items():
        assert f"| `{name}` |" in page
        assert all(f"`{document.file}`" in page for document in documents)
