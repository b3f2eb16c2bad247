"""A small sheet in, outcomes and grouped problems out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from overens.figures.outcomes.checks import check_outcomes, gaps
from overens.figures.outcomes.found import MOST_SHOWN, Found, OutcomeProblem, Spot, grouped
from overens.figures.outcomes.grid import GridCell, Sheet, Written, place_of
from overens.figures.outcomes.head import Measure
from overens.figures.outcomes.read_sheet import read_sheet
from overens.figures.outcomes.values import Outcome
from overens.intake.register import read_register
from overens.vocabulary.problems import Severity
from overens.vocabulary.wording import Language
from tests.builders import plain_spaces, when

REGISTER = read_register()
CODES = [one.code for one in REGISTER.regions]
HEADER = {"A3": "kod", "B3": "namn", "C3": "2024-01", "D3": "2024-02"}
PAIR = {"A3": "kod", "B3": "namn", "C3": "2024-01 täljare", "D3": "2024-01 nämnare"}


def cell(value: object) -> GridCell:
    return (
        value
        if isinstance(value, GridCell)
        else GridCell(Written.TEXT if isinstance(value, str) else Written.NUMBER, str(value))
    )


def sheet(cells: Mapping[str, object]) -> Sheet:
    placed = {place: cell(value) for at, value in cells.items() if (place := place_of(at))}
    return Sheet("besök", placed)


def read(cells: Mapping[str, object], measure: Measure = Measure.VOLUME) -> tuple[list[Outcome], list[OutcomeProblem]]:
    outcomes, found = read_sheet(sheet(cells), "b", measure, REGISTER)
    problems = grouped(found)
    assert all(one.say() != one.say(Language.ENGLISH) for one in problems)
    return outcomes, problems


def said(cells: Mapping[str, object], measure: Measure = Measure.VOLUME) -> list[str]:
    return [plain_spaces(one.say()) for one in read(cells, measure)[1]]


def values(outcomes: list[Outcome]) -> dict[tuple[str, str], Fraction | None]:
    return {(one.period, one.code): one.value for one in outcomes}


def test_a_row_for_each_region_and_a_column_for_each_month() -> None:
    outcomes, problems = read({**HEADER, "A4": "01", "C4": 5, "D4": 7, "A5": "03", "D5": ".."})
    assert problems == []
    assert values(outcomes) == {("2024-01", "01"): 5, ("2024-02", "01"): 7, ("2024-02", "03"): None}


def test_a_share_is_numerator_and_denominator() -> None:
    outcomes, problems = read({**PAIR, "A4": "01", "C4": 1, "D4": 3}, Measure.SHARE)
    assert problems == []
    assert [(one.value, one.counted) for one in outcomes] == [(Fraction(100, 3), (Fraction(1), Fraction(3)))]


@pytest.mark.parametrize(
    ("code", "name"),
    [("1", ""), (1, ""), ("", "Region Stockholm"), ("", "stockholm"), ("01", "Stockholm"), ("Stockholms län", "")],
)
def test_a_region_may_be_said_in_several_ways(code: object, name: str) -> None:
    outcomes, problems = read({**HEADER, "A4": code, "B4": name, "C4": 5, "D4": 5})
    assert ([one.code for one in outcomes], problems) == (["01", "01"], [])


@pytest.mark.parametrize("heading", ["2024-01", GridCell(Written.DATE, "2024-01-01"), " 2024-01 "])
def test_a_month_may_be_a_date_that_the_spreadsheet_made_of_it(heading: object) -> None:
    outcomes, problems = read({**HEADER, "C3": heading, "A4": "01", "C4": 5, "D4": 1})
    assert problems == []
    assert ("2024-01", "01") in values(outcomes)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"C4": "abc"}, "cell C4 ('abc'): Där står text i stället för ett tal."),
        ({"C4": "٥"}, "cell C4 ('٥'): Där står text i stället för ett tal."),
        ({"C4": "1.5"}, "cell C4 ('1.5'): Där står text"),
        ({"C4": -1}, "cell C4 ('-1'): Ett antal är ett heltal som är 0 eller mer."),
        ({"C4": 2.5}, "cell C4 ('2.5'): Ett antal är ett heltal"),
        ({"C4": "2,5"}, "cell C4 ('2,5'): Ett antal är ett heltal"),
        ({"C4": 10**9}, "Antalet är större än någon region har."),
        ({"C4": GridCell(Written.DATE, "2024-05-01")}, "cell C4 ('2024-05-01'): Där står ett datum"),
        ({"C4": GridCell(Written.ERROR, "#DIV/0!")}, "cell C4 ('#DIV/0!'): Cellen visar ett fel."),
        ({"C4": GridCell(Written.FORMULA, "=A1")}, "cell C4 ('=A1'): Cellen är en formel vars värde inte är sparat."),
        ({"C4": GridCell(Written.PER_CENT, "0.4")}, "cell C4 ('0.4'): Cellen är formaterad i procent."),
        ({"C4": GridCell(Written.TRUTH, "SANT")}, "cell C4 ('SANT'): Där står text"),
        ({"A4": "00"}, "cell A4 ('00'): Raden är riket eller en summa"),
        ({"A4": "", "B4": "Totalt"}, "Raden är riket eller en summa"),
        ({"A4": "0180"}, "cell A4 ('0180'): Raden är en kommun; utfallen är per region."),
        ({"A4": "Nässjö"}, "cell A4 ('Nässjö'): Raden är en kommun"),
        ({"A4": "99"}, "cell A4 ('99'): Raden är ingen region som tar del."),
        ({"A4": "Skånee"}, "cell A4 ('Skånee: Skåne?'): Raden är ingen region"),
        ({"A4": "СТ"}, "cell A4 ('СТ'): Raden är ingen region"),
        ({"B4": "Uppsala"}, "cell A4 ('01 Uppsala'): Koden hör till en annan region"),
        ({"A5": "01"}, "cell A5 ('Stockholm'): Samma region och period står två gånger."),
        ({"D3": "2024-01"}, "cell D3 ('2024-01'): Kolumnen finns redan till vänster."),
        ({"D3": "2024-13"}, "cell D3 ('2024-13'): Det är ingen månad och inget år."),
        ({"D3": "jan-24"}, "cell D3 ('jan-24'): Det är ingen månad"),
        ({"D3": GridCell(Written.DATE, "2024-02-03")}, "cell D3 ('2024-02-03'): Det är ingen månad"),
        ({"D3": "2024-02 täljare"}, "cell D3 ('2024-02 täljare'): Kolumnen passar inte måttet"),
        ({"E4": 5}, "cell E3: Kolumnen har värden men ingen månad"),
        ({"A3": "region"}, "Blad 'besök': Rubrikraden med 'kod' och månader finns inte."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_cell(change: Mapping[str, object], words: str) -> None:
    problems = said({**HEADER, "A4": "01", "C4": 5, "D4": 5, "A5": "", **change})
    assert len(problems) == 1
    assert problems[0].startswith("Blad 'besök'")
    assert words in problems[0]


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [
        (0, 0, "cell C4 ('0 / 0'): Nämnaren är 0;"),
        (5, 4, "cell C4 ('5 / 4'): Andelen är över 100 %"),
        (-1, 4, "cell C4 ('-1'): Ett antal är ett heltal"),
        ("", 4, "cell C4: Bara den ena av täljare och nämnare är ifylld."),
        (4, "", "cell D4: Bara den ena"),
        (0, "..", "cell D4: Bara den ena"),
        ("x", 4, "cell C4 ('x'): Där står text"),
    ],
)
def test_a_share_that_is_none_is_told(numerator: object, denominator: object, words: str) -> None:
    (problem,) = said({**PAIR, "A4": "01", "C4": numerator, "D4": denominator}, Measure.SHARE)
    assert words in problem


def test_one_fault_in_many_cells_is_one_line_with_at_most_twenty_of_them() -> None:
    cells = {**HEADER, **{f"A{n}": code for n, code in enumerate(CODES, 4)}}
    many = {f"{column}{n}": "x" for n in range(4, 25) for column in "CD"}
    (problem,) = said({**cells, **many})
    assert problem.startswith("Blad 'besök', cellerna C4 ('x'), D4 ('x'), C5 ('x'), ")
    assert f" och {len(many) - MOST_SHOWN} till: Där står text" in problem
    assert problem.count("('x')") == MOST_SHOWN


def test_a_number_as_text_is_read_and_said() -> None:
    outcomes, (problem,) = read({**HEADER, "A4": "01", "C4": "1 234", "D4": 5})
    assert values(outcomes)["2024-01", "01"] == 1234
    assert problem.say().startswith("varning: Blad 'besök', cell C4: Talet står som text")


def test_a_line_of_a_file_without_sheets_is_a_line() -> None:
    fault = Found(Spot("besök"), read({"A1": "x"})[1][0].fault).fault
    (one,) = grouped([Found(Spot("", 14), fault)])
    assert one.say().startswith("Rad 14: ")
    (two,) = grouped([Found(Spot("", 15), fault), Found(Spot("", 14), fault)])
    assert two.say().startswith("Raderna 14, 15: ")
    (nowhere,) = grouped([Found(Spot(""), fault)])
    assert nowhere.say().startswith("Rubrikraden")


def outcome(period: str, code: str) -> Outcome:
    return Outcome("b", period, code, Fraction(1), None, Spot("besök", 4, 3))


def test_months_missing_for_one_region_are_a_warning_that_names_them() -> None:
    months = ("2024-01", "2024-02", "2024-03", "2024-05")
    outcomes = [
        outcome(month, code)
        for month in months
        for code in CODES
        if (month, code) not in {("2024-02", "12"), ("2024-03", "12"), ("2024-05", "12")}
    ]
    found = gaps(outcomes, [*months, "2024-06"], Spot("besök"), REGISTER)
    assert {one.severity for one in found} == {Severity.WARNING}
    assert [one.fault.message.say() for one in found] == [
        "Ingen region har värde för 2024-06.",
        "Region Skåne saknar värde för 2024-02–2024-03, 2024-05.",
    ]


def test_an_outcome_twice_or_before_it_was_measured_is_told() -> None:
    found = check_outcomes(
        [outcome("2024-01", "01"), outcome("2024-01", "01"), outcome("2024-03", "01")], when("2024-02-10")
    )
    assert [one.fault.message.say()[:30] for one in found] == [
        "Samma region och period står t",
        "Perioden hade inte börjat den ",
    ]
