"""What an agreement names must be there: figures, dates, codes, tables that sum."""

from __future__ import annotations

import pytest

from overens.figures.model import Series
from overens.intake.register import read_register
from tests.builders import EN, MUNICIPALITY, figure_problems, one_pot, place_of, said, series

W = {"01": 1, "03": 2, "04": 3}
TABLE = series("tabell", W, unit="kr")
W22, W23 = series("vikter", W, on="2022"), series("vikter", W, on="2023")
TO_ALL = "belopp: 6 kr\ntill: regioner\n"


def faults(rule: str, *figures: Series) -> tuple[str, list[str], list[str]]:
    text = one_pot(TO_ALL + rule)
    problems = figure_problems(text, figures or [W23, TABLE])
    return text, said(problems), said(problems, EN)


def test_a_figure_that_does_not_exist_is_told_with_the_nearest() -> None:
    text, swedish, english = faults("fördelning: {andel av: vikterr, per: 2023}")
    where = place_of("vikterr", text)
    assert swedish == [f"{where}: Underlaget 'vikterr' finns inte för region. Menade du 'vikter'?"]
    assert english == [f"{where}: The figure 'vikterr' does not exist for region. Did you mean 'vikter'?"]


def test_a_figure_near_nothing_is_told_where_to_put_it() -> None:
    _, (swedish,), (english,) = faults("fördelning: {andel av: qqq}")
    assert "Lägg en fil 'qqq.….csv' i biblioteket" in swedish
    assert "Put a file 'qqq.….csv' in the library" in english


def test_a_figure_of_municipalities_is_none_for_regions() -> None:
    other = series("vikter", {"0114": 1}, kind=MUNICIPALITY)
    _, (swedish,), _ = faults("fördelning: {andel av: vikter, per: 2023}", other)
    assert "Underlaget 'vikter' finns inte för region. Lägg en fil" in swedish


def test_a_year_without_figures_is_told_with_those_there_are() -> None:
    text, swedish, english = faults("fördelning: {andel av: vikter, per: 2021}", W22, W23)
    where = place_of("vikter", text)
    assert swedish == [f"{where}: Underlaget 'vikter' finns inte per 2021 för region. Det finns per: 2022, 2023."]
    assert english == [f"{where}: The figure 'vikter' does not exist on 2021 for region. It exists on: 2022, 2023."]


def test_a_figure_with_several_dates_needs_one() -> None:
    text, swedish, english = faults("fördelning: {andel av: vikter}", W22, W23)
    where = place_of("vikter", text)
    assert swedish == [f"{where}: Underlaget 'vikter' har flera datum. Ange 'per': 2022, 2023."]
    assert english == [f"{where}: The figure 'vikter' has several dates. Give 'per': 2022, 2023."]


@pytest.mark.parametrize("rule", ["fördelning: {andel av: vikter}", "fördelning: {andel av: vikter, per: ej funnet}"])
def test_one_date_need_not_be_named_and_one_not_found_is_not_looked_for(rule: str) -> None:
    assert faults(rule)[1] == []


@pytest.mark.parametrize(
    "rule",
    [
        "fördelning: {andel av: vikter, per: 2023, delat med: {underlag: zzz, per: 2023}}",
        "fördelning: {andel av: vikter, per: 2023, delat med: zzz}",
        "fördelning: {grundbelopp: 1 kr, resten: {andel av: zzz}}",
        "fördelning: {blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {andel av: zzz}}]}",
        "fördelning: {lista: zzz}",
        "fördelning: lika\ngränser: {golv: {andel: 1/2, av: zzz}}",
        "fördelning: lika\ngränser: {tak: {andel: 1/2, av: zzz, per: 2023}}",
        "fördelning: lika\nvillkor: [{krav: x, nyckeltal: zzz, minst: 1}]\nej intjänat: förfaller",
        "fördelning: lika\nutbetalning: [{villkor: [{krav: x, nyckeltal: zzz, minst: 1}]}]\nej intjänat: förfaller",
        "fördelning: lika\nbilaga: zzz",
        "fördelning: lika\nbilaga: {tabell: zzz, per: 2023}",
        "prestation: {intjänat: zzz}\nej intjänat: förfaller",
    ],
)
def test_a_figure_is_looked_for_wherever_it_is_named(rule: str) -> None:
    text, (swedish,), _ = faults(rule)
    assert swedish.startswith(f"{place_of('zzz', text)}: Underlaget 'zzz' finns inte")


# --- codes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "fördelning: {andel av: vikter, vikter: {'99': 2}}",
        "fördelning: lika\navrundning: {sätt: närmaste, resten till: '99'}",
        "fördelning: lika\nvillkor: [{krav: x, uppfylls av: {endast: ['01', '99']}}]\nej intjänat: förfaller",
        "fördelning: lika\nvillkor: [{krav: x, uppfylls av: {utom: ['99']}}]\nej intjänat: förfaller",
        "fördelning: lika\nbilaga: {tabell: tabell, avvikelser: [{kod: '99', skäl: x}]}",
    ],
)
def test_a_code_that_belongs_to_nobody_is_told_at_its_place(rule: str) -> None:
    text, swedish, english = faults(rule)
    sentence = "Koden '99' hör inte till regioner. Kommuner har fyra siffror, regioner och län två."
    assert [problem.split(": ", 1)[1] for problem in swedish] == [sentence]
    assert swedish[0].startswith(place_of("'99'", text))
    assert "The code '99' does not belong to regioner." in english[0]


def test_a_code_that_belongs_to_nobody_among_the_recipients() -> None:
    text = one_pot("belopp: 6 kr\ntill: {grupp: regioner, endast: ['01', '99']}\nfördelning: lika")
    (problem,) = said(figure_problems(text, []))
    assert problem.startswith(f"{place_of(chr(39) + '99', text)}: Koden '99' hör inte till regioner.")


def test_the_codes_of_the_real_regions_and_municipalities() -> None:
    for group, code in (
        ("regioner", "25"),
        ("kommuner", "0980"),
        ("kommunerna per län", "09"),
        ("länsgemensamt", "09"),
    ):
        text = one_pot(f"belopp: 6 kr\ntill: {{grupp: {group}, endast: ['{code}']}}\nfördelning: lika")
        assert figure_problems(text, [], read_register()) == []


# --- tables that are the key --------------------------------------------------------


def listed(amount: str, rounded_to: int = 0, more: str = "") -> list[str]:
    table = series("tabell", {"01": 200, "03": 300, "04": 500}, unit="kr", rounded_to=rounded_to)
    text = one_pot(f"belopp: {amount}\ntill: regioner\nfördelning: {{lista: tabell}}\n{more}")
    return said(figure_problems(text, [table]))


def test_a_table_that_is_the_key_must_sum_to_its_pot() -> None:
    assert listed("1 000 kr") == []
    assert listed("1 001 kr") == [
        "prov.yaml:15:13: Potten är 1 001 kr men tabellen 'tabell' summerar till 1 000 kr. "
        "Rätta beloppet, eller tabellen."
    ]


def test_a_table_printed_roughly_may_miss_by_half_a_unit_for_each() -> None:
    assert listed("1 150 kr", rounded_to=100) == []
    assert len(listed("1 151 kr", rounded_to=100)) == 1


@pytest.mark.parametrize("amount", ["drygt 900 kr", "upp till 1 200 kr", "knappt 2 000 kr", "1 tkr"])
def test_a_rough_pot_and_its_table_need_only_be_compatible(amount: str) -> None:
    assert listed(amount) == []


@pytest.mark.parametrize(
    "rule",
    [
        "fördelning: {lista: vikter}",
        "fördelning: {grundbelopp: 0 kr, resten: {lista: vikter}}",
        "prestation: {intjänat: vikter}\nej intjänat: förfaller",
        "fördelning: lika\ngränser: {tak: {andel: 1/2, av: vikter}}",
        "fördelning: lika\nbilaga: vikter",
    ],
)
def test_a_table_of_kronor_must_be_in_kronor(rule: str) -> None:
    assert faults(rule.replace("vikter", "tabell"))[1] == []
    text, swedish, english = faults(rule)
    assert [problem.split(": ")[0] for problem in swedish] == [place_of("vikter", text)]
    assert swedish != english


def test_a_table_for_those_who_qualified_is_not_summed() -> None:
    assert listed("2 000 kr", more="villkor: [{krav: x, uppfylls av: {utom: ['04']}}]\nej intjänat: förfaller") == []
