"""Which years a sum is for, whether it is for each of them, and what it is counted per."""

from __future__ import annotations

import pytest

from tests.drafting.amounts.reading import read_amounts


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Länet får 5 miljoner kronor 2023.", ["2023"]),
        ("Under 2023 får länet 5 miljoner kronor.", ["2023"]),
        ("För 2024 och 2025 beräknas 5 miljoner kronor årligen.", ["2024-2025/år"]),
        ("Länet får 5 miljoner kronor 2024 respektive 2025.", ["2024-2025/år"]),
        ("Länet får 5 miljoner kronor åren 2024–2026.", ["2024-2026"]),
        ("Mellan 2022 och 2024 får länet 5 miljoner kronor.", ["2022-2024"]),
        ("Länet får 5 miljoner kronor per år mellan åren 2015 och 2018.", ["2015-2018/år"]),
        ("Länet får 5 miljoner kronor från och med 2025.", ["2025-/år"]),
        ("Länet får 5 miljoner kronor fr.o.m. den 1 juli 2025.", ["2025-/år"]),
        ("Länet får 5 miljoner kronor från 2025 till 2027.", ["2025-2027"]),
        ("Länet får 5 miljoner kronor 2025 och framåt.", ["2025-/år"]),
        ("Länet får 5 miljoner kronor om året 2025 och 2026.", ["2025-2026/år"]),
        ("Länet får 5 miljoner kr/år 2025.", ["2025/år"]),
        ("Det årliga stödet om 5 miljoner kronor gäller 2025.", ["2025/år"]),
        ("Vi ger 5 miljoner kronor 2023 och beräknar 6 miljoner kronor årligen fr.o.m. 2024.", ["2023", "2024-/år"]),
        ("2023 ges 5 miljoner kronor och 2024 6 miljoner kronor.", ["2023", "2024"]),
        ("Vi ger 5 miljoner kronor 2023, 6 miljoner kronor 2024 och 7 miljoner kronor 2025.", ["2023", "2024", "2025"]),
        ("För 2026 och 2027 beräknas 2,5 respektive 1,5 miljoner kronor.", ["2026", "2027"]),
        ("För 2026 och 2027 beräknas 5 miljoner kronor respektive 6 miljoner kronor.", ["2026", "2027"]),
        ("Vi ger 5 miljoner kronor för 2023 samt 6 miljoner per år fram till och med 2026.", ["2023", "2024-2026/år"]),
        ("Under 2024 ges 5 miljoner kronor till A, 6 miljoner kronor till B.", ["2024", "2024"]),
        ("År 2025 ges 5 miljoner kronor. Därefter ges 6 miljoner kronor årligen.", ["2025", "2026-/år"]),
        ("2023: 5 miljoner kronor, 2024: 6 miljoner kronor", ["2023", "2024"]),
        ("Länet får 5 miljoner kronor (2023) och 6 miljoner kronor (2024).", ["2023", "2024"]),
        ("Länet får 5 miljoner kronor för 2023 (6 miljoner kronor för 2024).", ["2023", "2024"]),
        ("Vi ger 5 miljoner kronor 2024 och därefter 6 miljoner kronor årligen.", ["2024", "2025-/år"]),
        ("Vi ger 5 miljoner kronor för 2025 och 6 miljoner kronor årligen därefter.", ["2025", "2026-/år"]),
        ("Vi ger 5 miljoner kronor 2025 och därefter.", ["2025-/år"]),
        ("Vi ger 3 till 5 miljoner kronor åren 2024–2027.", ["2024-2027", "2024-2027"]),
        ("Vi ger 3, 4 respektive 5 miljoner kronor 2024, 2025 och 2026.", ["2024", "2025", "2026"]),
        ("Överenskommelsen för 2026 omfattar 5 miljoner kronor.", ["2026"]),
        ("I budgetpropositionen för 2026 avsätts 5 miljoner kronor.", ["2026"]),
        ("Länet har planer för 2027. Det får 5 miljoner kronor.", ["2027"]),
        (
            "I budgetpropositionen för 2026 föreslås att 5 miljoner kronor per år avsätts för bryggor 2027–2029.",
            ["2027-2029/år"],
        ),
        ("Bryggorna ska stå 2027. Bidraget permanentas med 5 miljoner kronor.", ["2027/år"]),
    ],
)
def test_years_of_the_sentence(text: str, periods: list[str]) -> None:
    assert [found.period + "/år" * found.per_year for found in read_amounts(text)] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Länet får 5 miljoner kronor mer jämfört med 2021.", "2024"),
        ("Länet får 5 miljoner kronor senast den 1 december 2025.", "2024"),
        ("Länet får 5 miljoner kronor (prop. 2016/17:1).", "2024"),
        ("Länet får 5 miljoner kronor enligt 2023 års beslut.", "2024"),
        ("Länet får 5 miljoner kronor i år.", "2024"),
        ("Länet får 5 miljoner kronor nästa år.", "2025"),
        ("Länet får 5 miljoner kronor.", "2024"),
        ("# Stöd till vården 2026\n\nLänet får 5 miljoner kronor.", "2026"),
        ("# Stöd till vården\n\n## Nästa steg 2026\n\nLänet får 5 miljoner kronor.", "2026"),
        ("Vården ska bli bättre under 2025.\n\nLänet får 5 miljoner kronor.", "2025"),
        ("Stödet till kommuner som under 2022 hade många arbetslösa är 5 miljoner kronor.", "2024"),
    ],
)
def test_years_from_elsewhere(text: str, period: str) -> None:
    assert [found.period for found in read_amounts(text, dated="2024-03")] == [period]


@pytest.mark.parametrize(
    ("dated", "text", "period"),
    [
        ("2024-05", "Bryggor ges 5 miljoner kronor.", "2024"),
        ("2024-09", "Bryggor ges 5 miljoner kronor.", "2025"),
        ("2024", "Bryggor ges 5 miljoner kronor.", "2024"),
        ("2024-05", "Bryggor ges 5 miljoner kronor årligen.", "2024-"),
        ("2024-09", "Bryggor ges 5 miljoner kronor per år till och med 2027.", "2025-2027"),
    ],
)
def test_what_says_no_first_year_is_for_the_years_after_the_document(dated: str, text: str, period: str) -> None:
    [found] = read_amounts(text, dated=dated)
    assert found.period == period


def test_without_any_year_there_is_no_period() -> None:
    assert [found.period for found in read_amounts("Länet får 5 miljoner kronor.")] == [""]


@pytest.mark.parametrize(
    ("text", "per_unit", "per_year"),
    [
        ("Ersättningen är 275 kronor per dos.", "dos", False),
        ("Ersättningen är 275 kr/dos.", "dos", False),
        ("Länet får 5 miljoner kronor per region.", "region", False),
        ("Länen får 5 miljoner kronor vardera.", "vardera", False),
        ("Vi ger 5 miljoner kronor till varje kommun.", "kommun", False),
        ("Vi ger 50 kronor per invånare och år.", "invånare", True),
        ("Vi ger 50 kronor per år per invånare.", "invånare", True),
        ("Varje kommun får 500 000 kronor.", "kommun", False),
        ("Varje kommun tilldelas ett fast belopp om 500 000 kronor.", "kommun", False),
        ("För att varje elev ska lyckas avsätts 500 000 kronor.", "", False),
        ("Länet får 5 miljoner kronor vardera 2024 och 2025.", "", False),
        ("Varje år får länet 500 000 kronor.", "", True),
        ("Länet får 5 miljoner kronor per år.", "", True),
        ("Länet får 5 miljoner kronor till vård per den 1 mars.", "", False),
    ],
)
def test_what_it_is_counted_per(text: str, per_unit: str, per_year: bool) -> None:
    assert [(found.per_unit, found.per_year) for found in read_amounts(text)] == [(per_unit, per_year)]
