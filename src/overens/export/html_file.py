"""Elements with text in them -> one HTML file that needs nothing else: no scripts, no other files, its own style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from typing import NewType

from overens.vocabulary.wording import Language

Html = NewType("Html", str)
"""Text in which every sign that HTML would obey is written as a sign to be seen."""

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What turns writing around or is no letter."""
_STYLE = "page.css"


def text(words: str) -> Html:
    """Return words to be read as they stand; signs that turn the writing around are shown as their code.

    >>> text("1 < 2 " + chr(0x202E))
    '1 &lt; 2 [U+202E]'
    """
    return Html(_UNSEEN.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", escape(words)))


def element(name: str, *children: Html, **attributes: str | None) -> Html:
    """Return an element; an attribute's name is written with _ for -, and one that is None is left out.

    >>> element("th", text("Kr"), scope="col", class_="number", id=None)
    '<th scope="col" class="number">Kr</th>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{said}>{''.join(children)}</{name}>")


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Return parts one after the other, with words between."""
    return Html(text(between).join(parts))


def whole_file(title: str, body: Html, language: Language) -> str:
    """Return the file: a document of its own in the language, whose policy lets it ask for nothing."""
    head = "".join(
        (
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="color-scheme" content="light dark">',
            f"<title>{text(title)}</title>",
            f"<style>\n{_style()}</style>",
        )
    )
    return f'<!doctype html>\n<html lang="{language.value}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


@cache
def _style() -> str:
    return files("overens.export").joinpath(_STYLE).read_text(encoding="utf-8")
