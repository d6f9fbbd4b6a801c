"""Tries that fail too often have to wait; pure but for what it remembers, and it forgets the oldest when full."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThrottleLimits:
    """How many tries one key has within a window of seconds, and how many keys are remembered."""

    tries: int
    window: int = 15 * 60
    keys: int = 10_000


class Throttle:
    """Counts tries by key. A try is counted before it is known to fail, so that many at once are not let through."""

    def __init__(self, limits: ThrottleLimits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._tries: OrderedDict[str, deque[int]] = OrderedDict()

    def wait(self, key: str, now: int) -> int:
        """Count one try at `now`, in seconds; 0 where it may go on, else after how many seconds the next may."""
        with self._lock:
            tries = self._tries.setdefault(key, deque())
            self._tries.move_to_end(key)
            while tries and tries[0] <= now - self._limits.window:
                tries.popleft()
            if len(tries) >= self._limits.tries:
                return tries[0] + self._limits.window - now
            tries.append(now)
            while len(self._tries) > self._limits.keys:
                self._tries.popitem(last=False)
            return 0

    def forgive(self, key: str) -> None:
        """Take back one try: it did not fail."""
        with self._lock:
            tries = self._tries.get(key)
            if tries:
                tries.pop()

    def clear(self, key: str) -> None:
        """Forget all tries of a key."""
        with self._lock:
            self._tries.pop(key, None)
