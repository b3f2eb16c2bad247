"""A year's announcement as a page: the same text and tables as its Markdown and Word, sums that the downloads give."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.web.pages.sums import sums_on

ADDRESS = "/2024/pressmeddelande"


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?as-known-on=2023-12-21", "/2021/pressmeddelande?lang=en"])
def test_every_sum_is_that_of_its_download(portal: TestClient, address: str) -> None:
    found = list(sums_on(portal, address))
    assert found
    assert [one for one in found if one.shown != one.summed] == []


def test_the_year_links_to_it_and_it_to_agreements_and_places(portal: TestClient) -> None:
    assert f'href="{ADDRESS}"' in portal.get("/2024").text
    assert "pressmeddelande" not in portal.get("/1999").text
    page = portal.get(ADDRESS).text
    for path in ("/avtal/cancer-2024", "/2024/region-skane", "/2024/jonkopings-lan", "/2024"):
        assert f'href="{path}"' in page


def test_it_can_be_taken_along_as_word_and_markdown(portal: TestClient) -> None:
    page = portal.get(ADDRESS).text
    assert page.count("/2024/pressmeddelande.docx") == page.count("/2024/pressmeddelande.md") == 1
    word, markdown = (portal.get(f"{ADDRESS}{ending}") for ending in (".docx", ".md"))
    assert word.content == portal.get(f"{ADDRESS}.docx").content
    assert word.headers["content-type"].endswith("wordprocessingml.document")
    assert "overens-2024-pressmeddelande.docx" in word.headers["content-disposition"]
    assert markdown.text.startswith("# Statsbidragen till regioner och kommuner 2024\n")


def test_every_form_says_how_it_is_cited(portal: TestClient) -> None:
    cited = portal.get(f"{ADDRESS}.json").json()["citation"]["words"]
    assert cited in portal.get(f"{ADDRESS}.md").text
    assert cited in portal.get(ADDRESS).text


def test_the_tables_can_be_taken_along(portal: TestClient) -> None:
    for table, rows in (("regions", 21), ("counties", 21), ("certainty", 4)):
        sent = portal.get(f"{ADDRESS}.csv", params={"table": table})
        assert len(list(csv.DictReader(io.StringIO(sent.text)))) == rows
    assert portal.get(f"{ADDRESS}.csv").text == portal.get(f"{ADDRESS}.csv", params={"table": "regions"}).text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/1999/pressmeddelande", 200, "Inget avtal för 1999 finns i biblioteket"),
        ("/2024/pressmeddelande?as-known-on=2020", 200, "Det finns inget att meddela."),
        ("/3024/pressmeddelande", 404, "är inget år"),
        ("/2024/pressmeddelande?nej=1", 422, "känner inte till"),
        ("/2024/pressmeddelande.xlsx", 404, "finns inte som"),
        ("/2024/pressmeddelande.csv?table=nej", 422, "nej"),
    ],
)
def test_what_cannot_be_had_is_said(portal: TestClient, address: str, status: int, said: str) -> None:
    answer = portal.get(address)
    assert (answer.status_code, said in answer.text) == (status, True)


def test_a_year_without_agreements_has_its_word_and_markdown_too(portal: TestClient) -> None:
    assert "Inget avtal för 1999" in portal.get("/1999/pressmeddelande.md").text
    assert portal.get("/1999/pressmeddelande.docx").status_code == 200
