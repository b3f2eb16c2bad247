"""Settings for every test: examples are drawn the same on every run, and nothing is timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("the house", deadline=None, derandomize=True)
settings.load_profile("the house")
