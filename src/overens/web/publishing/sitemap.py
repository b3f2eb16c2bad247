"""The addresses of an edition's pages -> what search engines read: sitemap.xml, in parts where it is long, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

MOST = 50_000
"""Addresses in one sitemap, by the protocol (sitemaps.org)."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(address: str, pages: Iterable[str]) -> list[tuple[str, bytes]]:
    """Return the files, each by its name.

    Args:
        address: Where the edition stands, with no / last.
        pages: Addresses within it.
    """
    every = [f"{address}/{page}" for page in sorted(pages)]
    parts = [every[n : n + MOST] for n in range(0, len(every), MOST)]
    robots = f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n"
    if len(parts) < 2:
        return [("robots.txt", robots.encode()), ("sitemap.xml", _listed("urlset", "url", every))]
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    files = [(name, _listed("urlset", "url", part)) for name, part in zip(names, parts, strict=True)]
    index = _listed("sitemapindex", "sitemap", [f"{address}/{name}" for name in names])
    return [("robots.txt", robots.encode()), *files, ("sitemap.xml", index)]


def _listed(outer: str, inner: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{inner}><loc>{escape(one)}</loc></{inner}>\n" for one in addresses)
    return f"{_HEAD}<{outer} {_SPACE}>\n{lines}</{outer}>\n".encode()
