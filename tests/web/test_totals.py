"""Every total on every page is that of its download, to the krona."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

import pytest
from starlette.testclient import TestClient

from overens.usecases.library import Library
from overens.web.form import Form
from overens.web.views import VIEWS
from tests.web.page_reader import Number, Page
from tests.web.walking import Walked, library_of, places, some_places, walk, whys

NEWEST = 2024
YEARS = range(2017, 2027)
UNITS = {"kr": 1, "Mkr": 1_000_000, "miljoner": 1_000_000, "million": 1_000_000}
NO_KRONOR_SUMMED = {"search"}
"""Views that sum nothing."""


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


def test_every_place_of_a_year_sums_as_its_downloads(library: Library) -> None:
    _check(walk(library, f"/{NEWEST}/{word}") for _, word in places(library))
