"""The small edition, published in one process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.publishing.small import publish_small


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return its folder, which no test changes."""
    folder = tmp_path_factory.mktemp("edition") / "sub"
    publish_small(folder)
    return folder
