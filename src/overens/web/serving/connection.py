"""A visitor's connection -> let go where the visitor sends or takes almost nothing, so that no one else has to wait."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE_SECONDS = 10.0
LEAST_TAKEN = 10_000
"""Bytes of an answer that a reader must take between two looks: about a kilobyte a second."""


class Connection(H11Protocol):
    """A connection that is looked at now and then; twice without progress, and it is closed.

    Attributes:
        patience: Seconds between looks.
    """

    patience: float = PATIENCE_SECONDS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Begin to look."""
        super().connection_made(transport)
        self._untaken = 0
        self._answered: Any = self
        self._look = self.loop.call_later(self.patience, self._look_again)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._look.cancel()
        super().connection_lost(exc)

    def _look_again(self) -> None:
        if self._stuck():
            self.transport.abort()
        else:
            self._look = self.loop.call_later(self.patience, self._look_again)

    def _stuck(self) -> bool:
        """Return whether the reader took too little since the last look, or has begun a request and not ended it."""
        before, self._untaken = self._untaken, self.transport.get_write_buffer_size()
        if self._untaken:
            return 0 < before < self._untaken + LEAST_TAKEN
        answered_before, self._answered = self._answered, self.cycle
        return (self.cycle is None or self.cycle.response_complete) and answered_before is self.cycle
