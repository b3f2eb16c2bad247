"""A request -> the view's answer as bytes, from those kept or made now."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from fastapi import Request

from overens.vocabulary.wording import Language
from overens.web.addresses import addresses_of
from overens.web.answer import Elsewhere
from overens.web.asked import Asked
from overens.web.finished import Finished
from overens.web.form import Target
from overens.web.look_up import look_up
from overens.web.oembed import oembed, oembed_refusal
from overens.web.pages.refusal import as_page_or_document, refusal
from overens.web.parameters import Values, read_parameters
from overens.web.refused import Refused
from overens.web.respond import Sent, respond
from overens.web.shelf import Shelf, Shelved
from overens.web.views import View

S = TypeVar("S", Sent, Sent | Elsewhere)


class Portal:
    """What answers requests: the shelf, the clock, and what has been answered."""

    def __init__(self, shelf: Shelf, clock: Callable[[], date], finished: Finished) -> None:
        self._shelf = shelf
        self._clock = clock
        self._finished = finished

    def answer(self, view: View, request: Request) -> Sent | Elsewhere:
        """Return what is sent, or the address where it is found instead.

        Raises:
            Refused: If it cannot be answered.
        """

        def make(shelved: Shelved, today: date) -> Sent | Elsewhere:
            asked = _asked(shelved, today, request, read_parameters(request.url.query, view.takes, own=view.own))
            with self._shelf.lock:
                answer = view.ask(asked)
            return answer if isinstance(answer, Elsewhere) else respond(answer, asked)

        return self._kept(request, make)

    def oembed(self, request: Request) -> Sent:
        """Return how the address that a program asks about is embedded, or what is wrong with the question."""

        def make(shelved: Shelved, today: date) -> Sent:
            book, origin = addresses_of(shelved.library.register), _origin(request)
            with self._shelf.lock:
                return oembed(
                    request.url.query, origin, lambda address: look_up(shelved.library, book, address, today, origin)
                )

        try:
            sent = self._kept(request, make)
        except Refused as refused:
            return oembed_refusal(refused, _readable(request))
        return sent

    def _kept(self, request: Request, make: Callable[[Shelved, date], S]) -> Sent | S:
        shelved, today = self._shelf.now(), self._clock()
        key = (shelved.version, _told(shelved), today, _origin(request), _address(request))
        kept = self._finished.get(key)
        if kept is not None:
            return kept
        made = make(shelved, today)
        if isinstance(made, Sent):
            self._finished.keep(key, made)
        return made

    def refusal(self, refused: Refused, request: Request) -> Sent:
        """Return what says why a question has no answer, and where to go instead."""
        asked = as_page_or_document(_asked(self._shelf.now(), self._clock(), request, _readable(request)))
        embedded = request.state.target.embedded
        return replace(respond(refusal(refused, embedded=embedded), asked), file_name="", framed=embedded)


def _asked(shelved: Shelved, today: date, request: Request, values: Values) -> Asked:
    return Asked(
        shelved.library,
        addresses_of(shelved.library.register),
        request.state.target,
        dict(request.path_params),
        values,
        today,
        _origin(request),
        tuple(shelved.problems),
    )


def _readable(request: Request) -> Values:
    """Return the language, if that can be read; a page of refusal shows nothing else of what was asked."""
    wanted = request.query_params.get("lang")
    return {"lang": (wanted,)} if wanted in {one.value for one in Language} else {}


def _told(shelved: Shelved) -> Hashable:
    """Return what pages say of a newer library that cannot be shown: others are said of other problems."""
    problems = shelved.problems
    return (len(problems), problems[0].say()) if problems else None


def _origin(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


def _address(request: Request) -> tuple[Target, str]:
    return request.state.target, request.url.query
