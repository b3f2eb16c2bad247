"""An address of the portal, as text -> the answer of its view, asked in this process and followed where it leads."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote, urlsplit

from overens.usecases.library import Library
from overens.web.addresses import Addresses
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.find import nothing_here
from overens.web.find_view import find_view
from overens.web.form import read_target
from overens.web.parameters import read_parameters
from overens.web.refused import Refused

MOST_MOVES = 4
"""How many times an address may lead to another."""


def look_up(library: Library, book: Addresses, address: str, today: date, origin: str = "") -> tuple[Answer, Asked]:
    """Return what the view of the address answers, and what it was asked.

    Args:
        address: A path with its query, without origin.

    Raises:
        Refused: If no view has the address, or it cannot be answered.
    """
    for _ in range(MOST_MOVES):
        parts = urlsplit(address)
        target = read_target(unquote(parts.path))
        found = find_view(target.path)
        if found is None:
            raise Refused(404, nothing_here(target.path))
        view, words = found
        values = read_parameters(parts.query, view.takes, own=view.own)
        asked = Asked(library, book, target, words, values, today, origin)
        answer = view.ask(asked)
        if isinstance(answer, Answer):
            return answer, asked
        address = answer.href
    raise Refused(404, nothing_here(address))
