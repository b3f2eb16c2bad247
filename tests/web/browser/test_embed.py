"""A picture and a table as others show them: framed by a page of another origin, without scripts, by axe, on paper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browser.axe import violations
from tests.web.browser.visitor import visitor

PICTURE, TABLE = "/2024/bild/karta", "/2024/tabell/regions"
REFUSAL = "/2024/tabell/region"
HOST = """<!doctype html><html lang="sv"><title>Värd</title><h1>Värd</h1>
<iframe src="{src}" title="Ram" width="{width}" height="300" style="border:0"></iframe>
<script>
window.said = [];
const frame = document.querySelector("iframe");
addEventListener("message", (event) => {{
  if (event.source !== frame.contentWindow || !Number.isInteger(event.data)) return;
  window.said.push([event.data, event.origin]);
  frame.height = event.data;
}});
</script></html>"""


class _Host(BaseHTTPRequestHandler):
    """Another site: shows, in a frame of the width that its address begins with, the address that it ends with."""

    def do_GET(self) -> None:
        width, _, src = unquote(self.path[1:]).partition("/")
        body = HOST.format(src=src, width=width).encode() if src else b""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Return how another site is reached: another name and another port than the portal's."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("address", [PICTURE, TABLE, f"{PICTURE}?lang=en", REFUSAL])
def test_another_site_can_show_it_and_make_the_frame_as_high_as_it_is(
    browser: Browser, origin: str, host: str, address: str
) -> None:
    with visitor(browser, origin) as one:
        one.page.goto(f"{host}/720/{origin}{address}", wait_until="networkidle")
        inside = one.page.frame_locator("iframe")
        expect(inside.locator("h1")).to_be_visible()
        if "bild" in address:
            assert inside.locator("img").evaluate("(one) => one.complete && one.naturalWidth > 0")
        if address != REFUSAL:
            expect(inside.locator(".cite")).to_contain_text("Överens")
        one.page.wait_for_function("window.said.length && document.querySelector('iframe').height != 300")
        high, whose = one.page.evaluate("window.said.at(-1)")
        assert whose == origin
        assert 100 < high < 3_000
        one.page.wait_for_timeout(200)
        frame = one.page.frames[1]
        assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"), "all of it is seen"
        assert frame.evaluate(
            "(document.querySelector('.scroll')?.scrollHeight ?? 0) <= (document.querySelector('.scroll')?.clientHeight ?? 0) + 1"
        )
        assert [fault for fault in one.faults if "404" not in fault] == []


@pytest.mark.parametrize("address", ["/2024", "/2024/nassjo", "/2024/bild/karta.svg", "/finns/inte/alls"])
def test_no_other_page_can_be_framed(browser: Browser, origin: str, host: str, address: str) -> None:
    with visitor(browser, origin) as one:
        one.page.goto(f"{host}/720/{origin}{address}", wait_until="networkidle")
        assert any("frame-ancestors 'none'" in fault for fault in one.faults), one.faults
        assert one.page.frame_locator("iframe").locator("main, svg, pre").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("address", [PICTURE, TABLE, f"{TABLE}?lang=en&as-known-on=2024-02", REFUSAL])
def test_nothing_is_wrong_for_anyone(browser: Browser, origin: str, address: str, width: int, theme: str) -> None:
    with visitor(browser, origin, viewport={"width": width, "height": 500}, color_scheme=theme) as one:
        one.go(address, "load")
        assert violations(one.page) == []
        assert one.overflow() == ""


def test_a_long_table_scrolls_within_the_frame_and_its_source_stays_in_sight(browser: Browser, origin: str) -> None:
    with visitor(browser, origin, viewport={"width": 720, "height": 640}) as one:
        one.go("/avtal/tabell/agreements", "load")
        assert one.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        expect(one.page.locator(".cite")).to_be_in_viewport(ratio=1)
        one.page.locator(".scroll").evaluate("(one) => one.scrollTo(500, 2000)")
        expect(one.page.locator("thead th").first).to_be_in_viewport(ratio=0.9)


def test_it_needs_no_script_and_asks_nobody_else(browser: Browser, origin: str) -> None:
    for address in (PICTURE, TABLE):
        with visitor(browser, origin, java_script_enabled=False) as one:
            one.page.goto(origin + address, wait_until="networkidle")
            expect(one.page.locator("picture img" if address == PICTURE else "tfoot")).to_be_visible()
        with visitor(browser, origin) as one:
            one.go(address)
            assert one.wrongs() == []


def test_on_paper_a_long_table_is_whole(browser: Browser, origin: str) -> None:
    with visitor(browser, origin, viewport={"width": 720, "height": 400}) as one:
        one.go(TABLE, "load")
        one.page.emulate_media(media="print")
        assert one.page.locator(".scroll").evaluate("(one) => one.scrollHeight <= one.clientHeight + 1")
        expect(one.page.locator("tfoot")).to_be_visible()


def test_a_link_opens_the_whole_page_beside_the_one_that_frames_it(browser: Browser, origin: str, host: str) -> None:
    with visitor(browser, origin) as one:
        one.page.goto(f"{host}/720/{origin}{TABLE}", wait_until="networkidle")
        with one.context.expect_page() as opened:
            one.page.frame_locator("iframe").get_by_role("link", name="Hela sidan").click()
        expect(opened.value.locator("h1")).to_have_text("Statsbidragen 2024")
        assert opened.value.evaluate("opener === null")
        assert one.page.url.startswith(host)


def test_the_code_is_found_and_copied_from_the_page(browser: Browser, origin: str) -> None:
    with visitor(browser, origin, java_script_enabled=False) as one:
        one.page.goto(f"{origin}/2024/nassjo")
        one.page.locator("#avtal ~ .takeaway summary, #vad-vi-far ~ .takeaway summary, .takeaway summary").first.click()
        code = one.page.locator(".takeaway details[open] code").first.inner_text()
        assert code.startswith(f'<iframe src="{origin}/2024/nassjo/')
