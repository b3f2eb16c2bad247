"""Where Chromium is; without it browser tests are skipped and say so, but where CI=true they fail."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser")
ABSENT = "no Chromium on this machine: apt-get install chromium (as .ci/run does)"


def chromium() -> str:
    """Return the path of Chromium, or skip the test that asks; where CI=true nothing is skipped."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(ABSENT)
    return found or pytest.skip(ABSENT)
