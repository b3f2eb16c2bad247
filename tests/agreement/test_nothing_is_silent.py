"""A part of a rule that would silently not count, or count as something else than was meant, is refused."""

from __future__ import annotations

import pytest

from tests.builders import block, one_pot, problems_in, said

TO_ALL = "belopp: 100 kr\ntill: regioner\n"
EQUAL = TO_ALL + "fördelning: lika\n"
LIST_OF_ONE = "[{krav: x, uppfylls av: alla}]"


def test_instalments_with_sums_for_some_are_refused() -> None:
    assert len(problems_in(one_pot(EQUAL + "utbetalning: [{belopp: 60 kr}, {datum: 2024-12}]"))) == 1


def test_instalments_of_nothing_are_refused() -> None:
    assert len(problems_in(one_pot(EQUAL + "utbetalning: [{belopp: 0 kr}, {belopp: 0 kr}]"))) == 1


def test_a_condition_on_a_payment_of_what_was_earned_is_refused_too() -> None:
    rule = f"prestation: {{intjänat: w}}\nutbetalning: [{{}}, {{villkor: {LIST_OF_ONE}}}]\nej intjänat: förfaller"
    assert len(problems_in(one_pot("belopp: 100 kr\ntill: regioner\n" + rule))) == 1


@pytest.mark.parametrize(
    "part", ["gränser: {tak: 5 kr}", "fördelning: {fast belopp: 5 kr}", "fördelning: {andel av: w}", "bilaga: t"]
)
def test_a_rule_of_division_for_one_recipient_is_refused_as_it_would_not_count(part: str) -> None:
    assert len(problems_in(one_pot(f"belopp: 100 kr\ntill: SKR\n{part}"))) == 1


@pytest.mark.parametrize("who", ["till: {grupp: SKR, endast: ['01']}", "till: {grupp: RCC, utom: ['01']}"])
def test_some_of_one_recipient_are_refused(who: str) -> None:
    assert len(problems_in(one_pot(f"belopp: 100 kr\n{who}"))) == 1


def test_the_none_best_are_refused() -> None:
    rule = EQUAL + f"villkor: {LIST_OF_ONE}\nej intjänat: {{blir: de bästa, antal: 0}}"
    assert len(problems_in(one_pot(rule))) == 1


@pytest.mark.parametrize("who", ["till: {grupp: regioner, endast: []}", "till: {grupp: regioner, utom: []}"])
def test_an_empty_list_of_recipients_does_not_mean_everyone(who: str) -> None:
    assert len(problems_in(one_pot(f"belopp: 100 kr\n{who}\nfördelning: lika"))) == 1


@pytest.mark.parametrize("who", ["{endast: []}", "{endast: ['01'], utom: ['03']}", "{av: ingen, endast: ['01']}"])
def test_who_meets_a_condition_is_said_in_one_way(who: str) -> None:
    rule = EQUAL + f"villkor: [{{krav: x, uppfylls av: {who}}}]\nej intjänat: förfaller"
    assert len(problems_in(one_pot(rule))) == 1


@pytest.mark.parametrize(
    ("part", "begins"),
    [
        ("fördelning: {andl av: w}", "17:17: 'fördelning' är inte av något känt slag. Menade du 'andel av'?"),
        ("fördelning: [lika]", "17:17: 'fördelning' är inte av något känt slag."),
        ("fördelning: likaa", "17:17: 'fördelning' är inte av något känt slag. Menade du 'lika'?"),
        ("prestation: {intjenat: w}", "17:17: 'prestation' är inte av något känt slag. Menade du 'intjänat'?"),
    ],
)
def test_a_rule_of_no_known_kind_is_one_problem_not_also_a_missing_one(part: str, begins: str) -> None:
    (problem,) = said(problems_in(one_pot(TO_ALL + part)))
    assert problem.startswith(f"prov.yaml:{begins}")


def test_kinds_of_recipients_in_a_list_are_told_to_be_divided() -> None:
    problem = next(
        p for p in said(problems_in(one_pot("till: [regioner, kommuner]\n" + "fördelning: lika"))) if "lista" in p
    )
    assert problem.startswith("prov.yaml:15:11: Här står en lista där en enda post väntas. Skriv en post, utan '- '")


def test_a_condition_of_no_known_kind_is_one_problem_not_also_a_fate_without_one() -> None:
    rule = EQUAL + "villkor: [{krv: x}]\nej intjänat: förfaller"
    (problem,) = said(problems_in(one_pot(rule)))
    assert problem.startswith("prov.yaml:18:15: 'villkor' är inte av något känt slag.")


def test_a_wrong_condition_does_not_hide_the_next_nor_move_it() -> None:
    rule = block("""
        villkor:
          - {krav: x, uppfylls av: allla}
          - {krav: y, nyckeltal: w}
        ej intjänat: förfaller
        """)
    found = said(problems_in(one_pot(EQUAL + rule)))
    assert [problem.split(": ")[0] for problem in found] == ["prov.yaml:19:32", "prov.yaml:20:9"]
