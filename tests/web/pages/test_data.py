"""/data and /data/TABLE: what there is to take along, its fields in words, and the same cells in every form."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from pyarrow import parquet
from starlette.testclient import TestClient

from overens.usecases.resources.all import RESOURCES
from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.cli.own_files import agreement, write
from tests.web.page_reader import read_page

HOSTILE = '=1+1<script>alert("å")</script>'


def csv_of(portal: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(portal.get(address).text)))


def test_every_table_is_listed_with_its_rows_and_linked(portal: TestClient) -> None:
    page = portal.get("/data").text
    rows = {one["name"]: int(one["rows"]) for one in csv_of(portal, "/data.csv")}
    assert list(rows) == list(RESOURCES)
    for name, n in rows.items():
        assert f'href="/data/{name}"' in page
        assert len(csv_of(portal, f"/data/{name}.csv")) == n


def test_it_is_linked_from_every_page(portal: TestClient) -> None:
    assert "/data" in read_page(portal.get("/2024").text).links


@pytest.mark.parametrize("name", ["agreements", "awards", "values"])
def test_every_form_has_the_same_rows_and_says_whence_it_is(portal: TestClient, name: str) -> None:
    address = f"/data/{name}{{}}?as-known-on=2023-12-31"
    table = parquet.read_table(io.BytesIO(portal.get(address.format(".parquet")).content))
    document = portal.get(address.format(".json")).json()
    assert table.num_rows == document["rows"] == len(csv_of(portal, address.format(".csv"))) > 0
    said = table.schema.metadata
    assert said[b"as_known_on"] == b"2023-12-31"
    assert said[b"source"].decode() == document["citation"]["address"].replace(".json", "")
    assert said[b"run"].decode() == document["citation"]["run"]["whole"]


def test_a_page_shows_the_first_rows_and_its_files_all(portal: TestClient) -> None:
    page = portal.get("/data/awards?sort=-awarded_kr").text
    first = max(
        (row for row in csv_of(portal, "/data/awards.csv") if row["awarded_kr"]), key=lambda row: int(row["awarded_kr"])
    )
    assert f'<data value="{first["awarded_kr"]}"' in page
    assert "Sidan visar de första" in page
    assert "Sidan visar de första" not in portal.get("/data/agreements?as-known-on=1990").text


def test_the_fields_are_told_in_both_languages(portal: TestClient) -> None:
    assert "tilldelat, kronor" in portal.get("/data/awards").text
    assert "awarded, kronor" in portal.get("/data/awards?lang=en").text


def test_an_unknown_table_and_a_form_that_is_not_there_say_what_there_is(portal: TestClient) -> None:
    sent = portal.get("/data/award")
    assert (sent.status_code, "Menade du &#39;awards&#39;?" in sent.text) == (404, True)
    assert portal.get(f"/data/{'x' * 200}").status_code == 404
    assert portal.get("/data.parquet").status_code == 404


def test_what_is_hostile_in_a_file_is_harmless_on_the_page(tmp_path: Path) -> None:
    own = write(tmp_path, prov_yaml=agreement(amount=f"{10**19} kr").replace("namn: Prov\n", f"namn: '{HOSTILE}'\n"))
    portal = TestClient(create_app(Shelf((own,)), lambda: date(2024, 3, 1)), follow_redirects=False)
    assert "<script>alert" not in portal.get("/data/agreements?sort=-total_kr").text
    assert HOSTILE in portal.get("/data/agreements.json").json()["columns"]["name"]
    assert f"'{HOSTILE}" in {row["name"] for row in csv_of(portal, "/data/agreements.csv")}
    refused = portal.get("/data/pots.parquet")
    assert (refused.status_code, str(10**19) in refused.text) == (422, True)
    assert str(10**19) in {row["amount_kr"] for row in csv_of(portal, "/data/pots.csv")}
