"""Finished answers -> kept while the library and the day are the same, the latest asked for longest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from overens.web.respond import Sent

MOST_BYTES = 48 * 1024 * 1024
"""What is kept in one process: some thousand pages."""


class Finished:
    """Answers by what they answer; the one longest not asked for goes first (färdiga svar)."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held: OrderedDict[Hashable, Sent] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Sent | None:
        """Return the answer, or None if it is not kept."""
        with self._lock:
            sent = self._held.get(key)
            if sent is not None:
                self._held.move_to_end(key)
            return sent

    def keep(self, key: Hashable, sent: Sent) -> None:
        """Keep the answer, and drop others if they are too much together."""
        if len(sent.body) > self._most // 8:
            return
        with self._lock:
            if key in self._held:
                return
            self._held[key] = sent
            self._bytes += len(sent.body)
            while self._bytes > self._most:
                _, dropped = self._held.popitem(last=False)
                self._bytes -= len(dropped.body)
