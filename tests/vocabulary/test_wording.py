"""Numbers as they are printed in Swedish and English, and Swedish alphabetical order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from overens.vocabulary.wording import (
    Text,
    decimal_number,
    exact_decimal,
    join_texts,
    kronor,
    millions,
    percent,
    plain,
    swedish_order,
    whole_number,
)
from tests.builders import EN, SV

NBSP, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (999, "999"),
        (1000, f"1{NBSP}000"),
        (1_367_000_000, f"1{NBSP}367{NBSP}000{NBSP}000"),
        (-5, f"{MINUS}5"),
        (-1234, f"{MINUS}1{NBSP}234"),
        (10**15, f"1{NBSP}000{NBSP}000{NBSP}000{NBSP}000{NBSP}000"),
    ],
)
def test_whole_numbers_have_no_break_spaces_and_a_real_minus(number: int, words: str) -> None:
    assert whole_number(number) == words
    assert kronor(number) == f"{words}{NBSP}kr"


@pytest.mark.parametrize(
    ("number", "decimals", "swedish", "english"),
    [
        (Fraction(1825, 10), 2, "182,5", "182.5"),
        (Fraction(1, 3), 4, "0,3333", "0.3333"),
        (Fraction(2, 3), 2, "0,67", "0.67"),
        (Fraction(-2, 3), 2, f"{MINUS}0,67", f"{MINUS}0.67"),
        (Fraction(1, 2), 0, "1", "1"),
        (Fraction(5, 1000), 2, "0,01", "0.01"),
        (Fraction(-1, 1000), 2, "0", "0"),
        (Fraction(12345678, 1000), 3, f"12{NBSP}345,678", f"12{NBSP}345.678"),
        (Fraction(7), 4, "7", "7"),
    ],
)
def test_decimals_have_a_comma_in_swedish_and_a_point_in_english(
    number: Fraction, decimals: int, swedish: str, english: str
) -> None:
    assert decimal_number(number, decimals) == swedish
    assert decimal_number(number, decimals, EN) == english


def test_percent_and_millions() -> None:
    assert percent(Fraction(364, 10_000)).say() == f"3,64{NBSP}%"
    assert percent(Fraction(364, 10_000)).say(EN) == f"3.64{NBSP}%"
    assert percent(Fraction(2, 3), 4).say() == f"66,6667{NBSP}%"
    assert percent(Fraction(-1, 8), 1).say() == f"{MINUS}12,5{NBSP}%"
    assert millions(182_500_000) == f"182,5{NBSP}Mkr"
    assert millions(9_842_000_000, 0) == f"9{NBSP}842{NBSP}Mkr"
    assert millions(-50_000) == f"{MINUS}0,1{NBSP}Mkr"


@pytest.mark.parametrize(
    ("number", "words"),
    [("11.4", "11.4"), ("-0.5", "-0.5"), ("7", "7"), ("0", "0"), ("1/3", "0.333333333333"), ("-1/10000000000000", "0")],
)
def test_exact_decimals_are_for_programs(number: str, words: str) -> None:
    assert exact_decimal(Fraction(number)) == words


def test_a_text_says_each_language_with_its_own_numbers() -> None:
    text = Text("{n} i {what}", "{n} in {what}", {"n": Fraction(1, 2), "what": Text("potten", "the pot")})
    assert text.say() == "0,5 i potten"
    assert text.say(EN) == "0.5 in the pot"
    assert Text("{n}", "{n}", {"n": Decimal("0.25")}).say(EN) == "0.25"


def test_braces_are_shown_once_with_or_without_values() -> None:
    assert Text("skriv {{a: {b}}}", "write {{a: {b}}}", {"b": "c"}).say() == "skriv {a: c}"
    assert Text("skriv {{a: b}}", "write {{a: b}}").say() == "skriv {a: b}"


def test_braces_in_a_value_are_left_alone() -> None:
    assert plain("{x} {{y}}").say() == "{x} {{y}}"


def test_texts_are_joined_in_each_language() -> None:
    joined = join_texts([Text("en", "one"), Text("två", "two")], ", ")
    assert (joined.say(SV), joined.say(EN)) == ("en, två", "one, two")
    assert join_texts([]).say() == ""


def test_swedish_letters_come_last_in_their_own_order() -> None:
    names = ["Örebro", "åre", "Älvkarleby", "Zinkgruvan", "Ale", "Åmål", "ÖCKERÖ", "Ystad"]
    assert sorted(names, key=swedish_order) == [
        "Ale",
        "Ystad",
        "Zinkgruvan",
        "Åmål",
        "åre",
        "Älvkarleby",
        "ÖCKERÖ",
        "Örebro",
    ]
