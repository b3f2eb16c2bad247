"""A request -> passed on, or asked to wait where one address has asked too often in a minute."""

from __future__ import annotations

import time
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from overens.vocabulary.wording import Text
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Settings


def not_too_often(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Answer 429 with Retry-After where an address has used up its minute; who asked is kept in memory for that minute."""
    window = MovingWindowRateLimiter(MemoryStorage())
    most = RateLimitItemPerMinute(settings.limits.per_minute)

    async def counted(scope: Scope, receive: Receive, send: Send) -> None:
        who = _who(scope)
        if scope["path"].startswith(settings.static) or window.hit(most, who):
            await app(scope, receive, send)
        else:
            wait = max(1, ceil(window.get_window_stats(most, who).reset_time - time.time()))
            await refuse(settings, (scope, receive, send), 429, _wait(wait), {"Retry-After": str(wait)})

    return counted


def _who(scope: Scope) -> str:
    """Return the visitor's address; of IPv6 the network, since one visitor has all of it."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, 64), strict=False)) if isinstance(address, IPv6Address) else host


def _wait(seconds: int) -> Text:
    return Text(
        "Så många sidor i minuten lämnar portalen inte ut till en och samma adress. Försök igen om {seconds} sekunder. "
        "Behöver du allt? Varje sida finns som CSV och JSON.",
        "The portal does not give out so many pages a minute to one address. Try again in {seconds} seconds. "
        "Do you need everything? Every page can be had as CSV and JSON.",
        {"seconds": seconds},
    )
