"""The portal in a browser -> the pictures of it in docs/bilder; run by hand: python -m pages.screenshots."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import ViewportSize, sync_playwright

from tests.web.chromium import chromium
from tests.web.serving.started import started

PICTURES = Path(__file__).parents[1] / "docs" / "bilder"
SHOWN = {
    "framsidan": "/",
    "plats": "/2024/region-jonkopings-lan",
    "avtal": "/avtal/kvinnors-halsa-2024",
    "scenario": "/scenario/kvinnors-halsa-2024/befolkning?golv=20000000",
    "varfor": "/2024/region-jonkopings-lan/kvinnors-halsa-2024/befolkning",
}
"""Name of a picture -> what it shows."""
SIZE = ViewportSize(width=1200, height=1100)


def main() -> None:
    """Start the portal, and take a picture of the top of each page."""
    PICTURES.mkdir(exist_ok=True)
    serve = "from overens.cli.start import main; main()"
    with started(sys.executable, "-c", serve, "serve", "--port", "0") as portal, sync_playwright() as play:
        urlopen(portal.url).read()
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        for name, address in SHOWN.items():
            page.goto(portal.url + address, wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
