"""A request -> passed on if its address is of a size and kind that can be meant, else refused with what would be right."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

from starlette.types import ASGIApp, Receive, Scope, Send

from overens.vocabulary.wording import Text, whole_number
from overens.web.serving.refusal import refuse
from overens.web.serving.settings import Limits, Settings

CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that no one types; a tab may come with what is pasted from a spreadsheet."""
UNREADABLE = "\ufffd"


def within_limits(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Refuse addresses that are too long, hold too many parameters, or characters that no one types."""

    async def limited(scope: Scope, receive: Receive, send: Send) -> None:
        wrong = what_is_wrong(scope, settings.limits)
        if wrong is None:
            await app(scope, receive, send)
        else:
            await refuse(settings, (scope, receive, send), *wrong)

    return limited


def what_is_wrong(scope: Scope, limits: Limits) -> tuple[int, Text] | None:
    """Return the status and the words for an address that cannot be answered; None for one that may be."""
    path, query = scope["path"], bytes(scope["query_string"])
    if len(scope.get("raw_path") or path.encode("utf-8", "surrogateescape")) > limits.path:
        return 414, _too_long(Text("Adressen", "The address"), limits.path)
    if len(query) > limits.query:
        return 414, _too_long(Text("Frågan efter '?'", "The query after '?'"), limits.query)
    if CONTROL.search(path) or "\t" in path or UNREADABLE in path:
        return 400, _no_text(Text("Adressen", "The address"))
    if query.count(b"&") >= limits.parameters:
        return 422, _too_many(query.count(b"&") + 1, limits.parameters)
    asked = unquote_plus(query.decode("utf-8", "replace"), errors="replace")
    if CONTROL.search(asked) or UNREADABLE in asked:
        return 422, _no_text(Text("Frågan efter '?'", "The query after '?'"))
    return None


def _too_long(what: Text, most: int) -> Text:
    return Text(
        "{what} är för lång; högst {most} tecken läses. Börja om från sidan du kom från, eller sök.",
        "{what} is too long; at most {most} characters are read. Start again from the page you came from, or search.",
        {"what": what, "most": whole_number(most)},
    )


def _too_many(found: int, most: int) -> Text:
    return Text(
        "Frågan efter '?' har {found} val; högst {most} läses. Ta bort dem som inte behövs.",
        "The query after '?' has {found} parameters; at most {most} are read. Remove those that are not needed.",
        {"found": found, "most": most},
    )


def _no_text(what: Text) -> Text:
    return Text(
        "{what} har tecken som inte kan läsas (styrtecken, eller annat än UTF-8). Skriv den med bokstäver och siffror.",
        "{what} has characters that cannot be read (control characters, or other than UTF-8). "
        "Write it with letters and digits.",
        {"what": what},
    )
