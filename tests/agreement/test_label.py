"""The label of a file: whether it may be what is asked for, without reading it whole."""

from __future__ import annotations

import pytest

from overens.agreement.label import EVERYTHING, Wanted, id_of
from tests.builders import shipped_agreements


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("id: a\navser: 2024\n", {2024}),
        ("id: a\navser: '2024' # året\n", {2024}),
        ("id: a\r\navser: 2020–2022\r\n", {2020, 2021, 2022}),
        ("id: a\navser: nästa år\n", {2020, 2024, 2030}),
        ("id: a\n", {2020, 2024, 2030}),
        ("id: a\npotter:\n  b:\n    avser: 2019\n", {2020, 2024, 2030}),
    ],
)
def test_a_file_is_taken_for_its_years_and_always_when_they_cannot_be_read(text: str, years: set[int]) -> None:
    assert {year for year in (2019, 2020, 2021, 2022, 2024, 2030) if Wanted(year=year).takes(text)} >= years
    assert Wanted(year=2023).takes(text) is (2030 in years)


@pytest.mark.parametrize("line", ["id: a-2024", "id:   'a-2024'", 'id: "a-2024" # x', "id: a-2024#x"])
def test_a_file_is_taken_for_its_id(line: str) -> None:
    text = f"namn: id\n{line}\n"
    assert id_of(text) == "a-2024"
    assert Wanted(agreement="a-2024").takes(text)
    assert not Wanted(agreement="a-2023").takes(text)


def test_a_file_without_an_id_may_be_anything() -> None:
    assert id_of("namn: x\n") is None
    assert Wanted(agreement="a").takes("namn: x\n")
    assert EVERYTHING.takes("")


def test_every_shipped_agreement_is_taken_for_its_own_years_and_id() -> None:
    for name, written in shipped_agreements().items():
        text = f"id: {name}\navser: {written.agreement.years[0]}\n"
        assert Wanted(agreement=name).takes(text)
        assert Wanted(year=written.agreement.years[0]).takes(text)
