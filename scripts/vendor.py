"""Fetch the files of others that are kept in this repository, by name and version from the npm registry.

Run by hand, seldom (needs npm): `python scripts/vendor.py`. A package whose hash is another than the one
written here is refused. `tests/web/test_vendored.py` holds the kept files to the same table.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
STATIC = "src/tahqiq/web/static"
PACKAGES = {
    "htmx.org@2.0.11": (
        "sha512-Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
        {"package/dist/htmx.min.js": f"{STATIC}/htmx.min.js", "package/LICENSE": f"{STATIC}/htmx.LICENSE"},
    ),
}
"""A package: its subresource integrity as the registry states it, and which of its files are kept where."""


def fetched(name: str, folder: Path) -> Path:
    """The archive of a package, as npm's own client downloads it."""
    told = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, capture_output=True, text=True)
    return folder / told.stdout.split()[-1]


def integrity(archive: Path) -> str:
    """The SHA-512 of an archive in the form of subresource integrity."""
    return "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def main() -> None:
    """Write every kept file anew; end with an error for a package that is not the one that was looked at."""
    for name, (expected, kept) in PACKAGES.items():
        with tempfile.TemporaryDirectory() as made:
            archive = fetched(name, Path(made))
            if integrity(archive) != expected:
                sys.exit(f"{name}: the registry gave {integrity(archive)}, not {expected}")
            with tarfile.open(archive) as opened:
                for inside, target in kept.items():
                    member = opened.extractfile(inside)
                    if member is None:
                        sys.exit(f"{name} holds no file {inside}")
                    (ROOT / target).write_bytes(member.read())


if __name__ == "__main__":
    main()
