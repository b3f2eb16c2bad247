"""Every page in both languages: real minus signs, no-break spaces in kronor, and å ä ö last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from overens.vocabulary.wording import swedish_order
from overens.web.views import VIEWS
from tests.web.addresses import LANGUAGES, SAMPLES, in_language

ASKED = [(address, language) for view in VIEWS for address in SAMPLES.get(view.name, ()) for language in LANGUAGES]
UNSEEN = ("script", "style", "code", "svg")
"""What is not read as text; code shows what is typed."""
MINUS = re.compile(r"(?<![\w.\-–/:])-\d")
BROKEN_KRONOR = re.compile(r"\d (?:kr|Mkr)\b|\d \d{3} \d{3}\b|\d \d{3}\u00a0(?:kr|Mkr)\b")


class Seen(HTMLParser):
    """What a visitor reads, piece by piece, with the line."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[tuple[int, str]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.pieces.append((self.getpos()[0], data))


def faults_of(page: str) -> Iterator[str]:
    """Yield what is wrongly set in a page: where, and what."""
    seen = Seen()
    seen.feed(page)
    for line, words in seen.pieces:
        for rule, fault in ((MINUS, "a hyphen for a minus"), (BROKEN_KRONOR, "kronor that may be broken")):
            yield from (f"{line}: {fault}: {found[0]!r} in {words.strip()[:80]!r}" for found in rule.finditer(words))


def places_in(page: str) -> list[list[str]]:
    """Return the names of places in each list of links on the page (a list, or the options of a field), in its order.

    What is chosen in a rule's sentence is no place.
    """
    found = []
    for block in re.findall(r"<(?:ul|datalist|select)\b.*?</(?:ul|datalist|select)>", page, re.DOTALL):
        links = re.findall(
            r'<a href="/2\d{3}/(?!kalender|andring|tidiga-besked)[a-z0-9-]+(?:\?[^"]*)?">([^<]+)</a>|<option[^>]*>([^<]+)</option>',
            block,
        )
        if 'id="falt-' in block:
            continue
        names = [(link or option).strip() for link, option in links]
        found.append([name for name in names if not name.isdigit()])
    return [names for names in found if len(names) > 2]


def by_place(name: str) -> str:
    """Return what a place is sorted by: a region by its county's name."""
    return swedish_order(name.removeprefix("Region "))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_has_a_sample(view: object) -> None:
    name = getattr(view, "name", "")
    assert SAMPLES.get(name), f"give {name} an address in tests/web/addresses.py"


@pytest.mark.parametrize(("address", "language"), ASKED, ids=str)
def test_a_page_is_set_as_swedish_figures_and_names_are(portal: TestClient, address: str, language: str) -> None:
    answer = portal.get(in_language(address, language))

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert list(faults_of(answer.text)) == []
    for names in places_in(answer.text):
        assert names == sorted(names, key=by_place), names[:10]


@pytest.mark.parametrize(
    "wrong",
    ["<p>-1 kr</p>", "<td>1 367 000 kr</td>", "<td>12 kr</td>", "<p>från -26 dagar</p>", "<p>5\u00a0000 Mkr</p>"],
)
def test_what_is_wrongly_set_is_found(wrong: str) -> None:
    assert list(faults_of(wrong))


@pytest.mark.parametrize(
    "right", ["<p>−1\u00a0kr</p>", "<td>1\u00a0367\u00a0000\u00a0kr</td>", "<p>2024-12-01</p>", "<code>x -1</code>"]
)
def test_what_is_rightly_set_is_not(right: str) -> None:
    assert list(faults_of(right)) == []


def test_a_list_of_places_in_another_order_is_found() -> None:
    page = '<ul><li><a href="/2024/are">Åre</a></li><li><a href="/2024/ale">Ale</a></li><li><a href="/2024/ange">Ånge</a></li></ul>'

    assert places_in(page) == [["Åre", "Ale", "Ånge"]]
