"""Walked from the front page, in both languages and on another day: no link is dead, and no page is unfinished."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
import pytest
from starlette.testclient import TestClient

from overens.web.api.address import is_api
from overens.web.form import read_target
from tests.web.page_reader import Page, read_page
from tests.web.walking import view_of

MOST_OF_A_KIND = 7
"""As many pages of each kind as are read."""
MOST_FILES = 1
"""As many files of each kind, form and table as are asked for."""
STARTS = ("/", "/?lang=en&as-known-on=2023-12-31")
KINDS = {
    "": "text/html",
    ".json": "application/json",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".svg": "image/svg+xml",
}
DRAWN = (".svg", ".png")
MOST_DRAWN = 1
"""As many drawings of each kind as are drawn: each takes a tenth of a second and more."""


@dataclass
class Crawl:
    """What a walk has seen: each page, who links to each address, and what is wrong."""

    pages: dict[str, Page] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=STARTS)
def crawl(portal: TestClient, request: pytest.FixtureRequest) -> Crawl:
    return walked(portal, request.param)


def walked(portal: TestClient, start: str) -> Crawl:
    """Follow links breadth first, so many pages of each kind; note every address that is linked to."""
    found, waiting, of_kind = Crawl(), deque([start]), defaultdict[str, int](int)
    while waiting:
        address = waiting.popleft()
        if address in found.pages or of_kind[_kind(address)] >= MOST_OF_A_KIND:
            continue
        sent = portal.get(address)
        if sent.status_code in (307, 308):
            found.linked.setdefault(sent.headers["location"], address)
            waiting.append(sent.headers["location"])
            continue
        if sent.status_code != 200:
            found.wrong.append(f"{address} is {sent.status_code}, from {found.linked.get(address)}")
            continue
        of_kind[_kind(address)] += 1
        page = read_page(sent.text)
        found.pages[address], found.html[address] = page, sent.text
        for link in dict.fromkeys([*page.links, *page.drawn, *page.files]):
            target = link.partition("#")[0]
            if target.startswith("/"):
                found.linked.setdefault(target, address)
                if _is_page(target) and _keeps(target, start.replace("/?", f"{urlsplit(target).path}?")):
                    waiting.append(target)
    return found


def _get(portal: TestClient, address: str) -> httpx.Response:
    sent: httpx.Response = portal.get(address)
    return _get(portal, sent.headers["location"]) if sent.status_code in (307, 308) else sent


@cache
def _kind(address: str) -> str:
    """Return the view, and which questions it is asked: each is a kind of its own."""
    parts = urlsplit(address)
    names = sorted({name for name, _ in parse_qsl(parts.query)} - {"lang", "as-known-on", "sort"})
    return " ".join([view_of(read_target(unquote(parts.path)).path)[0].name, *names])


@cache
def _is_page(target: str) -> bool:
    path = urlsplit(target).path
    return not path.startswith(("/static/", "/api/")) and "." not in path and not read_target(unquote(path)).embedded


def test_every_link_is_answered(crawl: Crawl) -> None:
    assert len({_kind(one) for one in crawl.pages}) > 12
    assert not crawl.wrong, "\n".join(crawl.wrong[:30])


def test_what_is_linked_to_is_what_it_promises(crawl: Crawl, portal: TestClient) -> None:
    asked, wrong = defaultdict[str, int](int), []
    for target, at in crawl.linked.items():
        suffix = _suffix(target)
        kind = f"{_kind_of_file(target)}{suffix}"
        asked[kind] += 1
        if asked[kind] > (MOST_DRAWN if suffix in DRAWN else MOST_FILES):
            continue
        sent = _get(portal, target)
        if (
            sent.status_code != 200
            or not sent.content
            or not sent.headers["content-type"].startswith(_promised(target, suffix))
        ):
            wrong.append(f"{target} is {sent.status_code} {sent.headers.get('content-type')}, from {at}")
        elif suffix == ".json":
            json.loads(sent.content)
    assert not wrong, "\n".join(wrong[:30])


def _kind_of_file(target: str) -> str:
    parts = urlsplit(target)
    if parts.path.startswith("/static/") or is_api(parts.path):
        return parts.path
    asked = read_target(unquote(parts.path))
    return " ".join(
        [view_of(asked.path)[0].name, asked.picture.rstrip("0123456789"), asked.table, _asked(parts.query, "table")]
    )


def _suffix(target: str) -> str:
    name = urlsplit(target).path.rpartition("/")[2]
    return f".{name.rpartition('.')[2]}" if "." in name else ""


def _promised(target: str, suffix: str) -> str:
    return "application/json" if is_api(urlsplit(target).path) else KINDS.get(suffix, "")


def test_no_anchor_is_dead(crawl: Crawl) -> None:
    wrong = [f"{link} on {at}" for at, page in crawl.pages.items() for link in page.links if _dead(crawl, at, link)]
    assert not wrong, "\n".join(dict.fromkeys(wrong[:30]))


def _dead(crawl: Crawl, at: str, link: str) -> bool:
    target, _, anchor = link.partition("#")
    page = crawl.pages.get(target or at)
    return bool(anchor) and page is not None and anchor not in page.ids


def test_language_and_day_follow_every_link(crawl: Crawl) -> None:
    """One may leave them only for the same page in the other language, or as known on another day."""
    wrong = [f"{link} on {at}" for at, page in crawl.pages.items() for link in page.links if not _keeps(link, at)]
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:30])


WITHOUT_DAY = ("/api/v1/openapi.json", "/api/v1/api-info")
"""What is the same as known on any day."""


def _keeps(link: str, at: str) -> bool:
    to, of = urlsplit(link), urlsplit(at)
    if to.path in WITHOUT_DAY:
        return _asked(to.query, "lang") == _asked(of.query, "lang")
    if to.path.startswith("/api/"):  # where names of parameters are written with an underscore
        to = to._replace(query=to.query.replace("as_known_on", "as-known-on"))
    left = [name for name in ("lang", "as-known-on") if _asked(to.query, name) != _asked(of.query, name)]
    return not link.startswith("/") or not left or (len(left) == 1 and to.path == of.path)


def _asked(query: str, name: str) -> str:
    return dict(parse_qsl(query)).get(name, "")


def test_every_page_is_a_whole_page(crawl: Crawl) -> None:
    wrong = [f"{what} on {at}" for at, page in crawl.pages.items() for what in _unfinished(page)]
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:30])


def _unfinished(page: Page) -> Iterator[str]:
    if len(page.h1) != 1 or not page.h1[0]:
        yield f"h1 {page.h1}"
    if not page.title.removesuffix("· Överens").strip():
        yield "no title"
    if page.language not in ("sv", "en"):
        yield f"language {page.language!r}"
    yield from (f"#{one} twice" for one in {one for one in page.ids if page.ids.count(one) > 1})
    yield from (f"labelled by #{one}, which is not there" for one in page.labelled_by if one not in page.ids)
    yield from (f"{one} without alt" for one in page.unnamed)
    for table in page.tables:
        if not table.caption:
            yield "a table without caption"
        if table.rows and not table.row_headings:
            yield f"no heading of a row in {table}"
    if not page.whole:
        yield "no end"
