"""The portal's own files -> their addresses, which change when the files do, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@cache
def own_files() -> dict[str, bytes]:
    """Return every file by name."""
    return {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.suffix in MEDIA_TYPES}


@cache
def file_address(name: str) -> str:
    """Return a file's address: /static/HASH/style.css."""
    return f"/static/{hashlib.sha256(own_files()[name]).hexdigest()[:12]}/{name}"
