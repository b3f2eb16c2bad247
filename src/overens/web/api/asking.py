"""A request -> the question it puts to an address, and the answer as bytes, with its mark."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

from overens.usecases.citation import SHORT
from overens.usecases.resources.all import RESOURCES
from overens.vocabulary.wording import Language
from overens.web.addresses import addresses_of
from overens.web.api.address import BASE
from overens.web.api.closed_sets import names_of, with_names
from overens.web.api.endpoint import Endpoint, Question, Reply
from overens.web.api.endpoints import endpoints
from overens.web.api.openapi import describe
from overens.web.api.parameter import read_query, read_words, written_query
from overens.web.shelf import Shelf

MOST_DESCRIBED = 4
"""Descriptions that are kept: both languages, at two names of the portal; each answers every example."""


@dataclass(frozen=True)
class Put:
    """A request as it was put: where, with what after the question mark, and with what sent along."""

    origin: str
    path: str
    words: Mapping[str, str]
    query: str = ""
    sent: bytes = b""


class Api:
    """What answers programs: the shelf, the clock, and the descriptions that are made."""

    def __init__(self, shelf: Shelf, clock: Callable[[], date]) -> None:
        self._shelf = shelf
        self._clock = clock
        self._described: OrderedDict[tuple[str, str, date, Language], bytes] = OrderedDict()

    def answer(self, endpoint: Endpoint, put: Put) -> Reply:
        """Return the answer.

        Raises:
            Refused: If it cannot be answered.
        """
        now = self._shelf.now()
        words = read_words(put.words, endpoint.places)
        values = {"lang": Language.SWEDISH.value, **read_query(put.query, endpoint.takes)}
        question = Question(
            now.library,
            addresses_of(now.library.register),
            self._clock(),
            put.origin,
            put.path,
            words,
            values,
            written_query(put.query, endpoint.takes),
            put.sent,
            tuple(now.problems),
        )
        with self._shelf.lock:
            return endpoint.answer(question)

    def description(self, origin: str, language: Language) -> bytes:
        """Return the description that programs read; its examples are answered from the library as it is."""
        key = (self._shelf.now().version, origin, self._clock(), language)
        found = self._described.get(key)
        if found is None:
            told = describe(endpoints(), origin, language, partial(self._example, origin, language))
            found = self._described[key] = written(with_names(told, names_of(RESOURCES.values())))
            while len(self._described) > MOST_DESCRIBED:
                self._described.popitem(last=False)
        return found

    def _example(self, origin: str, language: Language, endpoint: Endpoint) -> Mapping[str, Any]:
        return self.answer(endpoint, example_put(endpoint, origin)).document


def example_put(endpoint: Endpoint, origin: str) -> Put:
    """Return the question that stands as the example of an address."""
    path, _, query = endpoint.example.partition("?")
    parts = zip(endpoint.path.split("/"), path.split("/"), strict=True)
    words = {name[1:-1]: word for name, word in parts if name.startswith("{")}
    sent = json.dumps(endpoint.sends_example).encode() if endpoint.sends else b""
    return Put(origin, BASE + path, words, query, sent)


def written(document: Mapping[str, Any]) -> bytes:
    """Return a document as it is sent."""
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def mark_of(run: str, body: bytes) -> str:
    """Return an answer's mark (ETag): the run behind it, if there is one, and the body itself, so that no two share one."""
    own = sha256(body).hexdigest()[:SHORT]
    return f'"{run[:SHORT]}-{own}"' if run else f'"{own}"'
