"""An answer -> the same answer with the headers that keep a browser safe."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overens.web.api.address import is_open
from overens.web.framing import CONTENT_POLICY

HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONLY_HTTPS = "max-age=31536000"


def with_safe_headers(app: ASGIApp) -> ASGIApp:
    """Add the headers to every answer that does not say otherwise itself; the promise of https only where the visitor came by https."""

    async def headed(scope: Scope, receive: Receive, send: Send) -> None:
        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found.setdefault(name, value)
                if is_open(scope["path"]):
                    found["Cross-Origin-Resource-Policy"] = "cross-origin"
                if scope.get("scheme") == "https":
                    found["Strict-Transport-Security"] = ONLY_HTTPS
            await send(message)

        await app(scope, receive, add)

    return headed
