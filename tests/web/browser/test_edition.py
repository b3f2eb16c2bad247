"""A static edition on nothing but a file server, in a folder within it: pages, pictures, search and downloads in a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.browser.axe import violations
from tests.web.browser.visitor import Visitor, visitor
from tests.web.chromium import chromium

PAGES = (
    "index.html",
    "en/index.html",
    "2017/index.html",
    "2017/region-gotland/index.html",
    "en/2017/region-gotland/kalender/index.html",
    "avtal/index.html",
    "prestation/index.html",
    "tidiga-besked/index.html",
    "sok/index.html",
    "om/index.html",
    "utgavan/index.html",
    "en/utgavan/index.html",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(edition: Path) -> Iterator[str]:
    """Return where the edition is served: http://127.0.0.1:8123/sub/."""
    chromium()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(edition.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def reader(browser: Browser, served: str) -> Iterator[Visitor]:
    """Return one who looks at the edition, and notes what goes wrong."""
    with visitor(browser, served) as one:
        yield one


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_and_for_everyone(reader: Visitor, page: str) -> None:
    assert reader.go(f"/sub/{page}") == 200
    reader.see_all()

    assert violations(reader.page) == []
    assert reader.overflow() == ""
    assert reader.page.evaluate("[...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)") == []
    assert [one for one in reader.wrongs() if "/sub/" not in one] == []


def test_one_finds_a_place_and_takes_its_table(reader: Visitor) -> None:
    reader.go("/sub/index.html")
    reader.page.fill("#sok", "gotl")
    reader.page.get_by_role("option", name="Region Gotland").wait_for()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/2017/region-gotland/index.html")
    table = reader.page.locator(".takeaway a", has_text="CSV").first.get_attribute("href")
    answer = reader.page.request.get(str(reader.page.evaluate("(to) => new URL(to, location.href).href", table)))

    assert answer.ok
    assert answer.text().count("\n") > 1


def test_a_search_that_is_sent_is_answered_by_the_page(reader: Visitor) -> None:
    reader.go("/sub/sok/index.html?q=gotland")
    reader.page.locator("#traffar a", has_text="Region Gotland").wait_for()
    reader.go("/sub/sok/index.html?q=zzzz")
    reader.page.locator("#inga-traffar").wait_for()


def test_a_folder_name_alone_leads_to_its_page(reader: Visitor, served: str) -> None:
    assert reader.go("/sub/2017/region-gotland") == 200
    assert Path(reader.page.url.removeprefix(served)) == Path("/sub/2017/region-gotland")
