"""The world → Received: files, folders and standard input, each item read or rejected with a reason."""

from tahqiq.acquire.reading import read_paths

__all__ = ["read_paths"]
