"""Sums as they are written: numbers, magnitudes, currency, shared units, misprints, and what is no sum."""

from __future__ import annotations

import pytest

from overens.drafting.model import Hedge
from tests.drafting.amounts.reading import read_amounts

M = 1_000_000
MD = 1_000_000_000


@pytest.mark.parametrize(
    ("text", "printed", "kr", "exact_to"),
    [
        ("Staten ger 12 500 000 kronor.", "12 500 000 kronor", 12_500_000, 1),
        ("Staten ger 12\u00a0500\u2009000 kr.", "12\u00a0500\u2009000 kr", 12_500_000, 1),
        ("Staten ger 12.500.000 kronor.", "12.500.000 kronor", 12_500_000, 1),
        ("Staten ger 12,75 miljoner kronor.", "12,75 miljoner kronor", 12_750_000, 10_000),
        ("Staten ger 1,112 miljarder kronor.", "1,112 miljarder kronor", 1_112 * M, M),
        ("Staten ger 1414 miljoner kronor.", "1414 miljoner kronor", 1_414 * M, M),
        ("Staten ger 1½ miljard.", "1½ miljard", 1_500 * M, 100 * M),
        ("Staten ger två miljarder kronor.", "två miljarder kronor", 2 * MD, MD),
        ("Halv miljard till regionerna", "Halv miljard", 500 * M, 100 * M),
        ("Staten ger en halv miljard kronor.", "en halv miljard kronor", 500 * M, 100 * M),
        ("Staten ger tre och en halv miljoner kronor.", "tre och en halv miljoner kronor", 3_500_000, 100_000),
        ("Staten ger en och en halv miljard.", "en och en halv miljard", 1_500 * M, 100 * M),
        ("Staten ger halvannan miljon kronor.", "halvannan miljon kronor", 1_500_000, 100_000),
        ("Staten ger tjugofem miljoner.", "tjugofem miljoner", 25 * M, M),
        ("Staten ger hundra miljoner kronor.", "hundra miljoner kronor", 100 * M, M),
        ("Staten ger två hundra miljoner kronor.", "två hundra miljoner kronor", 200 * M, M),
        ("Staten ger tvåhundrafemtio miljoner kronor.", "tvåhundrafemtio miljoner kronor", 250 * M, M),
        ("Staten ger 50 tusen kronor.", "50 tusen kronor", 50_000, 1_000),
        ("Staten ger hundratusen kronor.", "hundratusen kronor", 100_000, 1),
        ("Staten ger fem tusen kronor.", "fem tusen kronor", 5_000, 1_000),
        ("Staten ger 487 mnkr.", "487 mnkr", 487 * M, M),
        ("Staten ger 4,5 mkr till länet.", "4,5 mkr", 4_500_000, 100_000),
        ("Staten ger 1,2 mdkr till länen.", "1,2 mdkr", 1_200 * M, 100 * M),
        ("Staten ger 3 mdr kr till länen.", "3 mdr kr", 3 * MD, MD),
        ("Staten ger 750 tkr.", "750 tkr", 750_000, 1_000),
        ("Staten ger 6 milj. kr till länet.", "6 milj. kr", 6 * M, M),
        ("Staten ger 40 mn kronor.", "40 mn kronor", 40 * M, M),
        ("Staten ger 8 miljoner SEK.", "8 miljoner SEK", 8 * M, M),
        ("Staten ger 15 miljoner svenska kronor.", "15 miljoner svenska kronor", 15 * M, M),
        ("De 20 miljonerna räcker.", "20 miljonerna", 20 * M, M),
        ("Avgiften är 275:- i år.", "275:-", 275, 1),
        ("Avgiften är 275kr.", "275kr", 275, 1),
        ("Avgiften är 12,60 kronor.", "12,60 kronor", 13, 1),
        ("Staten ger 40 miljoner per år.", "40 miljoner", 40 * M, M),
        ("Staten ger 40 miljoner 2029.", "40 miljoner", 40 * M, M),
        ("Det blir en 500-miljonerssatsning på vård.", "500-miljoner", 500 * M, M),
        ("Under 2023 750 miljoner kronor.", "750 miljoner kronor", 750 * M, M),
        ("Under 2023 500 000 kronor.", "500 000 kronor", 500_000, 1),
        ("Enligt punkt 17 2 500 000 kronor.", "2 500 000 kronor", 2_500_000, 1),
        ("Stödet för covid-19 500 miljoner kronor.", "500 miljoner kronor", 500 * M, M),
    ],
)
def test_one_sum(text: str, printed: str, kr: int, exact_to: int) -> None:
    assert [(found.text, found.kr, found.exact_to, found.printed_as) for found in read_amounts(text)] == [
        (printed, kr, exact_to, "")
    ]


@pytest.mark.parametrize(
    ("text", "printed", "read_as"),
    [
        ("Staten ger 44 7 500 000 kronor.", "44 7 500 000 kronor", "447 500 000"),
        ("Staten ger 12 34 000 kr.", "12 34 000 kr", "1 234 000"),
        ("Staten ger 2 000000 kr.", "2 000000 kr", "2 000 000"),
        ("Staten ger 1,500,000 kr.", "1,500,000 kr", "1 500 000"),
        ("Staten ger 1,500 kr.", "1,500 kr", "1 500"),
        ("Staten ger 2.5 miljoner kronor.", "2.5 miljoner kronor", "2 500 000"),
        ("Staten ger 1,5 miljo-ner kronor.", "1,5 miljo-ner kronor", "1 500 000"),
        ("Staten ger 1,5 miljoner kro- nor.", "1,5 miljoner kro- nor", "1 500 000"),
        ("Staten ger 30 miljoner konor.", "30 miljoner konor", "30 000 000"),
        ("Staten ger 500 000 kornor.", "500 000 kornor", "500 000"),
        ("Staten ger 500 000 koronor.", "500 000 koronor", "500 000"),
        ("Staten ger 30 milioner kronor.", "30 milioner kronor", "30 000 000"),
        ("Staten ger tre miljader kronor.", "tre miljader kronor", "3 000 000 000"),
        ("Staten ger 30 miljoner kronor kronor.", "30 miljoner kronor kronor", "30 000 000"),
        ("Staten ger 30 mnkr kronor.", "30 mnkr kronor", "30 000 000"),
    ],
)
def test_a_misprint_is_read_and_said(text: str, printed: str, read_as: str) -> None:
    assert [(found.text, found.printed_as, found.kr) for found in read_amounts(text)] == [
        (printed, read_as, int(read_as.replace(" ", "")))
    ]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Länen får 369 respektive 323 miljoner kronor.", [("369", 369 * M), ("323 miljoner kronor", 323 * M)]),
        ("De får 20, 30 och 40 miljoner.", [("20", 20 * M), ("30", 30 * M), ("40 miljoner", 40 * M)]),
        ("Det kostar mellan 3 och 5 miljoner kronor.", [("3", 3 * M), ("5 miljoner kronor", 5 * M)]),
        ("Det kostar 3–5 miljoner kronor.", [("3", 3 * M), ("5 miljoner kronor", 5 * M)]),
        ("Det kostar 0,5-1 miljon.", [("0,5", 500_000), ("1 miljon", M)]),
        ("Det kostar två till tre miljoner kronor.", [("två", 2 * M), ("tre miljoner kronor", 3 * M)]),
        ("Anslaget sänks från 80 till 50 miljoner kronor.", [("80", 80 * M), ("50 miljoner kronor", 50 * M)]),
        ("Priset är 200 eller 300 kr.", [("200", 200), ("300 kr", 300)]),
        ("Det kostar 500 000 till 1 miljon kronor.", [("500 000", 500_000), ("1 miljon kronor", M)]),
        (
            "Ramen är 7 miljarder respektive 8 miljarder kronor.",
            [("7 miljarder", 7 * MD), ("8 miljarder kronor", 8 * MD)],
        ),
        ("Under 2023 och 100 miljoner kronor.", [("100 miljoner kronor", 100 * M)]),
        ("Medlen går till block 1 och 63 miljoner kronor.", [("63 miljoner kronor", 63 * M)]),
        ("Fördelat på 30 till 21 miljoner kronor.", [("21 miljoner kronor", 21 * M)]),
        ("I april 12, 30 miljoner kronor.", [("30 miljoner kronor", 30 * M)]),
    ],
)
def test_numbers_that_share_a_unit(text: str, sums: list[tuple[str, int]]) -> None:
    assert [(found.text, found.kr) for found in read_amounts(text)] == sums


@pytest.mark.parametrize(
    "text",
    [
        "Det bor tio miljoner invånare i landet.",
        "Staten köper tre miljoner doser.",
        "Paketet är på 77 miljoner euro.",
        "Bidraget är 13 miljoner norska kronor.",
        "Stödet är på 5 miljoner EUR.",
        "En stad med 2 miljoner hus.",
        "Det gäller flera hundra miljoner kronor.",
        "Det gäller ett par miljoner kronor.",
        "Hundratals miljoner betalas ut.",
        "Miljoner kronor",
        "Tabell (tusen kronor)",
        "Fördelning till länen 2024\nMiljoner kronor per län visas här nedanför i en lista som följer.",
        "Det är en 2-miljonersstad.",
        "Ring 08-405 10 00 den 1 juli 2024.",
        "Kömiljarden och miljardtillskott till regionerna",
        "Regionernas 21 kronprinsar",
        "SKR får 3 av 4 uppdrag.",
        "År 2030 miljön i centrum.",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert read_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Länet får drygt 4 miljoner kronor.", [Hedge.AT_LEAST]),
        ("Länet får mer än 4 miljoner kronor.", [Hedge.AT_LEAST]),
        ("Länet får knappt 4 miljoner kronor.", [Hedge.NEARLY]),
        ("Länet får upp emot 4 miljoner kronor.", [Hedge.NEARLY]),
        ("Länet får ca 4 miljoner kronor.", [Hedge.ABOUT]),
        ("Länet får uppskattningsvis 4 miljoner kronor.", [Hedge.ABOUT]),
        ("Länet får upp till totalt 4 miljoner kronor.", [Hedge.AT_MOST]),
        ("Länet får drygt ytterligare 4 miljoner kronor.", [Hedge.AT_LEAST]),
        ("Länet får minst sammanlagt 4 miljoner kronor.", [Hedge.AT_LEAST]),
        ("Länet får inte mer än 4 miljoner kronor.", [Hedge.AT_MOST]),
        ("Länet får 4 miljoner kronor eller mer.", [Hedge.AT_LEAST]),
        ("Länet får 4 miljoner kronor och uppåt.", [Hedge.AT_LEAST]),
        ("Länet får 4 miljoner kronor som mest.", [Hedge.AT_MOST]),
        ("Länet får cirka **4 miljoner** kronor.", [Hedge.ABOUT]),
        ("Länet får 4 miljoner kronor.", [Hedge.EXACT]),
        ("Fördelas över landet 4 miljoner kronor.", [Hedge.EXACT]),
        ("Länet får högst 20 respektive 30 miljoner kronor.", [Hedge.AT_MOST, Hedge.AT_MOST]),
        ("Länet får drygt 20 respektive knappt 30 miljoner kronor.", [Hedge.AT_LEAST, Hedge.NEARLY]),
        ("Länet får drygt 4 miljoner kronor och 5 miljoner kronor.", [Hedge.AT_LEAST, Hedge.EXACT]),
    ],
)
def test_how_near(text: str, hedges: list[Hedge]) -> None:
    assert [found.hedge for found in read_amounts(text)] == hedges


def test_rows_of_tables_and_what_tables_take_have_no_sums() -> None:
    assert read_amounts("| Län | 5 miljoner kronor |") == []
    text = "Gotland: 5 kr\n\nSkåne: 6 kr\n\nDalarna: 7 kr"
    assert [found.text for found in read_amounts(text, taken=((0, 13), (28, 41)))] == ["6 kr"]


def test_what_stands_in_headings_items_and_speech_counts() -> None:
    text = "# 5 miljoner till vården\n\n* 2 miljoner kronor till länen\n\n– Vi ger 3 miljoner kronor, säger ministern."
    assert [found.kr for found in read_amounts(text)] == [5 * M, 2 * M, 3 * M]


def test_a_soft_hyphen_and_a_broken_line_are_no_misprints() -> None:
    found = read_amounts("Länet får 5 miljoner kro\u00adnor och 6 miljo-\nner kronor.")
    assert [(one.text, one.printed_as) for one in found] == [
        ("5 miljoner kro\u00adnor", ""),
        ("6 miljo-\nner kronor", ""),
    ]
