"""Shares, numbers, codes, ids and what a source does not say."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from overens.vocabulary.problems import Fault
from overens.writing.numbers import parse_number, parse_share
from overens.writing.values import (
    Code,
    Count,
    FigureName,
    MaybeDay,
    MaybeKr,
    Missing,
    Slug,
    Sourced,
    Years,
)
from tests.builders import EN


def read(kind: Any, words: object) -> Any:
    return TypeAdapter(kind).validate_python(words)


def refused(kind: Any, words: object) -> str:
    """Return the Swedish message for words that cannot be read."""
    with pytest.raises(ValidationError) as caught:
        read(kind, words)
    fault = caught.value.errors()[0]["ctx"]["fault"]
    assert isinstance(fault, Fault)
    assert fault.message.say() != fault.message.say(EN)
    assert fault.remedy.say()
    return fault.message.say()


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("1/2", Fraction(1, 2)),
        ("1 / 3", Fraction(1, 3)),
        ("50 %", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("37,5 %", Fraction(3, 8)),
        ("37,5\u00a0%", Fraction(3, 8)),
        ("100 %", Fraction(1)),
        ("150 %", Fraction(3, 2)),
        ("0 %", Fraction(0)),
    ],
)
def test_a_share_is_a_fraction_or_per_cent_and_exact(words: str, share: Fraction) -> None:
    assert parse_share(words) == share


@pytest.mark.parametrize("words", ["", "0,5", "37.5 %", "hälften", "1/0", "-1/2", "1/2/3", "5000 %", "%", "50", "½"])
def test_other_words_are_no_share(words: str) -> None:
    assert isinstance(parse_share(words), Fault)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("70", 70),
        ("37,5", Fraction(75, 2)),
        ("1 000", 1000),
        ("1\u00a0000,25", Fraction(4001, 4)),
        ("-3", -3),
        ("70 %", 70),
    ],
)
def test_a_number_has_a_decimal_comma(words: str, number: Fraction | int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize("words", ["", "37.5", "1 00", "sju", "1e3", "nan", "inf", "1,", ",5", "--1"])
def test_other_words_are_no_number(words: str) -> None:
    assert isinstance(parse_number(words), Fault)


def test_a_number_of_five_thousand_digits_is_refused_not_raised() -> None:
    assert isinstance(parse_number("9" * 5_000), Fault)


def test_a_missing_number_tells_of_the_comma_within_braces() -> None:
    fault = parse_number("")
    assert isinstance(fault, Fault)
    assert (fault.message.say(), fault.remedy.say()) == (
        "Talet saknas.",
        'Skriv siffror; inom {} och [] kräver decimalkomma citattecken: "37,5".',
    )


@pytest.mark.parametrize("words", ["06", "0680", "0114"])
def test_a_code_is_text_with_its_zero(words: str) -> None:
    assert read(Code, words) == words


@pytest.mark.parametrize("words", ["6", "680", "SE06", "", "06 ", "00680"])
def test_other_words_are_no_code(words: str) -> None:
    assert refused(Code, words) == f"'{words}' är ingen kod."


@pytest.mark.parametrize("words", ["kvinnors-halsa-2024", "a", "2024", "a1-b2"])
def test_an_id_is_small_letters_digits_and_hyphens(words: str) -> None:
    assert read(Slug, words) == words


@pytest.mark.parametrize("words", ["Kvinnor", "kvinnors hälsa", "a--b", "-a", "a-", "", "a_b", "a" * 81])
def test_other_words_are_no_id(words: str) -> None:
    assert refused(Slug, words) == f"'{words}' kan inte vara ett id."


def test_a_figure_may_have_the_id_of_another_register() -> None:
    assert read(FigureName, "N79178") == "N79178"
    assert refused(FigureName, "två ord") == "'två ord' är inget namn på ett underlag."


def test_a_count_is_a_whole_number() -> None:
    assert read(Count, "1 000") == 1000
    assert refused(Count, "fem") == "'fem' är inget antal."
    assert refused(Count, "-1") == "'-1' är inget antal."


@pytest.mark.parametrize("words", ["ej funnet", "ej publicerat", "ej känt", "ej angivet"])
def test_what_a_source_does_not_say_is_a_value_of_its_own(words: str) -> None:
    assert read(MaybeKr, words) == Missing(words)
    assert read(MaybeDay, f" {words} ") == Missing(words)


def test_not_found_is_not_zero_and_not_any_word() -> None:
    assert refused(MaybeKr, "okänt") == "'okänt' är inget belopp."
    assert refused(MaybeKr, ["1 kr"]) == "Här står en lista där ett enda värde väntas."


def test_one_source_or_several_but_not_none() -> None:
    assert read(Sourced, "skr") == ("skr",)
    assert read(Sourced, ["skr", "pm"]) == ("skr", "pm")
    with pytest.raises(ValidationError):
        read(Sourced, [])


def test_years_are_a_row_of_numbers() -> None:
    assert read(Years, "2020–2022") == (2020, 2021, 2022)
    assert refused(Years, "tjugo") == "'tjugo' är inget år."
