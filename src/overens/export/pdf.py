"""Words as plain data and a template -> a PDF that also a screen reader can follow (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from threading import local
from typing import TYPE_CHECKING

from overens.export.printable import printable
from overens.export.qr import qr_picture
from overens.export.seal import digest_of, sealed

if TYPE_CHECKING:
    import typst

_EACH = local()
"""A compiler for each thread: it remembers what it has set, and what it reads may not be changed by another."""


def typeset(template: str, words: Mapping[str, object], made_on: date) -> bytes:
    """Return the document's bytes, sealed with what it was made from.

    Args:
        template: A file of the folder typst, without its ending.
        words: Every word of it; of those that are shown, what no font holds is shown as □. A QR code is made of
            the address, if there is one.
        made_on: The day that the document says it was made.

    Raises:
        ImportError: If what sets type, or makes QR codes, is not installed.
    """
    data = as_data(words, made_on)
    made = _compiler().compile(
        input=_template(template),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC),
    )
    assert isinstance(made, bytes)
    return sealed(made, digest_of(_template(template), data.encode()))


def made_from(template: str, words: Mapping[str, object], made_on: date) -> str:
    """Return what the document would be sealed with, without making it."""
    return digest_of(_template(template), as_data(words, made_on).encode())


def as_data(words: Mapping[str, object], made_on: date) -> str:
    """Return the words as they are handed to the template: as data, never as part of its source."""
    picture = qr_picture(str(words["address"])) if words.get("address") else ""
    return json.dumps(
        {"words": printable(words), "qr_picture": picture, "made_on": made_on.isoformat()}, ensure_ascii=False
    )


@cache
def _template(name: str) -> bytes:
    return resources.files("overens.export").joinpath("typst", f"{name}.typ").read_bytes()


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: only the fonts that come with it, so that a page is the same on every machine."""
    found: typst.Compiler | None = getattr(_EACH, "compiler", None)
    if found is None:
        import typst

        found = _EACH.compiler = typst.Compiler(ignore_system_fonts=True)
    return found
