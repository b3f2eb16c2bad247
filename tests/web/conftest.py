"""One portal over the shipped library, asked in process."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf

TODAY = date(2024, 3, 1)


@pytest.fixture(scope="session")
def portal() -> TestClient:
    """Return a client of the portal, on a day in 2024; it follows no redirect."""
    return TestClient(create_app(Shelf(), lambda: TODAY), follow_redirects=False)
