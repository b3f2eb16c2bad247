"""The real portal in a child process, and Chromium to look at it with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.browser.visitor import Visitor, visitor
from tests.web.chromium import chromium
from tests.web.serving.started import started

PORTAL = Path(__file__).with_name("real_portal.py")


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """Return how the portal is reached: http://127.0.0.1:8123."""
    chromium()
    with started(sys.executable, str(PORTAL)) as portal:
        yield portal.url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser; one a module, for its event loop would stand in the way of other tests' own."""
    path = chromium()
    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield launched
        finally:
            launched.close()


@pytest.fixture
def person(browser: Browser, origin: str) -> Iterator[Visitor]:
    """Return somebody at an ordinary screen, who notes what goes wrong."""
    with visitor(browser, origin) as one:
        yield one
