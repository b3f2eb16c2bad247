"""An address on the command line -> where a portal or an edition stands, with no / last."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import click

from overens.cli.language import t


class WebAddress(click.ParamType[str]):
    """An address on the web, without a question: https://bidrag.example.se/2024."""

    name = "adress"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address without a / last."""
        text = str(value).strip()
        try:
            split = urlsplit(text)
            sound = split.scheme in ("http", "https") and bool(split.hostname) and split.port != 0
        except ValueError:
            sound = False
        plain = text.isascii() and text.isprintable() and not set(text) & set(" \"'<>\\?#@")
        if not (sound and plain and len(text) <= 200):
            words = t(
                "'{text}' är ingen adress; skriv till exempel https://bidrag.example.se/2024.",
                "'{text}' is no address; write for instance https://grants.example.com/2024.",
                text=text[:100],
            )
            self.fail(words, param, ctx)
        return text.rstrip("/")
