"""An address as a source states it -> one that can be followed, or none."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(written: str | None) -> str:
    """Return the address as a link; empty where it is none of the web. A bare 'skr.se/…' is one too.

    >>> web_address("skr.se/vard"), web_address("SFS 2024:1")
    ('https://skr.se/vard', '')
    """
    address = (written or "").strip()
    href = address if address.startswith(("https://", "http://")) else f"https://{address}"
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:  # as 'http://[': no address of anything
        return ""
    return "" if "." not in host or any(sign.isspace() for sign in address) or "@" in address else href
