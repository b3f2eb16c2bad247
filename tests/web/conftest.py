"""One portal over the shipped library, asked in process, and one small edition of it, published in one process."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.web.publishing.small import EARLY, publish_small

TODAY = date(2024, 3, 1)


@pytest.fixture(scope="session")
def portal() -> TestClient:
    """Return a client of the portal, on a day in 2024; it follows no redirect."""
    return TestClient(create_app(Shelf(), lambda: TODAY), follow_redirects=False)


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an edition, which no test changes; it lies by itself in another."""
    folder = tmp_path_factory.mktemp("edition") / "sub"
    publish_small(folder)
    return folder


@pytest.fixture(scope="session")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the edition as known early, which no test changes."""
    folder = tmp_path_factory.mktemp("early") / "sub"
    publish_small(folder, EARLY)
    return folder
