"""An address as it was written -> one that can be followed, or nothing."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(address: str | None) -> str:
    """Return an address as a link; nothing where it has none that can be followed. Only those of the web are.

    >>> web_address("skr.se/avtal"), web_address("javascript:alert(1)"), web_address("Dnr 2024/5")
    ('https://skr.se/avtal', '', '')
    """
    bare = (address or "").strip()
    href = bare if bare.startswith(("https://", "http://")) else f"https://{bare}"
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:  # a bracket that is not closed
        return ""
    return "" if "." not in host or any(sign.isspace() for sign in bare) or "@" in bare else href
