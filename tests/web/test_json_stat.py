"""Every table of every kind of page as JSON-stat: valid, and read back to exactly the cells of its CSV."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from jsonstat_validator import validate_jsonstat
from starlette.testclient import TestClient

from overens.export.json_stat import cube_of
from overens.usecases.library import Library
from overens.web.form import Form
from tests.export.read_json_stat import cells_of, status_of
from tests.web.addresses import SAMPLES
from tests.web.walking import library_of, walk

MUST = {
    "year": ("regions", "counties", "agreements", "pots"),
    "place": ("pots", "months", "agreements"),
    "agreement": ("recipients", "awards", "tree"),
    "why": ("recipients",),
    "performance": ("recipients", "months", "met"),
    "data-table": ("values",),
}
"""Tables that are statistics; a change that takes the key from one of them is seen here."""
LARGEST = 2_000
"""Rows of the tables that are read back here; the larger ones are of the same kinds."""


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


@pytest.mark.parametrize("view", SAMPLES)
def test_what_is_read_back_is_the_csv(library: Library, view: str) -> None:
    had = set()
    for address in SAMPLES[view]:
        page = walk(library, address)
        for name, table in page.answer.tables.items():
            cube = cube_of(table)
            if cube is None:
                continue
            had.add(name)
            if len(table.rows) > LARGEST:
                continue
            sent = page.sent(Form.JSONSTAT, name)
            assert validate_jsonstat(json.loads(sent))
            dataset = json.loads(sent, parse_float=Decimal)
            rows = page.rows(name)
            key = [tuple(_bare(row[one]) for one in cube.keys) for row in rows]
            told = {(*of, metric): row[metric] for of, row in zip(key, rows, strict=True) for metric in cube.metrics}
            assert cells_of(dataset) == told, (address, name)
            if cube.status is not None:
                known = {
                    (*of, metric): row[cube.status]
                    for of, row in zip(key, rows, strict=True)
                    for metric in cube.metrics
                    if row[metric] and row[cube.status]
                }
                assert status_of(dataset) == known, (address, name)
    assert set(MUST.get(view, ())) <= had


def _bare(words: str) -> str:
    """Return words without what CSV puts before a formula."""
    return words[1:] if words.startswith("'") and words[1:2] in {"=", "+", "-", "@"} else words


def dataset(portal: TestClient, address: str) -> Any:
    sent = portal.get(address)
    assert sent.status_code == 200, sent.text[:300]
    return sent.json()


def test_regions_have_names_codes_and_whole_kronor(portal: TestClient) -> None:
    found = dataset(portal, "/2024.jsonstat.json?table=regions")
    assert found["dimension"]["code"]["category"]["label"]["06"] == "Jönköpings län"
    assert found["role"] == {"geo": ["code"], "metric": ["metric"]}
    assert found["extension"]["citation"]["run"]["whole"]
    assert found["source"].startswith("Överens ")


def test_a_dataset_is_of_the_day_it_is_as_known_on_and_the_same_each_time(portal: TestClient) -> None:
    address = "/2024.jsonstat.json?as-known-on=2023-12-31&lang=en"
    assert dataset(portal, address)["updated"] == "2023-12-31"
    assert dataset(portal, address)["value"] == dataset(portal, f"{address}&table=regions")["value"]
    assert dataset(portal, address)["label"] == "The regions 2024, kronor"


def test_made_up_outcomes_are_called_so(portal: TestClient) -> None:
    address = SAMPLES["performance"][0].replace("?", ".jsonstat.json?")
    (note,) = dataset(portal, address)["note"]
    assert "påhitta" in note.lower()
    assert "note" not in dataset(portal, "/2024.jsonstat.json")


def test_a_table_without_a_key_says_what_to_take_instead(portal: TestClient) -> None:
    for address in ("/sok.jsonstat.json?q=habo", "/data/awards.jsonstat.json"):
        sent = portal.get(address)
        assert sent.status_code == 404
        assert ".csv" in json.dumps(sent.json(), ensure_ascii=False)
    assert portal.get("/2024.jsonstat.json?table=xyzzy").status_code == 422
    assert portal.get("/tillganglighet.jsonstat.json").status_code == 404


def test_a_page_links_to_json_stat_only_where_there_is_one(portal: TestClient) -> None:
    assert "/2024.jsonstat.json?table=counties" in portal.get("/2024").text
    assert ".jsonstat.json" not in portal.get("/sok?q=habo").text
