"""A visitor's connection -> turned away where there are too many, and let go where almost nothing is sent or taken."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from overens.web.log import note

MOST = 1_000
"""Connections to one process at once."""
PATIENCE_SECONDS = 10.0
LEAST_TAKEN = 10_000
"""Bytes of an answer that a reader must take between two looks: about a kilobyte a second."""
_WORDS = (
    "Portalen har för många besökare just nu. Försök igen strax.\nThe portal is full. Try again in a moment.\n".encode()
)
FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 5\r\n"
    b"Cache-Control: no-store\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(_WORDS), _WORDS)
)


class Connection(H11Protocol):
    """A connection that is looked at now and then; twice without progress, and it is closed.

    Attributes:
        patience: Seconds between looks.
        most: With so many others, it is told to come back; those that came before it are answered.
    """

    patience: float = PATIENCE_SECONDS
    most: int = MOST

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # the protocol it extends narrows the argument likewise
        """Begin to look."""
        super().connection_made(transport)
        self._too_many = len(self.connections) > self.most
        self._untaken = 0
        self._answered: Any = self
        self._look = self.loop.call_later(self.patience, self._look_again)

    def data_received(self, data: bytes) -> None:
        """Take what is sent; one too many is told so when it asks, since it would not hear it before."""
        if self._too_many:
            note("full", "warning", connections=len(self.connections))
            self.transport.write(FULL)
            self.transport.close()
        else:
            super().data_received(data)

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
