"""Each page with kronor says how it is cited, and the address cited shows the same run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.builders import agreement_text

LINE = re.compile(r'<p class="cite">(\w+:) ([^<]*)<a href="([^"]*)">([^<]*)</a>([^<]*)</p>')
POT = "a: {namn: A, källa: k, belopp: 10 kr, till: SKR}"
NOW = TestClient(create_app(Shelf(), lambda: date(2026, 11, 22)), follow_redirects=False)


def line(portal: TestClient, address: str) -> tuple[str, ...]:
    """Return the parts of the page's citation: word, what, address twice, and the rest."""
    found = LINE.search(portal.get(address).text)
    assert found, address
    return found.groups()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/2024",
        "/2024/nassjo",
        "/2024/nassjo?lang=en",
        "/2024?as-known-on=2024-02",
        "/2024/kalender",
        "/2024/nassjo/kalender",
        "/2024/tidiga-besked",
        "/avtal?year=2024",
    ],
)
def test_the_address_cited_names_the_day_and_shows_the_same_run(address: str) -> None:
    _, what, href, shown, rest = line(NOW, address)
    assert href == shown
    assert href.startswith("http://testserver/")
    assert "as-known-on=2026-11-22" in href or "as-known-on=2024-02-29" in href
    again = line(NOW, href.replace("&amp;", "&").removeprefix("http://testserver"))
    assert (again[1], again[2], again[4]) == (what, href, rest)
    assert re.search(r"(körning|run) [0-9a-f]{12}\.$", rest)


def test_where_something_becomes_known_after_today_no_day_is_named(portal: TestClient) -> None:
    _, _, href, _, rest = line(portal, "/2026")
    assert href == "http://testserver/2026"
    assert "allt som är känt" in rest


def test_the_document_has_the_whole_run() -> None:
    document = NOW.get("/2024/nassjo.json").json()
    run = document["citation"]["run"]
    assert {name: run[name] for name in document["run"]} == document["run"]
    assert f"körning {run['whole'][:12]}." in line(NOW, "/2024/nassjo")[4]
    assert document["citation"]["own_files"] is False


def test_a_page_without_kronor_is_not_cited(portal: TestClient) -> None:
    assert "Citera" not in portal.get("/sok").text


def test_a_library_with_own_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "prov-2099.yaml").write_text(agreement_text(POT), encoding="utf-8")
    own = TestClient(create_app(Shelf((tmp_path,)), lambda: date(2026, 11, 22)))
    assert "med egna filer i biblioteket" in line(own, "/2024/nassjo")[4]
