"""What an address of the interface is: what may be asked there, what answers, and how it is described."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from overens.usecases.library import Library
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import Language, Text
from overens.web.addresses import Addresses
from overens.web.api.address import BASE
from overens.web.api.parameter import Parameter, Schema


@dataclass(frozen=True)
class Question:
    """What a program asks.

    Attributes:
        origin: How the portal is reached: https://statsbidrag.example.
        path: The address asked, below the origin.
        words: The value of each named place in the address.
        values: The value of each parameter, or its default.
        given: The parameters as they were written.
        sent: What was sent along, if anything.
        problems: What is wrong in newer files, which therefore are not shown.
    """

    library: Library
    addresses: Addresses
    today: date
    origin: str
    path: str
    words: Mapping[str, Any]
    values: Mapping[str, Any]
    given: Mapping[str, str] = field(default_factory=dict)
    sent: bytes = b""
    problems: tuple[Problem, ...] = ()

    @property
    def language(self) -> Language:
        """The language of sentences in the answer."""
        return Language(self.values["lang"])

    @property
    def day(self) -> date | None:
        """The day it is to be as known on; None for all that is known."""
        day: date | None = self.values.get("as_known_on")
        return day

    def link(self, rel: str, path: str = "", **changed: object) -> dict[str, str]:
        """Return a link to the same question with something changed; to another address with nothing but the path."""
        given = {**self.given, **{name: str(value) for name, value in changed.items()}}
        query = f"?{urlencode(given, safe=',')}" if given and not path else ""
        return {"href": f"{self.origin}{path or quote(self.path)}{query}", "rel": rel, "method": "GET"}


@dataclass(frozen=True)
class Reply:
    """What is answered: a document, and the hash of the run behind it."""

    document: Mapping[str, Any]
    run: str = ""


@dataclass(frozen=True)
class Endpoint:
    """An address of the interface (ändpunkt).

    Attributes:
        name: What programs call it: list_awards.
        path: Below the base, with names in braces.
        answer: Answers the question; Refused where it cannot be.
        places: The named places in the path, in order.
        takes: What may stand after the question mark.
        schema: What the answer holds, in the language of the description.
        example: Path and query of a question that has an answer in the shipped library.
        sends: What is to be sent, if it is not only read.
        sends_example: Something that may be sent.
    """

    name: str
    path: str
    title: Text
    about: Text
    answer: Callable[[Question], Reply]
    schema: Callable[[Language], Schema]
    example: str
    places: Sequence[Parameter] = ()
    takes: Sequence[Parameter] = ()
    sends: Schema | None = None
    sends_example: Mapping[str, Any] | None = None

    @property
    def method(self) -> str:
        """How it is asked."""
        return "GET" if self.sends is None else "POST"

    @property
    def route(self) -> str:
        """The whole path."""
        return BASE + self.path


LINKS: Schema = {
    "type": "array",
    "items": {"$ref": "#/components/schemas/Link"},
}
LINK: Schema = {
    "type": "object",
    "required": ["href", "rel", "method"],
    "additionalProperties": False,
    "properties": {
        "href": {"type": "string", "format": "uri"},
        "rel": {
            "type": "string",
            "enum": ["self", "first", "prev", "next", "last", "alternate", "collection", "describedby", "service-doc"],
        },
        "method": {"type": "string", "enum": ["GET", "POST"]},
    },
}
