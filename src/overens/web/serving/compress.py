"""An answer -> the same in fewer bytes, for those who take gzip; what was compressed is kept for the next."""

from __future__ import annotations

import gzip
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST = 600
LEVEL = 6
KEPT_BYTES = 24_000_000
WORDY = (
    "text/",
    "application/json",
    "application/problem+json",
    "image/svg+xml",
    "application/javascript",
    "application/geo+json",
)


class Compressed:
    """Bodies and their compressed bytes, up to a size in all; those not asked for longest go first."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._most = most

    def of(self, body: bytes) -> bytes:
        """Return the body compressed."""
        found = self._kept.get(body)
        if found is None:
            found = gzip.compress(body, LEVEL, mtime=0)
            self._keep(body, found)
        else:
            self._kept.move_to_end(body)
        return found

    def _keep(self, body: bytes, found: bytes) -> None:
        self._kept[body] = found
        self._size += len(body) + len(found)
        while self._size > self._most:
            old, smaller = self._kept.popitem(last=False)
            self._size -= len(old) + len(smaller)


def with_compression(app: ASGIApp) -> ASGIApp:
    """Compress answers of words that come in one piece; others pass as they are."""
    compressed = Compressed()

    async def lighter(scope: Scope, receive: Receive, send: Send) -> None:
        if not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            await app(scope, receive, _varying(send))
            return
        start: Message | None = None

        async def squeeze(message: Message) -> None:
            """Hold the head until the first piece of the body tells whether it is the whole."""
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if start is not None:
                head, start = start, None
                if _may(head, message):
                    message = _squeezed(head, message, compressed)
                await send(_vary(head))
            await send(message)

        await app(scope, receive, squeeze)

    return lighter


def takes_gzip(accepted: str) -> bool:
    """Return whether an Accept-Encoding header takes gzip.

    >>> [takes_gzip(said) for said in ("gzip, br", "br;q=1, GZIP;q=0.5", "gzip;q=0", "identity", "")]
    [True, True, False, False, False]
    """
    for one in accepted.lower().split(","):
        name, _, quality = one.partition(";")
        if name.strip() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _may(start: Message, message: Message) -> bool:
    found = Headers(raw=start["headers"])
    wordy = found.get("content-type", "").startswith(WORDY)
    whole = not message.get("more_body", False)
    return wordy and whole and len(message.get("body", b"")) >= SMALLEST and "content-encoding" not in found


def _squeezed(head: Message, message: Message, compressed: Compressed) -> Message:
    body = compressed.of(message["body"])
    found = MutableHeaders(scope=head)
    found["Content-Encoding"] = "gzip"
    if "ETag" in found:
        found["ETag"] = found["ETag"].removesuffix('"') + '-gzip"'  # other bytes, so another mark
    found["Content-Length"] = str(len(body))
    return {**message, "body": body}


def _vary(start: Message) -> Message:
    MutableHeaders(scope=start).add_vary_header("Accept-Encoding")
    return start


def _varying(send: Send) -> Send:
    async def varied(message: Message) -> None:
        await send(_vary(message) if message["type"] == "http.response.start" else message)

    return varied
