"""Every kind of rule as a workbook: LibreOffice gives the kronor of the rule, also of a pot that someone has changed."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from overens.allocation.model import Allocation, PotAllocation
from overens.export.workbook.model import Tone
from overens.usecases.workbooks.pot.sheets import PotSheets, pot_sheets
from tests.builders import ABC, EN, SV, compute, one_pot, series
from tests.office import recalculate_all
from tests.usecases.workbooks.reading import (
    book_of,
    cell,
    changed,
    errors,
    in_groups,
    kronor_by_rule,
    kronor_in,
    sums_by_rule,
    sums_in,
)

FIGURES = (
    series("w", {"01": 50, "03": 31, "04": 20}),
    series("v", {"01": 0, "03": 2, "04": 9}),
    series("d", {"01": "11.4", "03": "7.25", "04": "0.1"}),
    series("kr", {"01": 40, "03": 20, "04": 10}, unit="kr"),
    series("many", {"01": 2_455_914, "03": 404_589, "04": 7_697_179}),
    series("huge", {"01": 10**14 + 1, "03": 10**13 + 3, "04": 7}),
)
MET = "villkor: [{krav: plan, uppfylls av: {utom: ['04']}}]\nej intjänat: "
TWO = "utbetalning: [{andel: 1/3, datum: 2024-03-01}, {andel: 2/3, datum: 2024-09-01}]"
LIVE = {
    "share": "fördelning: {andel av: w}",
    "decimals": "fördelning: {andel av: d}",
    "many": "fördelning: {andel av: many}",
    "class weights": "fördelning: {andel av: w, vikter: {'03': 2}}",
    "equal": "fördelning: lika",
    "fixed": "fördelning: {fast belopp: 20 kr}",
    "base": "fördelning: {grundbelopp: 11 kr, resten: {andel av: w}}",
    "mix": "fördelning: {blandning: [{vikt: 1/3, nyckel: {andel av: w}}, {vikt: 2/3, nyckel: {andel av: v}}]}",
    "mix with equal": "fördelning: {blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {andel av: w}}]}",
    "base and mix": "fördelning: {grundbelopp: 9 kr, resten: "
    "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {andel av: w}}]}}",
    "down": "fördelning: {andel av: w}\navrundning: nedåt",
    "nearest": "fördelning: {andel av: w}\navrundning: närmaste",
    "nearest, rest to one": "fördelning: {andel av: w}\navrundning: {sätt: närmaste, till: 7 kr, resten till: '03'}",
    "to a unit": "fördelning: {andel av: w}\navrundning: {sätt: största rest, till: 7 kr}",
    "base to a unit": "fördelning: {grundbelopp: 11 kr, resten: {andel av: w}}\navrundning: {till: 10 kr, sätt: nedåt}",
    "lapses": f"fördelning: {{andel av: w}}\n{MET}förfaller",
    "stays": f"fördelning: {{andel av: w}}\n{MET}ej funnet",
    "bonus": f"fördelning: {{andel av: w}}\n{MET}bonuspott",
    "whole": f"fördelning: {{andel av: w}}\n{MET}delas av dem som uppfyller villkoren",
    "whole with base": f"fördelning: {{grundbelopp: 9 kr, resten: {{andel av: w}}}}\n{MET}"
    "delas av dem som uppfyller villkoren",
    "whole of a mix": "fördelning: {blandning: [{vikt: 1/3, nyckel: {andel av: w}}, {vikt: 2/3, nyckel: {andel av: v}}]}"
    f"\n{MET}delas av dem som uppfyller villkoren",
    "two payments": f"fördelning: {{andel av: w}}\n{TWO}",
    "earned, lapses": "prestation: {intjänat: kr, per: 2023}\nej intjänat: förfaller",
    "earned, stays": "prestation: {intjänat: kr, per: 2023}\nej intjänat: ej funnet",
    "earned, bonus": "prestation: {intjänat: kr, per: 2023}\nej intjänat: bonuspott",
    "list": "fördelning: {lista: kr}",
}
VALUES = {
    "floor": "fördelning: {andel av: w}\ngränser: {golv: 25 kr}",
    "floor and cap": "fördelning: {andel av: w}\ngränser: {golv: 25 kr, tak: 45 kr}",
    "too many digits": "fördelning: {andel av: huge}",
    "bonus with base": f"fördelning: {{grundbelopp: 9 kr, resten: {{andel av: w}}}}\n{MET}bonuspott",
    "divided by another": "fördelning: {andel av: many, delat med: huge}",
    "payment with condition": "fördelning: {andel av: w}\nej intjänat: förfaller\nutbetalning: "
    "[{andel: 1/2}, {andel: 1/2, villkor: [{krav: rapport, uppfylls av: {utom: ['01']}}]}]",
}
MET_BY_OTHERS = "met by others"
WITH_CONDITION = ("lapses", "stays", "bonus", "whole")
OTHERS = (100, 1_000_003)
"""What the pot is written as, and what someone changes it to."""


def computed(rule: str, kr: int) -> tuple[Allocation, PotAllocation]:
    """Return the pot of so many kronor."""
    allocation = compute(one_pot(f"belopp: {kr} kr\ntill: regioner\n{rule}"), *FIGURES)
    (pot,) = allocation.pots
    assert pot.awards, pot.reason
    return allocation, pot


@cache
def every_made() -> dict[str, tuple[PotAllocation, PotSheets]]:
    """Return each pot and its sheets, in names that one workbook can hold."""
    found: dict[str, tuple[PotAllocation, PotSheets]] = {}
    taken: list[str] = []
    for n, (name, rule) in enumerate({**LIVE, **VALUES}.items()):
        allocation, pot = computed(rule, OTHERS[0])
        sheets = pot_sheets(allocation, pot, ABC, SV if n % 3 else EN, taken, in_one=n % 4 > 0, suffix=f"p{n}")
        taken += [sheet.name for sheet in sheets.sheets]
        found[name] = (pot, sheets)
    return found


def made(name: str) -> tuple[PotAllocation, PotSheets]:
    """Return the pot and its sheets."""
    return every_made()[name]


@cache
def recalculated() -> dict[str, Any]:
    """Return the workbook of each pot as LibreOffice calculates it: as written, with another pot, and with conditions met by others."""
    books = {}
    for group in in_groups([*LIVE, *VALUES]):
        sheets = [made(name)[1] for name in group]
        books[group] = book_of(*sheets)
        books[(*group, "changed")] = changed(sheets, {one.amount: OTHERS[1] for one in sheets if one.live})
    sheets = [made(name)[1] for name in WITH_CONDITION]
    met = {one.laid.one("met", n): value for one in sheets for n, value in ((0, 0), (2, 1))}
    found = recalculate_all(
        {"/".join(group): book for group, book in books.items()} | {MET_BY_OTHERS: changed(sheets, met)}
    )
    as_written = {name: found["/".join(group)] for group in books for name in group if group[-1] != "changed"}
    return (
        {MET_BY_OTHERS: found[MET_BY_OTHERS]}
        | as_written
        | {
            f"{name}, changed": found["/".join(group)]
            for group in books
            if group[-1] == "changed"
            for name in group[:-1]
        }
    )


@pytest.mark.parametrize("name", [*LIVE, *VALUES])
def test_the_workbook_gives_the_kronor_of_the_rule(name: str) -> None:
    pot, found = made(name)
    book = recalculated()[name]
    assert (kronor_in(book, found), sums_in(book, found), errors(book)) == (kronor_by_rule(pot), sums_by_rule(pot), [])


@pytest.mark.parametrize("name", LIVE)
def test_the_kronor_follow_the_pot(name: str) -> None:
    pot, found = computed(LIVE[name], OTHERS[1])[1], made(name)[1]
    assert found.live
    book = recalculated()[f"{name}, changed"]
    assert (kronor_in(book, found), sums_in(book, found), errors(book)) == (kronor_by_rule(pot), sums_by_rule(pot), [])


@pytest.mark.parametrize("name", VALUES)
def test_what_is_no_formula_says_so(name: str) -> None:
    _, found = made(name)
    assert not found.live
    assert any(
        "är värden, inte formler" in note or "are values, not formulas" in note
        for sheet in found.sheets
        for note in sheet.notes
    )
    [kronor] = [one for step in found.steps for one in step.fields if one.name == "kronor"]
    assert (kronor.formula, kronor.tone) == ("", Tone.FIXED)


def test_payments_follow_the_award() -> None:
    pot = computed(LIVE["two payments"], OTHERS[1])[1]
    found = made("two payments")[1]
    book = recalculated()["two payments, changed"]
    paid = [tuple(cell(book, found.laid.one(f"paid{n}", row)) for n in (0, 1)) for row in range(3)]
    assert paid == [award.instalments for award in pot.awards]


def test_a_condition_can_be_met_by_others() -> None:
    """Someone writes 1 for 04 and 0 for 01, and the workbook gives what the rule gives with that list."""
    for name in WITH_CONDITION:
        found, book = made(name)[1], recalculated()[MET_BY_OTHERS]
        pot = computed(LIVE[name].replace("'04'", "'01'"), OTHERS[0])[1]
        assert (kronor_in(book, found), sums_in(book, found)) == (kronor_by_rule(pot), sums_by_rule(pot)), name
