"""The page of what a pot's requirements have brought: how surely, and in kronor that are not exact."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.pages.test_scenario import seen

OPERATIONS = "/prestation/operationer-2025-del-2/operationer/region-jonkopings-lan"


@pytest.mark.parametrize(
    "words",
    [
        "Har tjänat in ≈ 4 019 400 kr",
        "Kan tjäna in som mest ≈ 18 270 000 kr om allt tjänas in",
        "Missade ≈ 14 250 600 kr kunde ha tjänats in, och förfaller",
        "Säkerhet: härlett, inte verifierat, ungefärligt – regionernas tak 2025 är inte tryckta",
    ],
)
def test_what_rests_on_an_inference_says_so(portal: TestClient, words: str) -> None:
    assert words in seen(portal, OPERATIONS)


def test_a_third_is_the_same_third_as_on_the_command_line(portal: TestClient) -> None:
    shares = "&".join(f"krav-{n}-andel-av-potten=1/3" for n in (1, 2, 3))
    page = "/prestation/tillganglighet-2024/bup/region-jonkopings-lan"
    words = seen(portal, f"{page}?{shares}&fordelning=befolkning@2023-12-31&utfall=exempel")
    assert "har tjänat in ≈ 9 533 727 kr och missat ≈ 6 196 922 kr" in words


@pytest.mark.parametrize(
    "words",
    [
        "Stockholm ≈ 108 943 333 kr ≈ 10 894 333 kr",
        "Gotland ≈ 3 383 333 kr ≈ 3 383 333 kr 0 kr",
        "Vad var och en tjänade in kommer ur en publicerad tabell",
    ],
)
def test_the_table_of_all_is_no_surer_than_its_sums(portal: TestClient, words: str) -> None:
    assert words in seen(portal, OPERATIONS.rpartition("/")[0])
