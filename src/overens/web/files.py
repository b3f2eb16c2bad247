"""The portal's own files -> their addresses, which change when the files do, so that browsers may keep them."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from overens.export.vega_bundle import make_bundle

STATIC = Path(__file__).parent / "static"
MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@cache
def own_files() -> dict[str, bytes]:
    """Return every file by name."""
    return {path.name: _sent(path) for path in sorted(STATIC.iterdir()) if path.suffix in MEDIA_TYPES}


def _sent(path: Path) -> bytes:
    """Return a file as it is sent: a style sheet without its comments and its white space."""
    found = path.read_bytes()
    if path.suffix != ".css":
        return found
    bare = re.sub(rb"/\*.*?\*/", b"", found, flags=re.DOTALL)
    return re.sub(rb"\s*([{};,])\s*", rb"\1", re.sub(rb"\s+", b" ", bare)).strip()


DRAWING = "vega.js"
"""The script that draws pictures in the browser; it is made when it is first asked for."""


@cache
def drawing_script() -> bytes:
    """Return the script that draws pictures in the browser."""
    return make_bundle().encode()


@cache
def file_address(name: str) -> str:
    """Return a file's address: /static/HASH/style.css; that of the drawing script changes with what makes it."""
    of = version("vl-convert-python").encode() if name == DRAWING else own_files()[name]
    return f"/static/{hashlib.sha256(of).hexdigest()[:12]}/{name}"
