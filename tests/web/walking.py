"""The library -> every address of the portal, and the answers to them, each view asked once however many forms are read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import StringIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.routing import compile_path
from starlette.testclient import TestClient

from overens.usecases.library import Library
from overens.vocabulary.recipients import Recipient, Register
from overens.web.addresses import Addresses, address_book
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.form import Form, read_target
from overens.web.parameters import read_parameters
from overens.web.respond import respond
from overens.web.views import VIEWS, View
from tests.web.page_reader import Page, read_page

DAY = date(2024, 3, 1)
PATTERNS = [(compile_path(view.path)[0], view) for view in VIEWS]


@dataclass(frozen=True)
class Walked:
    """An address, and what its view answered."""

    view: View
    asked: Asked
    answer: Answer

    @property
    def html(self) -> str:
        return self.sent(Form.PAGE).decode()

    @property
    def page(self) -> Page:
        return read_page(self.html)

    def rows(self, table: str, form: Form = Form.CSV) -> list[dict[str, str]]:
        """Return the rows of one of the page's downloads."""
        text = self.sent(form, table).decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text), delimiter=";" if form is Form.EXCEL else ","))

    def document(self) -> dict[str, Any]:
        return json.loads(self.sent(Form.JSON))  # type: ignore[no-any-return]  # a document is an object

    def sent(self, form: Form, table: str = "") -> bytes:
        """Return the page in a form, or one of its tables."""
        values = {**self.asked.values, **({"table": (table,)} if table else {})}
        target = replace(self.asked.target, form=form)
        return respond(self.answer, replace(self.asked, target=target, values=values)).body


def view_of(path: str) -> tuple[View, dict[str, str]]:
    """Return the view that an address belongs to, and the words in the address."""
    return next((view, found.groupdict()) for pattern, view in PATTERNS if (found := pattern.match(path)))


def walk(library: Library, address: str) -> Walked:
    """Ask the view once, without a server between."""
    parts = urlsplit(address)
    view, words = view_of(parts.path)
    values = read_parameters(parts.query, view.takes, own=view.own)
    asked = Asked(library, book(library.register), read_target(parts.path), words, values, DAY, "http://localhost")
    answer = view.answer(asked)
    assert isinstance(answer, Answer), (address, answer)
    return Walked(view, asked, answer)


@cache
def book(register: Register) -> Addresses:
    return address_book(register)


def library_of(portal: TestClient) -> Library:
    """Return the library that the portal answers from."""
    return portal.app.state.portal._shelf.now().library  # type: ignore[attr-defined,no-any-return]  # an ASGI app to its client


def places(library: Library) -> list[tuple[Recipient, str]]:
    """Return every region, municipality and county with its word in addresses."""
    return [(who, book(library.register).word(who)) for who in library.register.everyone]


def some_places(library: Library, year: int) -> list[str]:
    """Return one place in twenty-five, others each year, always a region, a municipality and a county."""
    every = [word for _, word in places(library)]
    return sorted({*every[year % 25 :: 25], "vastra-gotalandsregionen", "nassjo", "jonkopings-lan"})


def whys(library: Library, year: int, word: str) -> Iterator[str]:
    """Yield the addresses of why a place gets what it gets."""
    found = walk(library, f"/{year}/{word}")
    for row in found.rows("pots"):
        yield f"/{year}/{word}/{row['agreement']}/{row['pot']}"


def asked_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))
