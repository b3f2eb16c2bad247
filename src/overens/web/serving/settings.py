"""How the portal is served: under which names, within which limits, and how it says no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from overens.vocabulary.wording import Language, Text
from overens.web.parameters import MOST

ErrorPage = Callable[[int, Text, Language], str]
"""A status, what is wrong and what would be right, and the reader's language -> a whole page."""

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True)
class Limits:
    """What one request may ask for, and how often.

    Attributes:
        path: Bytes of path, as sent.
        query: Bytes of query, as sent.
        parameters: Number of parameters in the query.
        per_minute: Requests from one address in any minute, to one process; static files are not counted.
    """

    path: int = 2_048
    query: int = 4_096
    parameters: int = MOST
    per_minute: int = 1_200


def plain_page(status: int, message: Text, language: Language) -> str:
    """Return the page that says no where the portal's own cannot be had."""
    words = escape(message.say(language))
    title = Text("Överens: {status}", "Överens: {status}", {"status": status}).say(language)
    start = Text("Till början", "To the front page").say(language)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><main><h1>{title}</h1><p>{words}</p><p><a href="/">{start}</a></p></main></body></html>\n'
    )


@dataclass(frozen=True)
class Settings:
    """How the portal is served.

    Attributes:
        hosts: The names it answers to, in lower case, without port; `*` for any.
        behind_proxy: Whether a proxy on this machine or its own network says who the visitor is.
        static: Where addresses of files begin that are cheap to send.
    """

    hosts: frozenset[str] = LOCAL_HOSTS
    behind_proxy: bool = False
    limits: Limits = field(default_factory=Limits)
    error_page: ErrorPage = plain_page
    static: str = "/static/"
