"""The browser's script draws every kind of mark under a strict content security policy, and asks for nothing else."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from overens.export.charts.bars import Bar, draw_bars
from overens.export.charts.known_curve import KnownBy, draw_known_curve
from overens.export.charts.look import KR, Look
from overens.export.picture import Size, Theme
from overens.export.vega_bundle import make_bundle
from overens.notice.standing import Standing
from overens.vocabulary.wording import Language, plain
from tests.export.charts.drawing import curve, land_map

CHROMIUM = Path("/usr/bin/chromium")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
OPTIONS = {
    "mode": "vega-lite",
    "ast": True,
    "actions": False,
    "renderer": "svg",
    "defaultStyle": False,
    "tooltip": {"disableDefaultStyle": True},
}
RUN = """
window.against = []
document.addEventListener("securitypolicyviolation", (e) => window.against.push(e.violatedDirective))
const specs = %s, options = %s
Promise.all(specs.map((spec, n) => vegaEmbed("#picture-" + n, spec, options))).then(
  () => { window.done = "drawn" }, (error) => { window.done = String(error) })
"""


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here to draw in")
def test_it_draws_under_a_strict_policy_and_fetches_nothing() -> None:
    from playwright.sync_api import sync_playwright

    look = Look(Language.SWEDISH, Theme.LIGHT, Size.WIDE)
    bars = draw_bars([Bar(plain("Ale"), {Standing.CERTAIN: 4, Standing.TO_EARN: 2})], look, KR)
    specs = [bars, land_map(look), draw_known_curve(curve(KnownBy), 2024, look)]
    places = "".join(f'<div id="picture-{n}"></div>' for n in range(len(specs)))
    page = f'<!doctype html><title>x</title>{places}<script src="/vega.js"></script><script src="/run.js"></script>'
    files = {"/": page, "/vega.js": make_bundle(), "/run.js": RUN % (json.dumps(specs), json.dumps(OPTIONS))}
    kinds = {"/": "text/html", "/vega.js": "text/javascript", "/run.js": "text/javascript"}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in files else 404)
            self.send_header("Content-Type", f"{kinds.get(self.path, 'text/plain')}; charset=utf-8")
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(files.get(self.path, "").encode())

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
            tab = browser.new_page()
            asked: list[str] = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.goto(f"http://127.0.0.1:{server.server_port}/")
            tab.wait_for_function("window.done")
            found = tab.evaluate("[window.done, window.against, document.querySelectorAll('svg').length]")
            browser.close()
        server.shutdown()

    assert found == ["drawn", [], len(specs)]
    assert all(address.startswith(f"http://127.0.0.1:{server.server_port}/") for address in asked)
    assert {address.rsplit("/", 1)[1] for address in asked} <= {"", "vega.js", "run.js", "favicon.ico"}
