"""Totals and units are found in the table, around it and in the sums of the text, and never invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.drafting.model import Hedge, ReadTable, Unit
from overens.drafting.tables.sums import Misprint, mend
from tests.drafting.tables.reading import only, read_tables, totals

HEAD = "| Region | {} |\n|---|---|\n"
ROWS = "| Uppsala | 12 |\n| Gotland | 3 |\n| Skåne | 25 |\n"


def _unit(text: str) -> Unit:
    return only(text).unit.chosen


@pytest.mark.parametrize(
    "row",
    [
        "Summa",
        "**Summa:**",
        "Totalt",
        "Totalt (kr)",
        "TOTALT",
        "Riket",
        "Hela landet",
        "Sverige",
        "Alla regioner",
        "Samtliga län",
        "",
    ],
)
def test_a_row_that_sums_the_others_is_the_total_and_no_row(row: str) -> None:
    table = only(HEAD.format("kr") + ROWS + f"| {row} | **40** |\n")
    assert len(table.rows) == 3
    assert totals(table) == [(40, True)]


def test_a_total_that_does_not_fit_is_stated_all_the_same() -> None:
    table = only(HEAD.format("kr") + ROWS + "| Summa | 41 |\n")
    assert totals(table) == [(41, False)]


@pytest.mark.parametrize(
    ("unit", "total", "sums"), [("mnkr", 41, True), ("mnkr", 42, False), ("kr", 41, False), ("%", 40, None)]
)
def test_only_rounded_units_may_differ_by_their_rounding(unit: str, total: int, sums: bool | None) -> None:
    assert only(HEAD.format(unit) + ROWS + f"| Summa | {total} |\n").sums is sums


def test_sums_of_parts_are_no_rows() -> None:
    text = (
        "| | 2026 | 2027 |\n|---|---|---|\n| **Drift** | | |\n| Vård | 10 | 20 |\n| Skola | 5 | 6 |\n| **Summa** | 15 | 26 |\n"
        "| Omfört | -4 | -5 |\n| **Nya medel** | 11 | 21 |\n| **Bygge** | | |\n| Hus | 7 | 0 |\n| **TOTAL ÖKNING** | 18 | 21 |\n"
    )
    first, second = read_tables(text)
    assert [row.name for row in first.rows] == ["Vård", "Skola", "Omfört", "Hus"]
    assert totals(first, second) == [(18, True), (21, True)]


@pytest.mark.parametrize(
    ("words", "kr", "exact_to", "hedge", "total"),
    [
        ("40 miljoner kronor", 40_000_000, 1_000_000, Hedge.EXACT, 40),
        ("40 miljoner kronor", 40_000_000, 1_000_000, Hedge.AT_MOST, 40),
        ("80 miljoner kronor", 80_000_000, 1_000_000, Hedge.EXACT, None),
        ("400 miljoner kronor", 400_000_000, 1_000_000, Hedge.EXACT, None),
    ],
)
def test_a_sum_of_the_text_is_the_total_only_where_the_rows_sum_to_it(
    words: str, kr: int, exact_to: int, hedge: Hedge, total: int | None
) -> None:
    table = only(f"Regeringen fördelar {words}.\n\n{HEAD.format('mnkr')}{ROWS}", (words, kr, exact_to), hedge=hedge)
    assert (table.total, table.sums) == (total, None if total is None else True)


def test_one_of_equal_parts_of_a_sum_may_be_the_total() -> None:
    text = f"Av 80 miljoner kronor, fördelade på två lika stora delar, betalas nu en.\n\n{HEAD.format('mnkr')}{ROWS}"
    assert only(text, ("80 miljoner kronor", 80_000_000, 1_000_000)).total == 40


def test_rows_in_kronor_fit_a_sum_rounded_to_its_last_digit() -> None:
    rows = "| Uppsala | 1 200 000 000 |\n| Gotland | 85 999 855 |\n| Skåne | 1 600 000 000 |\n"
    text = f"Bidraget är 2,9 miljarder kronor.\n\n{HEAD.format('kr')}{rows}"
    assert only(text, ("2,9 miljarder kronor", 2_900_000_000, 100_000_000)).total == 2_900_000_000
    assert only(text, ("2,9 miljarder kronor", 2_900_000_000, 100_000_000), hedge=Hedge.AT_LEAST).total is None


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Totalt (kronor)", Unit.KR),
        ("Belopp, tkr", Unit.TKR),
        ("Belopp (1 000-tals kronor)", Unit.TKR),
        ("Miljoner kronor", Unit.MKR),
        ("EU-medel, mn€", Unit.MEUR),
        ("Andel av taket", Unit.PERCENT),
        ("Antal sökande", Unit.PERSONS),
        ("Befolkning", Unit.PERSONS),
        ("Antal platser", Unit.COUNT),
        ("Fördelning", Unit.MKR),
        ("Platser", Unit.COUNT),
    ],
)
def test_the_heading_says_the_unit(header: str, unit: Unit) -> None:
    assert _unit(HEAD.format(header) + ROWS) is unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp i tusental kronor:\n\n" + HEAD.format("Bidrag") + ROWS, Unit.TKR),
        ("Bidraget, avrundat till hela miljoner kronor\n\n" + HEAD.format("Bidrag") + ROWS, Unit.MKR),
        ("## Fördelning (kronor)\n\n" + HEAD.format("Bidrag") + ROWS, Unit.KR),
        (HEAD.format("Bidrag") + ROWS + "\nBeloppen anges i tusental kronor.\n", Unit.TKR),
        ("Det är 500 000 kronor.\n\n" + HEAD.format("Bidrag") + ROWS, Unit.MKR),
        ("| Ökning. Totalt 12 miljarder kronor | |\n|---|---|\n| Siffror i tkr | 2026 |\n" + ROWS, Unit.TKR),
        (HEAD.format("Bidrag") + ROWS.replace(" |\n", " kr |\n"), Unit.KR),
        (HEAD.format("Bidrag") + ROWS.replace(" |\n", "00 000 |\n"), Unit.KR),
    ],
)
def test_the_unit_is_said_around_the_rows_or_in_them(text: str, unit: Unit) -> None:
    assert _unit(text) is unit


def test_columns_of_money_whose_unit_only_their_size_tells_have_the_same() -> None:
    text = "| Region | Beslutat belopp | Utbetalt belopp |\n|---|---|---|\n| Skåne | 100 000 | 50 000 |\n| Uppsala | 200 000 | 0 |\n"
    assert [table.unit.chosen for table in read_tables(text)] == [Unit.KR, Unit.KR]


def test_numbers_that_the_text_repeats_in_kronor_tell_the_unit() -> None:
    text = "Det blir 250 miljoner kronor.\n\n| | 2026 |\n|---|---|\n| **Hallar** | 250 000 |\n"
    table = only(text, ("250 miljoner kronor", 250_000_000, 1_000_000))
    assert (table.unit.chosen, table.unit.sure, only(text).unit.chosen, only(text).unit.sure) == (
        Unit.TKR,
        True,
        Unit.KR,
        False,
    )


def test_a_cell_in_another_unit_is_read_in_that_of_the_column() -> None:
    text = (
        HEAD.format("Bidrag")
        + "| Uppsala | 3 miljoner kronor |\n| Gotland | 500 000 kronor |\n| Skåne | 1,2 miljarder kronor |\n"
    )
    table = only(text)
    assert (table.unit.chosen, [row.value for row in table.rows]) == (Unit.MKR, [3, Fraction(1, 2), 1200])


def _kronor(cell: str, total: str) -> ReadTable:
    return only(
        HEAD.format("kr") + f"| Uppsala | {cell} |\n| Gotland | 1 000 |\n| Skåne | 20 000 |\n| Summa | {total} |\n"
    )


@pytest.mark.parametrize(
    ("cell", "total", "value", "kind"),
    [
        ("5 429", "26 249", 5_249, Misprint.SWAPPED),
        ("5 42", "26 429", 5_429, Misprint.LOST),
        ("54 229", "26 429", 5_429, Misprint.EXTRA),
        ("5 429", "26 729", 5_729, Misprint.CHANGED),
        ("5,429", "26 429", 5_429, Misprint.SHIFTED),
        ("-5 429", "26 429", 5_429, Misprint.SIGN),
        ("–", "26 429", 5_429, Misprint.FILLED),
    ],
)
def test_the_cell_that_would_make_the_rows_sum_is_proposed(cell: str, total: str, value: int, kind: Misprint) -> None:
    table = _kronor(cell, total)
    printed = table.rows[0].value
    mended = [one for one in mend(table) if one.row == 0]
    if printed == value:
        assert table.sums is True
    else:
        assert [(int(one.value), one.reading, one.name) for one in mended] == [(value, kind, "Uppsala")]


def test_a_total_may_be_the_misprint_and_what_sums_has_none() -> None:
    assert (-1, 26_429, Misprint.SWAPPED) in [
        (one.row, int(one.value), one.reading) for one in mend(_kronor("5 429", "26 492"))
    ]
    assert mend(_kronor("5 429", "26 429")) == []


def test_an_oddly_grouped_number_is_read_by_its_digits_or_as_the_total_needs_it() -> None:
    assert _kronor("54 29", "26 429").rows[0].value == 5_429
    mended = _kronor("54 2 29", "26 429")
    assert (mended.rows[0].printed, mended.sums) == ("54 2 29", True)
    assert mended.rows[0].value == 5_429
    assert _kronor("54 2 29", "99 999").rows[0].value == 54_229
