"""Days, months and years, and days that do not exist."""

from __future__ import annotations

from datetime import date

import pytest

from overens.vocabulary.periods import When, parse_asked_when, parse_when, parse_years
from overens.vocabulary.problems import Fault
from tests.builders import EN, when


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023-12-20", date(2023, 12, 20), date(2023, 12, 20)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (" 2024-02-29 ", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_is_as_sharp_as_its_words(words: str, first: date, last: date) -> None:
    assert parse_when(words) == When(first, last, words.strip())


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        ("2021-02-31", "31 februari 2021 finns inte.", "2021-02-31 does not exist."),
        ("2023-02-29", "29 februari 2023 finns inte.", "2023-02-29 does not exist."),
        ("2021-11-31", "31 november 2021 finns inte.", "2021-11-31 does not exist."),
        ("2021-05-00", "0 maj 2021 finns inte.", "2021-05-00 does not exist."),
    ],
)
def test_a_day_that_does_not_exist_is_named(words: str, swedish: str, english: str) -> None:
    fault = parse_when(words)
    assert isinstance(fault, Fault)
    assert fault.message.say() == swedish
    assert fault.message.say(EN) == english


def test_the_remedy_says_how_long_the_month_is_and_where_the_error_of_a_source_belongs() -> None:
    fault = parse_when("2021-02-31")
    assert isinstance(fault, Fault)
    assert "28 dagar" in fault.remedy.say()
    assert "'motsägelser'" in fault.remedy.say(EN)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "31 februari 2021",
        "20 december 2023",
        "2023-13",
        "2023-00",
        "2023-1-1",
        "23-12-20",
        "20231220",
    ],
)
def test_other_words_are_no_date(words: str) -> None:
    fault = parse_when(words)
    assert isinstance(fault, Fault)
    assert fault.message.say() == f"'{words}' är inget datum."
    assert "2023-12-20" in fault.remedy.say()


@pytest.mark.parametrize("words", ["1989", "2101", "1900-01-01"])
def test_a_file_writes_of_no_other_years(words: str) -> None:
    fault = parse_when(words)
    assert isinstance(fault, Fault)
    assert fault.message.say() == f"'{words}' är inget rimligt datum."
    assert "1990" in fault.remedy.say()


def test_one_may_ask_for_a_day_before_anything_was_known() -> None:
    assert isinstance(parse_asked_when("1900-01-01"), When)
    assert isinstance(parse_asked_when("1899-12-31"), Fault)
    assert isinstance(parse_asked_when("9999-12-31"), Fault)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2024", (2024,)),
        ("2020–2022", (2020, 2021, 2022)),
        ("2020-2022", (2020, 2021, 2022)),
        ("2020 / 2021", (2020, 2021)),
    ],
)
def test_years_are_one_or_a_row(words: str, years: tuple[int, ...]) -> None:
    assert parse_years(words) == years


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("nästa år", "inget år"),
        ("", "inget år"),
        ("2024-01", "inget år"),
        ("2022–2020", "inga rimliga år"),
        ("1723", "inga"),
    ],
)
def test_impossible_years_are_refused(words: str, part: str) -> None:
    fault = parse_years(words)
    assert isinstance(fault, Fault)
    assert part in fault.message.say()
    assert fault.remedy.say() != fault.remedy.say(EN)


def test_a_month_is_known_only_on_its_last_day() -> None:
    assert not when("2023-12").known_on(date(2023, 12, 30))
    assert when("2023-12").known_on(date(2023, 12, 31))


def test_everything_is_known_when_no_day_is_asked_for() -> None:
    assert when("2099").known_on(None)
